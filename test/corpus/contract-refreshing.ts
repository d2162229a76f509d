import { describe, expect, it } from 'vitest';
import type { NewEssay } from '../../src/corpus/corpus.js';
import { submissionId } from '../../src/corpus/submission-id.js';
import { type CandidateSettings, DETECTION_SETTINGS } from '../../src/model/settings.js';
import type { Bench } from './bench.js';
import { contentOf, essayOf, queryFor, syllables, unreadOf } from './essays.js';

const SETTINGS = DETECTION_SETTINGS.candidates;

/** What `append` does with essays that are known. */
export function describeRefreshing(bench: Bench): void {
  describe('refreshing', () => {
    const words = syllables(1, 100);
    const one = essayOf('a', words, { file: 'first.docx' });
    const copy = essayOf('b', words);
    const id = submissionId(one);
    const ask = async (essay: NewEssay) => (await bench.corpus.candidates([queryFor(essay)]))[0]!;
    /** Everything that can be asked about what is kept. */
    const state = async () => ({
      list: await bench.corpus.list(),
      answers: [await ask(one), await ask(copy)],
      essays: await bench.corpus.essays([id]),
      sequences: await bench.corpus.sequences([id]),
    });

    it('takes over a corrected unit', async () => {
      const [kept] = await bench.corpus.append([one, copy]);
      expect((await ask(copy)).units).toBe(1);
      const [again] = await bench.corpus.append([{ ...one, unit: copy.unit, file: 'again.docx' }]);
      expect(again).toEqual({ ...kept, unit: copy.unit });
      expect((await bench.corpus.list())[0]).toEqual({ ...again, syllables: 100 });
      expect((await ask(copy)).units).toBe(0);
    });

    it('takes over a corrected post and place, and is found as before', async () => {
      const [kept] = await bench.corpus.append([one, copy]);
      const before = await ask(copy);
      const writer = { post: 'Kế toán', place: 'Hợp tác xã Lúa Vàng' };
      const [again] = await bench.corpus.append([{ ...one, ...writer }]);
      expect(again).toEqual({ ...kept, ...writer });
      expect(await ask(copy)).toEqual(before);
      const unread = { ...unreadOf(one), ...writer, post: 'Thủ kho' };
      expect(await bench.corpus.append([unread])).toEqual([{ ...again, post: 'Thủ kho' }]);
      expect((await bench.corpus.submissions([id])).get(id)).toEqual({ ...again, post: 'Thủ kho' });
      expect(await bench.corpus.verify()).toEqual([]);
    });

    it('takes over what can be read now and could not before, and finds it', async () => {
      const [unread] = await bench.corpus.append([unreadOf(one), copy]);
      expect(unread).toMatchObject({ state: 'unreadable', file: 'first.docx' });
      expect((await ask(copy)).candidates).toEqual([]);
      const stranger = essayOf('c', words.slice(20));
      const [read] = await bench.corpus.append([one, stranger]);
      expect(read).toEqual({ ...unread, state: 'ok' });
      expect((await bench.corpus.list())[0]).toEqual({ ...read, syllables: 100 });
      expect((await bench.corpus.essays([id])).get(id)?.extraction.text).toBe(one.extraction.text);
      expect((await bench.corpus.sequences([id])).get(id)).toEqual(one.content!.sequence);
      expect((await ask(copy)).candidates.map(({ submissionId: found }) => found)).toEqual([id, submissionId(stranger)]);
    });

    it('takes over other marks of the same text, and compares by them', async () => {
      await bench.corpus.append([one, copy]);
      expect((await ask(copy)).candidates).toMatchObject([{ estimatedJaccard: 1 }]);
      const kinds = new Uint8Array(100).fill(1, 0, 60);
      const content = contentOf(one.extraction.text, { kinds });
      await bench.corpus.append([{ ...one, content }]);
      expect((await bench.corpus.sequences([id])).get(id)).toEqual(content.sequence);
      expect((await ask(copy)).candidates[0]!.estimatedJaccard).toBeLessThan(0.8);
    });

    it('takes over another reason why it cannot be read', async () => {
      const [unread] = await bench.corpus.append([unreadOf(one)]);
      const [again] = await bench.corpus.append([{ ...unreadOf(one), state: 'needs-ocr' }]);
      expect(again).toEqual({ ...unread, state: 'needs-ocr' });
      expect((await bench.corpus.list())[0]!.state).toBe('needs-ocr');
    });

    it('keeps what could be read before and cannot be read now', async () => {
      const [kept] = await bench.corpus.append([one, copy]);
      const before = await state();
      expect(await bench.corpus.append([unreadOf(one)])).toEqual([kept]);
      expect(await state()).toEqual(before);
      const [moved] = await bench.corpus.append([{ ...unreadOf(one), unit: 'chi bộ mới' }]);
      expect(moved).toEqual({ ...kept, unit: 'chi bộ mới' });
      const extractions = (all: typeof before) => [...all.essays.values()].map(({ extraction }) => extraction);
      expect(extractions(await state())).toEqual(extractions(before));
      expect((await ask(copy)).candidates).toEqual(before.answers[1]!.candidates);
    });

    it('changes nothing when nothing differs', async () => {
      const kept = await bench.corpus.append([one, copy, unreadOf(essayOf('c', words))]);
      const before = await state();
      expect(await bench.corpus.append([one, copy, unreadOf(essayOf('c', words))])).toEqual(kept);
      expect(await state()).toEqual(before);
    });

    it('takes one that stands several times in a batch as if it had come in several', async () => {
      const times = [unreadOf(one), { ...one, unit: 'chi bộ mới', file: 'again.docx' }, unreadOf(one)];
      const [kept, ...others] = await bench.corpus.append(times);
      expect(others).toEqual([kept, kept]);
      const singly = await bench.filled([], SETTINGS);
      for (const essay of times) await singly.append([essay]);
      expect(await bench.corpus.list()).toEqual(await singly.list());
      expect(kept).toMatchObject({ state: 'ok', file: 'first.docx', unit: one.unit });
      await singly.close();
    });

    it('refreshes nothing of a batch in which one essay is wrong', async () => {
      await bench.corpus.append([one, copy]);
      const before = await state();
      const wrong = { ...essayOf('c', words), sha256: '0'.repeat(64) };
      const content = { ...one.content!, sequence: { ...one.content!.sequence, kinds: new Uint8Array(3) } };
      await expect(bench.corpus.append([{ ...one, unit: 'x' }, wrong])).rejects.toThrow(RangeError);
      await expect(
        bench.corpus.append([
          { ...copy, unit: 'x' },
          { ...one, content },
        ]),
      ).rejects.toThrow(RangeError);
      expect(await state()).toEqual(before);
    });

    it('answers as if all had been so from the start', async () => {
      const small: CandidateSettings = { ranked: 3, perUnit: 2, representedUnits: 2, relatedShare: 0.25 };
      const essays = Array.from({ length: 12 }, (_, at) =>
        essayOf(`m${at}`, [...words.slice(3 * at, 3 * at + 40), ...syllables(9 + at, 30)]),
      );
      const outdated = essays.map((essay, at) => (at % 3 === 0 ? unreadOf(essay) : { ...essay, unit: `U${at % 3}` }));
      const refreshed = await bench.filled(outdated.slice(0, 8), small);
      const straight = await bench.filled(essays, small);
      await refreshed.append(essays);
      const queries = [...essays, copy].map(queryFor);
      expect(await refreshed.candidates(queries)).toEqual(await straight.candidates(queries));
      expect(await refreshed.list()).toEqual(await straight.list());
      expect(await refreshed.verify()).toEqual([]);
      for (const corpus of [refreshed, straight]) await corpus.close();
    });
  });
}
