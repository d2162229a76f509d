// @ts-check
import { Essays } from '../essays.mjs';
import { cpuOfEach, median } from '../measure.mjs';

/** From a text to all that is kept of it to find it again. @type {import('../bench.mjs').Row} */
export async function indexing({ core, quick }) {
  const essays = new Essays(core);
  const count = 200;
  const texts = Array.from({ length: count }, (_, i) => essays.text(i));
  const syllables = texts.reduce((sum, text) => sum + core.tokens(text).ids.length, 0);
  const rounds = Array.from({ length: quick ? 10 : 30 }, () => [
    cpuOfEach(texts, (text) => core.indexForKeeping(core.tokens(text))),
    cpuOfEach(texts, core.tokens),
  ]).slice(3);
  const [all = 0, tokens = 0] = [0, 1].map((part) => (1000 * median(rounds.map((round) => round[part] ?? 0))) / syllables);
  return [
    {
      figure: 'text → tokens, signature, fingerprints, per 1,000 syllables',
      value: all,
      unit: 'ms',
      must: 0.4,
      aim: 0.15,
      better: 'less',
      detail: `tokens ${tokens.toFixed(3)} ms of it; ${count} essays of ${Math.round(syllables / count)} syllables`,
    },
  ];
}
