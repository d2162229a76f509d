import { describe, expect, it } from 'vitest';
import { submissionId } from '../../src/corpus/submission-id.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import type { Bench } from './bench.js';
import { essayOf, queryFor, syllables, unreadableEssay } from './essays.js';

const SETTINGS = DETECTION_SETTINGS.candidates;

/** What `append` keeps, and how it is read back. */
export function describeKeeping(bench: Bench): void {
  describe('keeping', () => {
    it('keeps essays in the order given and lists them with their syllables', async () => {
      const essays = [essayOf('b', syllables(1, 40)), essayOf('a', syllables(2, 50)), unreadableEssay('c')];
      const kept = await bench.corpus.append(essays);
      expect(kept.map(({ member, sequence }) => [member, sequence])).toEqual([
        ['b', 1],
        ['a', 2],
        ['c', 3],
      ]);
      const list = await bench.corpus.list();
      expect(list).toEqual([
        { ...kept[0], syllables: 40 },
        { ...kept[1], syllables: 50 },
        { ...kept[2], syllables: null },
      ]);
      const ids = ['không có', kept[2]!.id, kept[0]!.id];
      expect([...(await bench.corpus.submissions(ids))]).toEqual([
        [kept[2]!.id, kept[2]],
        [kept[0]!.id, kept[0]],
      ]);
      expect(await bench.corpus.inBatches(ids)).toEqual(new Set());
      expect(list[0]).toMatchObject({ campaign: 'Đợt 1', unit: 'chi bộ b', file: 'b.docx', state: 'ok', sha256: essays[0]!.sha256 });
    });

    it('knows the same file of the same member in the same campaign, and returns it under its first name', async () => {
      const words = syllables(1, 40);
      const first = essayOf('a', words, { file: 'first.docx' });
      const again = essayOf('a', words, { file: 'again.docx' });
      const [one] = await bench.corpus.append([first]);
      expect(await bench.corpus.append([again, essayOf('b', words), again])).toEqual([
        one,
        expect.objectContaining({ member: 'b', sequence: 2 }),
        one,
      ]);
      const [x, y] = await bench.corpus.append([essayOf('c', words, { file: 'x' }), essayOf('c', words, { file: 'y' })]);
      expect(y).toEqual(x);
      expect(await bench.corpus.list()).toHaveLength(3);
    });

    it('keeps the same file once for each member, campaign and for none', async () => {
      const words = syllables(1, 40);
      const kept = await bench.corpus.append([
        essayOf('a', words),
        essayOf('b', words),
        essayOf('a', words, { campaign: 'Đợt 2' }),
        essayOf('a', words, { campaign: null }),
      ]);
      expect(new Set(kept.map(({ id }) => id)).size).toBe(4);
      expect((await bench.corpus.list()).map(({ campaign }) => campaign)).toEqual(['Đợt 1', 'Đợt 1', 'Đợt 2', null]);
    });

    it('keeps nothing of a batch in which one essay is wrong', async () => {
      const good = essayOf('a', syllables(1, 40));
      const wrongHash = { ...essayOf('b', syllables(2, 40)), sha256: '0'.repeat(64) };
      const broken = essayOf('c', syllables(3, 40));
      const content = { ...broken.content!, sequence: { ...broken.content!.sequence, kinds: new Uint8Array(3) } };
      await expect(bench.corpus.append([good, wrongHash])).rejects.toThrow(RangeError);
      await expect(bench.corpus.append([good, { ...broken, content }])).rejects.toThrow(RangeError);
      expect(await bench.corpus.list()).toEqual([]);
      expect((await bench.corpus.candidates([queryFor(essayOf('d', syllables(1, 40)))]))[0]!.candidates).toEqual([]);
    });

    it('carries out calls that overlap one after the other', async () => {
      const batches = Array.from({ length: 8 }, (_, at) => [essayOf(`m${at}`, syllables(at, 30)), essayOf(`n${at}`, syllables(at, 30))]);
      const kept = await Promise.all(batches.map((batch) => bench.corpus.append(batch)));
      expect(kept.flat().map(({ sequence }) => sequence)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
      expect(await bench.corpus.list()).toHaveLength(16);
    });

    it('gives back texts and tokens of readable essays in the order asked for', async () => {
      const kinds = new Uint8Array(40).fill(1, 10, 20);
      const quoting = essayOf('a', syllables(1, 40), { kinds });
      const plain = essayOf('b', ['mở', 'đầu', 'Đ\u031b', '😀']);
      const [a, b, c] = (await bench.corpus.append([quoting, plain, unreadableEssay('c')])).map(({ id }) => id);
      const ids = [b!, 'unknown', c!, a!];
      const kept = [...(await bench.corpus.essays(ids))].map(([id, { extraction }]) => [id, extraction.text]);
      expect(kept).toEqual([
        [b, plain.extraction.text],
        [c, ''],
        [a, quoting.extraction.text],
      ]);
      expect([...(await bench.corpus.sequences(ids))]).toEqual([
        [b, plain.content!.sequence],
        [a, quoting.content!.sequence],
      ]);
    });

    it('gives back essays as they were last read, in the order asked for, unreadable ones too', async () => {
      const readable = essayOf('a', syllables(1, 40), { kinds: new Uint8Array(40).fill(1, 10, 20) });
      const unreadable = unreadableEssay('b');
      const [a, b] = await bench.corpus.append([readable, unreadable]);
      expect([...(await bench.corpus.essays([b!.id, 'unknown', a!.id]))]).toEqual([
        [b!.id, { submission: b, extraction: unreadable.extraction, sequence: null }],
        [a!.id, { submission: a, extraction: readable.extraction, sequence: readable.content!.sequence }],
      ]);
      const messages = [{ code: 'hidden', text: 'Có chữ ẩn.' }];
      const again = {
        ...readable,
        state: 'suspicious' as const,
        extraction: { ...readable.extraction, state: 'suspicious' as const, messages },
      };
      await bench.corpus.append([again]);
      expect((await bench.corpus.essays([a!.id])).get(a!.id)).toMatchObject({
        submission: { ...a, state: 'suspicious' },
        extraction: again.extraction,
      });
    });

    it('refuses work after closing', async () => {
      const other = await bench.filled([], SETTINGS);
      await other.close();
      await expect(other.list()).rejects.toThrow('closed');
    });
  });
}

/** What `remove` forgets. */
export function describeRemoving(bench: Bench): void {
  describe('removing', () => {
    it('forgets an essay altogether, and knows it again when it is handed in again', async () => {
      const [a, b] = [essayOf('a', syllables(1, 60)), essayOf('b', syllables(1, 60))] as const;
      const [first] = await bench.corpus.append([a, b]);
      await bench.corpus.remove([first!.id, first!.id]);
      expect((await bench.corpus.list()).map(({ member }) => member)).toEqual(['b']);
      expect((await bench.corpus.essays([first!.id])).size + (await bench.corpus.sequences([first!.id])).size).toBe(0);
      expect((await bench.corpus.candidates([queryFor(b)]))[0]!.candidates).toEqual([]);
      const [again] = await bench.corpus.append([a]);
      expect(again).toEqual({ ...first, sequence: 3 });
      expect((await bench.corpus.candidates([queryFor(b)]))[0]!.candidates).toHaveLength(1);
    });

    it('refuses an unknown id and removes nothing then', async () => {
      const [kept] = await bench.corpus.append([essayOf('a', syllables(1, 60))]);
      await expect(bench.corpus.remove([kept!.id, 'deadbeef'])).rejects.toMatchObject({
        code: 'unknown-id',
        message: expect.stringContaining('deadbeef'),
      });
      expect(await bench.corpus.list()).toHaveLength(1);
    });
  });
}

/** What a corpus still has when it is opened again, also after a dry run. */
export function describeReopening(bench: Bench): void {
  describe('opening again', () => {
    const essays = Array.from({ length: 6 }, (_, at) => essayOf(`m${at}`, [...syllables(at % 2, 80), ...syllables(20 + at, 30)]));
    const queries = essays.map(queryFor);
    const state = async () => ({ list: await bench.corpus.list(), answers: await bench.corpus.candidates(queries) });

    it('has all that was kept, and gives equal answers', async () => {
      await bench.corpus.append([...essays, unreadableEssay('u')]);
      const before = await state();
      await bench.corpus.close();
      bench.corpus = await bench.open();
      expect(await state()).toEqual(before);
    });

    it('keeps nothing of a dry run, in which everything works', async () => {
      await bench.corpus.append(essays.slice(0, 4));
      const before = await state();
      await bench.corpus.close();
      bench.corpus = await bench.home.open({ candidates: SETTINGS, access: 'dry-run' });
      await bench.corpus.append(essays.slice(3));
      await bench.corpus.remove([submissionId(essays[0]!)]);
      expect((await bench.corpus.list()).map(({ member }) => member)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
      expect((await bench.corpus.candidates([queries[4]!]))[0]!.candidates.length).toBeGreaterThan(0);
      expect(await bench.corpus.verify()).toEqual([]);
      await bench.corpus.close();
      bench.corpus = await bench.open();
      expect(await state()).toEqual(before);
    });
  });
}
