// @ts-check
// What it costs to score an essay on its themes, and to get ready for it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuOf, cpuOfAsync, median, quantile } from '../measure.mjs';

const SETS = ['khe-tram', 'hai-lam', 'cuu-thanh'].map((name) => join('fixtures/themes', name));
const SYLLABLES = 1_000;
const THEMES = 10;
const PHRASES = 20;

/** Essays put together of the labelled ones, on themes that are put together of their campaigns' ones. @type {import('../bench.mjs').Row} */
export async function themes({ core, quick }) {
  const scoring = await core.loadThemes();
  const loading = median(await rounds(quick ? 3 : 7, () => cpuOfAsync(scoring.readVectors)));
  const vectors = await scoring.readVectors();
  const campaigns = SETS.map((folder) => scoring.parseCampaign(join(folder, 'campaign.yaml')));
  const references = SETS.slice(0, 1).map((folder) => readFileSync(join(folder, 'resolution.txt'), 'utf8'));
  const asked = manyThemes(campaigns.flatMap((campaign) => campaign.themes));
  const preparing = await rounds(quick ? 3 : 7, async () => cpuOf(() => scoring.prepare(asked, references, vectors)));
  const prepared = scoring.prepare(asked, references, vectors);

  const essays = longEssays(scoring).map((text) => scoring.read(text));
  for (const essay of essays) scoring.score(essay, prepared);
  const times = Array.from({ length: quick ? 3 : 15 }, () => essays.map((essay) => cpuOf(() => scoring.score(essay, prepared)))).flat();
  const first = scoring.prepare(asked, references, vectors);
  const cold = cpuOf(() => essays[0] && scoring.score(essays[0], first));
  const syllables = essays.map(({ normalised }) => normalised.tokens.length);
  return [
    {
      figure: `scoring an essay of ${SYLLABLES} syllables on ${THEMES} themes of ${PHRASES} phrases, median`,
      value: median(times),
      unit: 'ms',
      must: 5,
      better: 'less',
      detail: `95 % within ${quantile(times, 0.95).toFixed(2)} ms; ${essays.length} essays of ${median(syllables)} syllables; the first of a campaign ${cold.toFixed(1)} ms`,
    },
    {
      figure: `preparing a campaign of ${THEMES} themes of ${PHRASES} phrases`,
      value: median(preparing),
      unit: 'ms',
      better: 'less',
      detail: 'once a campaign and process; the resolution among it, the vectors not',
    },
    {
      figure: 'loading the word vectors',
      value: loading,
      unit: 'ms',
      better: 'less',
      detail: `once a process; ${vectors.words.length} words of ${vectors.dimensions} dimensions`,
    },
  ];
}

/** @template T @param {number} count @param {() => Promise<T>} work @returns {Promise<T[]>} */
async function rounds(count, work) {
  const results = [];
  for (let i = 0; i < count; i++) results.push(await work());
  return results;
}

/** @typedef {import('../../../src/model/campaign.js').Theme} Theme */

/** So many themes, each filled up with phrases of others of its kind. @param {readonly Theme[]} all @returns {Theme[]} */
function manyThemes(all) {
  return all.slice(0, THEMES).map((theme, i) => {
    const others = all.filter((other) => other !== theme && other.kind === theme.kind).flatMap(({ phrases }) => phrases);
    const rest = all.flatMap(({ phrases }) => phrases);
    const phrases = [...new Set([...theme.phrases, ...others, ...rest])].slice(0, PHRASES);
    return { ...theme, id: `t${i}`, phrases, facets: [] };
  });
}

/** Texts of so many syllables, of paragraphs of the labelled essays. @param {Awaited<ReturnType<import('../core.mjs').Core['loadThemes']>>} scoring */
function longEssays(scoring) {
  const texts = SETS.flatMap((folder) =>
    readdirSync(join(folder, 'essays'))
      .sort()
      .map((name) => readFileSync(join(folder, 'essays', name), 'utf8')),
  );
  const paragraphs = texts.flatMap((text) => text.split(/\n+/)).filter((line) => line !== '');
  /** @type {string[]} */
  const essays = [];
  let text = '';
  let syllables = 0;
  for (const paragraph of paragraphs) {
    const words = paragraph.split(/\s+/);
    text += `${words.slice(0, SYLLABLES - syllables).join(' ')}\n`;
    syllables = scoring.read(text).normalised.tokens.length;
    if (syllables < SYLLABLES) continue;
    essays.push(text);
    text = '';
    syllables = 0;
  }
  return essays;
}
