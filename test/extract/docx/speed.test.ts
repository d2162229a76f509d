import { Document, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/extract/archive.js';
import { readDocx } from '../../../src/extract/docx/read-docx.js';
import { LIMITS, SENTENCE } from '../make-files.js';

/** Some 500 syllables a page, in runs of two looks. */
async function essay(pages: number): Promise<Buffer> {
  const paragraph = (): Paragraph =>
    new Paragraph({
      children: [new TextRun({ text: `${SENTENCE} `, bold: true }), new TextRun({ text: SENTENCE, font: 'Times New Roman', size: 28 })],
    });
  return Packer.toBuffer(new Document({ sections: [{ children: Array.from({ length: pages * 6 }, paragraph) }] }));
}

/** The least of several times, ms: whatever else the machine does only adds to it. */
async function leastTime(rounds: number, work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

describe('the speed of reading a DOCX', () => {
  it.each([
    [3, 150],
    [60, 15],
  ])('of %d pages is a multiple of that of mammoth, with as much text', async (pages, rounds) => {
    const bytes = await essay(pages);
    const walk = async () => readDocx(await openArchive(bytes, LIMITS), { bytes, fileName: 'bai.docx', limits: LIMITS, onPage: () => {} });
    const peer = () => mammoth.extractRawText({ buffer: bytes });
    expect((await walk()).text.length).toBeGreaterThanOrEqual((await peer()).value.length);
    const ours = await leastTime(2 * rounds, walk);
    const theirs = await leastTime(rounds, peer);
    // On a quiet machine it is five to ten times; other processes take the more from the shorter one.
    expect(theirs / ours).toBeGreaterThan(2);
  });
});
