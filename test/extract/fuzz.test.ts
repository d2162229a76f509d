import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { SUBMISSION_STATES } from '../../src/model/extraction.js';
import { docx, LIMITS, ole, pdf, SENTENCE, utf8, wordHeader } from './make-files.js';

/** Places (as shares of the length) and new values of single bytes. */
const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 12,
});

describe('whatever happens to its bytes, a file ends in a state with messages', () => {
  it.each([
    ['DOCX', () => docx([SENTENCE, SENTENCE]), 250],
    ['PDF', () => pdf([SENTENCE]), 120],
    ['DOC', async () => ole(['WordDocument'], wordHeader(0xa5ec)), 250],
    ['TXT', async () => utf8(SENTENCE), 250],
  ])('%s', async (_, make, numRuns) => {
    const whole = await make();
    await fc.assert(
      fc.asyncProperty(changes, fc.double({ min: 0.05, max: 1, noNaN: true }), async (edits, length) => {
        const bytes = Buffer.from(whole);
        for (const [place, value] of edits) bytes[Math.floor(place * bytes.length)] = value;
        const cut = length > 0.8 ? bytes : bytes.subarray(0, Math.ceil(bytes.length * length));
        const extraction = await extract(cut, 'bai.docx', LIMITS);
        expect(SUBMISSION_STATES).toContain(extraction.state);
        if (extraction.state !== 'ok') expect(extraction).toMatchObject({ text: '', encoding: null });
        if (extraction.state !== 'ok') expect(extraction.messages.length).toBeGreaterThan(0);
      }),
      { numRuns, seed: 20261125 },
    );
  });
});
