// @ts-check
// What is found of a batch in which many took their essay from one outside text, and what an essay costs as it grows.
//   node scripts/popular-sample.mjs [--of 5000] [--copies 3000] [--growth 500,1000,2000] [--edits 0.2] [--seed 1] [--dist dist]
// The whole of `assess` in this process; only the files are read without a sandbox.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { howWellFound, popularSample } from './popular-sample/essays.mjs';

const { values } = parseArgs({
  options: {
    of: { type: 'string', default: '5000' },
    copies: { type: 'string', default: '3000' },
    growth: { type: 'string', default: '' },
    edits: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: '1' },
    dist: { type: 'string', default: 'dist' },
  },
});
/** @param {string} path */
const load = (path) => import(pathToFileURL(resolve(values.dist, path)).href);
const { KEEPING, withCorpus } = await load('cli/house.js');
const { extract } = await load('extract/extract.js');
const { EXTRACT_LIMITS } = await load('model/extraction.js');
const { assessBatch } = await load('pipeline/assess.js');
const { prepareCampaign } = await load('pipeline/prepare-campaign.js');

const sandbox = {
  extract: (/** @type {Uint8Array} */ bytes, /** @type {string} */ name) => extract(bytes, name, EXTRACT_LIMITS),
  close: async () => {},
};

/** @param {number} of @param {number} copies */
async function measure(of, copies) {
  const { essays } = popularSample({ of, copies, edits: Number(values.edits), seed: Number(values.seed) });
  const folder = mkdtempSync(join(tmpdir(), 'popular-'));
  try {
    mkdirSync(join(folder, 'lo'));
    for (const { file, text } of essays) writeFileSync(join(folder, 'lo', file), text);
    const campaign = await prepareCampaign(join(folder, 'dot.yaml'), 'name: Đo\nthemes: []\n', sandbox, KEEPING.settings);
    const keeping = { ...KEEPING, sandbox, jobs: 1, roster: null, progress: () => {} };
    const before = process.cpuUsage();
    const report = await withCorpus(null, true, (/** @type {any} */ corpus) =>
      assessBatch([join(folder, 'lo')], campaign, { ...keeping, corpus }),
    );
    const { user, system } = process.cpuUsage(before);
    return { found: howWellFound(essays, report), cpu: (user + system) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const [of, copies] = [Number(values.of), Number(values.copies)];
const sizes = [...(values.growth === '' ? [] : values.growth.split(',').map(Number)), of];
/** @type {{ size: number, cpu: number } | null} */
let smallest = null;
for (const size of sizes) {
  const taken = Math.round((size * copies) / of);
  const { found, cpu } = await measure(size, taken);
  smallest ??= { size, cpu };
  const exponent = Math.log(cpu / smallest.cpu) / Math.log(size / smallest.size);
  const growth = size === smallest.size ? '' : `growth exponent ${exponent.toFixed(2)} since ${smallest.size}: `;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const { review, rewrite, recall, precision, groups, purity, completeness, honestReview } = found;
  console.log(`${taken} of ${size}: review ${percent(review)}, rewrite ${percent(rewrite)}, honest to review ${percent(honestReview)}`);
  console.log(`  letters ${percent(recall)}, precision ${percent(precision)}`);
  console.log(`  groups ${groups}, purity ${percent(purity)}, completeness ${percent(completeness)}`);
  console.log(`  ${growth}${((1000 * cpu) / size).toFixed(2)} ms CPU an essay, peak ${peak} MiB`);
}
