import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS, pagePdf, png, rawDocx, run, SENTENCE, utf8 } from '../extract/make-files.js';
import { drawPage, ESSAY, jpeg, wordsOf } from '../extract/ocr/draw.js';
import { MIB, peakOfChildren, realSandbox } from './sandboxes.js';

/** What a process may take beyond its limit before the watch looks again. */
const BETWEEN_LOOKS = 120 * MIB;

/** A PNG of 30,000 x 30,000 black pixels in 110 KB; its head may say something else. */
function giantPng(said: number): Buffer {
  const file = png();
  const data = deflateSync(Buffer.alloc((30_000 / 8 + 1) * 30_000));
  const head = Buffer.from(file.subarray(0, 41));
  head.writeUInt32BE(said, 16);
  head.writeUInt32BE(said, 20);
  head[24] = 1;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([head.subarray(0, 33), length, Buffer.from('IDAT', 'latin1'), data, Buffer.alloc(4)]);
}

const BOMBS: readonly [string, () => Buffer | Promise<Buffer>, readonly string[]][] = [
  ['a DOCX of 200 MB in 200 KB', () => rawDocx(run('a'.repeat(200_000_000))), ['too-large']],
  ['a DOCX of a million runs', () => rawDocx(`<w:p>${run('a').repeat(1_000_000)}</w:p>`), ['too-large', 'out-of-memory', 'timed-out']],
  [
    'a PDF of 300 MB in 300 KB',
    () => pagePdf(deflateSync(Buffer.alloc(300 * MIB)).toString('latin1'), '/Filter /FlateDecode'),
    ['too-large', 'out-of-memory', 'timed-out'],
  ],
  ['a picture of 30,000 x 30,000', () => giantPng(30_000), ['too-large']],
];

describe('files that hurt, in the sandbox as the program has it', () => {
  it.each(BOMBS)('%s is stopped within the limits while another file is read', async (_what, make, codes) => {
    const bomb = await make();
    const reader = realSandbox(2, { milliseconds: 5000 });
    const { result, peak } = await peakOfChildren(
      Promise.all([reader.extract(bomb, 'bom'), reader.extract(utf8(SENTENCE), 'bai.txt'), reader.extract(utf8(SENTENCE), 'sau.txt')]),
    );
    const [read, beside, after] = result;
    expect(read.text).toBe('');
    expect(['refused', 'unreadable']).toContain(read.state);
    expect(codes).toContain(read.messages[0]?.code);
    expect(read.messages[0]?.text).toContain('“bom”');
    expect([beside.text, after.text]).toEqual([SENTENCE, SENTENCE]);
    expect(peak).toBeLessThan(LIMITS.memoryBytes + BETWEEN_LOOKS);
  });

  it('a PDF that never ends is stopped at the clock', async () => {
    const reader = realSandbox(1, { milliseconds: 1000 });
    const read = await reader.extract(pagePdf('q '.repeat(400_000)), 'cham.pdf');
    expect(read).toMatchObject({ state: 'unreadable', messages: [{ code: 'timed-out', text: expect.stringContaining('1 giây') }] });
  });
});

describe('pictures in the sandbox', () => {
  it('are recognised behind its walls, within the memory for it', async () => {
    const photograph = jpeg(drawPage(ESSAY, { resolution: 400 }));
    const { result, peak } = await peakOfChildren(realSandbox(1).extract(photograph, 'anh.jpg'));
    expect(result).toMatchObject({ state: 'ok', format: 'image' });
    expect(wordsOf(result.text)).toEqual(wordsOf(ESSAY.join(' ')));
    expect(peak).toBeLessThan(LIMITS.recognitionBytes);
  });
});
