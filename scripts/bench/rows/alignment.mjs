// @ts-check
import { Essays } from '../essays.mjs';
import { cpuOf, median } from '../measure.mjs';

const LENGTH = 2_000;

/** Two long texts that share a third, and texts that say one sentence again and again. @type {import('../bench.mjs').Row} */
export async function alignment({ core, quick }) {
  const essays = new Essays(core);
  const rounds = quick ? 15 : 40;
  const time = (/** @type {import('../core.mjs').Sequence} */ one, /** @type {import('../core.mjs').Sequence} */ other) =>
    median(Array.from({ length: rounds + 5 }, () => cpuOf(() => core.align(one, other))).slice(5));

  const [first, second] = [0, 1].map((which) => sharing(essays, which));
  if (first === undefined || second === undefined) throw new Error('no texts');
  const sentence = essays.sequence(essays.generator.essay(50)).ids.slice(0, 14);
  const repeated = (/** @type {number} */ times) => toSequence(Array.from({ length: times }, () => [...sentence]).flat());
  // Not the same text twice: the aligner is to meet runs at every place.
  const [many, few] = [500, 250].map((times) => time(repeated(times), toSequence([7, ...repeated(times).ids])));
  return [
    {
      figure: `alignment, ${LENGTH} against ${LENGTH} syllables that share a third`,
      value: time(first, second),
      unit: 'ms',
      must: 5,
      better: 'less',
      detail: `median of ${rounds}`,
    },
    {
      figure: 'the same sentence 500 times in both, against 250 times',
      value: (many ?? 0) / (few ?? 1),
      unit: '×',
      must: 2.3,
      better: 'less',
      detail: `${many?.toFixed(1)} ms against ${few?.toFixed(1)} ms, ${sentence.length} syllables a sentence; linear is 2`,
    },
  ];
}

/** @param {Essays} essays @param {number} which */
function sharing(essays, which) {
  const words = (/** @type {number} */ from) =>
    [0, 1, 2, 3].flatMap((i) => [...essays.sequence(essays.generator.essay(from + i, 'own')).ids]);
  const third = Math.round(LENGTH / 3);
  return toSequence([...words(100).slice(0, third), ...words(200 + 10 * which).slice(0, LENGTH - third)]);
}

/** @param {readonly number[]} ids @returns {import('../core.mjs').Sequence} */
const toSequence = (ids) => ({
  ids: Uint32Array.from(ids),
  starts: Uint32Array.from(ids, (_, i) => 5 * i),
  ends: Uint32Array.from(ids, (_, i) => 5 * i + 4),
  kinds: new Uint8Array(ids.length),
});
