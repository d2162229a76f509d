import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparisonSchema } from '../../src/api/comparison.js';
import { extractionSchema } from '../../src/api/extraction.js';
import { docx, SENTENCE } from '../extract/make-files.js';
import { madeUpText } from '../support/vietnamese.js';
import { makeHomes } from './homes.js';
import { jsonFile, jsonOf, run } from './run.js';

const newHome = makeHomes();
const [ONE, TWO, LAW] = [1, 2, 3].map((seed) => madeUpText(seed, 200)) as [string, string, string];

describe.concurrent('extract', () => {
  it('writes JSON with text, hash and format, or the text alone', async () => {
    const home = await newHome({ 'bài.docx': await docx([SENTENCE]) });
    const extraction = jsonOf(await run(home, ['extract', 'bài.docx', '--json', '-']), extractionSchema);
    expect(extraction).toMatchObject({ file: 'bài.docx', state: 'ok', format: 'docx', encoding: 'unicode', messages: [] });
    expect(extraction.text).toContain(SENTENCE);
    const plain = await run(home, ['extract', 'bài.docx']);
    expect(plain).toMatchObject({ status: 0, stdout: extraction.text });
    expect(plain.stderr).toMatch(/^bài\.docx: đã đọc \(docx\)\n/);
    expect(plain.stderr).toContain('Người tạo: ');
  });

  it('tells of a file without text what to do', async () => {
    const home = await newHome({ 'bài.docx': '' });
    const plain = await run(home, ['extract', 'bài.docx']);
    expect(plain).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^bài\.docx: không mở được \(unknown\)\n[^\n]*“bài\.docx”[^\n]*\n$/),
    });
  });
});

describe.concurrent('a reader that has seen enough', () => {
  // `soatbai extract … | head` is no error, least of all one with a stack of calls.
  it('ends the command without a word', async () => {
    const home = await newHome({ 'dài.txt': `${SENTENCE}\n`.repeat(4000) });
    const { stderr } = await run(home, ['extract', 'dài.txt'], {}, { leaveEarly: true });
    expect(stderr).toBe('dài.txt: đã đọc (txt)\n');
  });
});

describe.concurrent('compare', () => {
  it('writes JSON with shares and passages of both texts, quotes set apart', async () => {
    const home = await newHome({ 'a.txt': `${LAW} ${ONE}`, 'b.txt': `${LAW} ${TWO} ${ONE}`, 'nq.txt': LAW });
    const bare = jsonOf(await run(home, ['compare', 'a.txt', 'b.txt', '--json', '-']), comparisonSchema);
    expect(bare).toMatchObject({ first: 'a.txt', second: 'b.txt', similarityOfFirst: 1, quoted: { first: [], second: [] } });
    expect(bare.similarityOfSecond).toBeCloseTo(400 / 600, 1);
    const compared = await run(home, ['compare', 'a.txt', 'b.txt', '--reference', 'nq.txt', '--json', 'r.json']);
    expect(compared).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('100%') });
    const quoting = await jsonFile(join(home, 'r.json'), comparisonSchema);
    expect(quoting.similarityOfFirst).toBe(1);
    expect(quoting.similarityOfSecond).toBeCloseTo(0.5, 1);
    expect(quoting.passages.map(({ syllables }) => syllables)).toEqual([200]);
    expect(quoting.quoted.first).toHaveLength(1);
  });
});
