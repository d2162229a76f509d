// @ts-check
// What it costs to sign an essay, and how well two signatures tell how alike two essays are.
import { createRandom } from '../../random.mjs';
import { Essays } from '../essays.mjs';
import { alternate, cpuOfEach, rootMeanSquare } from '../measure.mjs';

const PERMUTATIONS = 128;
/** Essays that each side signs in a round: ours more, since a clock needs milliseconds. */
const OURS = 400;
const THEIRS = 2;

/** @type {import('../bench.mjs').Row} */
export async function signature({ core, quick }) {
  const figure = 'signature of an essay against npm minhash';
  const peer = await import('minhash').catch(() => null);
  if (peer === null) return [{ figure, skipped: 'npm install minhash' }];
  const essays = new Essays(core);
  const written = Array.from({ length: OURS }, (_, i) => essays.generator.essay(i));
  const sequences = written.map((essay) => essays.sequence(essay));
  const shingles = written.slice(0, THEIRS).map((essay) => {
    const syllables = essays.plainText(essay).split(' ');
    return syllables.map((_, at) => syllables.slice(at, at + core.shingle).join(' ')).slice(0, 1 - core.shingle);
  });
  const { ours, theirs, ratio } = alternate({
    ours: () => cpuOfEach(sequences, core.sign) / OURS,
    theirs: () => cpuOfEach(shingles, (texts) => signWith(peer.Minhash, texts)) / THEIRS,
    rounds: quick ? 5 : 15,
  });
  const detail = `${(1000 * ours).toFixed(1)} µs from token ids against ${theirs.toFixed(1)} ms from ready shingles with ${PERMUTATIONS} permutations`;
  return [{ figure, value: ratio, unit: '×', must: 50, aim: 300, better: 'more', detail }];
}

/** @param {typeof import('minhash').Minhash} Minhash @param {readonly string[]} shingles */
function signWith(Minhash, shingles) {
  const signature = new Minhash({ numPerm: PERMUTATIONS });
  for (const shingle of shingles) signature.update(shingle);
}

/** Own parts of a pair are half as many shingles as the common part: similarity 1/2. @type {import('../bench.mjs').Row} */
export async function jaccard({ core, quick }) {
  const pairs = quick ? 300 : 1_000;
  const random = createRandom(7);
  const own = 150;
  const common = 2 * own + core.shingle - 1;
  let bytes = 0;
  const errors = Array.from({ length: pairs }, () => {
    const shared = words(random, common);
    const [one, other] = [0, 1].map(() => sequenceOf([...shared, ...words(random, own)]));
    if (one === undefined || other === undefined) throw new Error('no pair');
    const [first, second] = [core.sign(one), core.sign(other)];
    bytes = core.signatureBytes(first);
    return core.estimate(first, second) - exact(core.shingles(one), core.shingles(other));
  });
  return [
    {
      figure: `rmse of the Jaccard estimate at 0.5, ${pairs} pairs`,
      value: 100 * rootMeanSquare(errors),
      unit: '%',
      must: 4.7,
      aim: 2,
      better: 'less',
      detail: `${bytes} bytes a signature (512 at most); mean error ${((100 * errors.reduce((sum, error) => sum + error, 0)) / pairs).toFixed(2)} %`,
    },
  ];
}

/** @param {() => number} random @param {number} count */
const words = (random, count) => Array.from({ length: count }, () => Math.floor(random() * 2 ** 32) || 1);

/** @param {readonly number[]} ids */
const sequenceOf = (ids) => ({
  ids: Uint32Array.from(ids),
  starts: Uint32Array.from(ids, (_, i) => 5 * i),
  ends: Uint32Array.from(ids, (_, i) => 5 * i + 4),
  kinds: new Uint8Array(ids.length),
});

/** @param {Set<number>} one @param {Set<number>} other */
function exact(one, other) {
  const common = [...one].filter((hash) => other.has(hash)).length;
  return common / (one.size + other.size - common);
}
