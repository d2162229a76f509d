// @ts-check
// The built program as themes are measured with: every call into it stands here.
import { readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSet } from './sets.mjs';

/** @typedef {Awaited<ReturnType<typeof loadProduct>>} Product */
/** @typedef {import('../../src/pipeline/essay.js').Essay} Essay */
/** @typedef {import('../../src/model/assessment.js').Assessment} Assessment */
/** @typedef {import('../../src/pipeline/prepare-campaign.js').PreparedCampaign} PreparedCampaign */
/** An essay of a set, by its name in the labels, and what the program says of it. @typedef {{ name: string, essay: Essay, assessment: Assessment }} AssessedEssay */
/** @typedef {{ set: import('./sets.mjs').LabelledSet, prepared: PreparedCampaign, essays: readonly AssessedEssay[] }} AssessedSet */

/** @param {string} build folder with the compiled modules */
export async function loadProduct(build = 'dist') {
  /** @param {string} path @returns {Promise<any>} */
  const load = (path) => import(pathToFileURL(join(resolve(build), path)).href);
  /** @type {typeof import('../../src/cli/house.js')} */
  const house = await load('cli/house.js');
  /** @type {typeof import('../../src/pipeline/prepare-campaign.js')} */
  const campaigns = await load('pipeline/prepare-campaign.js');
  /** @type {typeof import('../../src/pipeline/intake/collect.js')} */
  const intake = await load('pipeline/intake/collect.js');
  /** @type {typeof import('../../src/pipeline/keep-essays.js')} */
  const keeping = await load('pipeline/keep-essays.js');
  /** @type {typeof import('../../src/pipeline/assess-essays.js')} */
  const assessing = await load('pipeline/assess-essays.js');
  /** @type {typeof import('../../src/model/settings.js')} */
  const { DETECTION_SETTINGS: settings } = await load('model/settings.js');
  /** @type {typeof import('../../src/model/extraction.js')} */
  const { EXTRACT_LIMITS: limits } = await load('model/extraction.js');
  /** @type {typeof import('../../src/model/tokens.js')} */
  const tokens = await load('model/tokens.js');
  /** @type {typeof import('../../src/model/span.js')} */
  const spans = await load('model/span.js');
  /** @type {typeof import('../../src/normalise/read-essay.js')} */
  const normalising = await load('normalise/read-essay.js');
  /** @type {typeof import('../../src/score/score-themes.js')} */
  const scoring = await load('score/score-themes.js');
  /** @type {typeof import('../../src/score/themes/strength.js')} */
  const strength = await load('score/themes/strength.js');
  /** @type {typeof import('../../src/score/themes/evidence.js')} */
  const evidence = await load('score/themes/evidence.js');
  const pipeline = { house, campaigns, intake, keeping, assessing, settings, limits };
  return { pipeline, tokens, spans, normalising, scoring, strength, evidence };
}

/** Assesses the essays of some sets as `soatbai assess` does, each set by itself. @param {Product} product @param {readonly string[]} folders @returns {Promise<AssessedSet[]>} */
export function assessSets({ pipeline }, folders) {
  const { house, campaigns, intake, keeping, assessing, settings, limits } = pipeline;
  const jobs = house.DEFAULT_JOBS;
  const progress = () => {};
  return house.withSandbox(jobs, async (sandbox) => {
    const assessed = [];
    for (const folder of folders) {
      const file = join(folder, 'campaign.yaml');
      const prepared = await campaigns.prepareCampaign(file, readFileSync(file, 'utf8'), sandbox, settings);
      const inputs = await intake.collectInputs([join(folder, 'essays')], limits);
      const essays = await house.withCorpus(null, false, async (corpus) => {
        const kept = await keeping.keepEssays(inputs, prepared, { ...house.KEEPING, corpus, sandbox, jobs, roster: null, progress });
        const { assessments } = await assessing.assessEssays(kept.essays, prepared, { corpus, progress });
        return kept.essays.map((essay, i) => {
          const assessment = assessments[i];
          if (assessment === undefined) throw new Error(`${essay.submission.file} was not assessed`);
          return { name: nameOf(essay.submission.file), essay, assessment };
        });
      });
      await inputs.close();
      assessed.push({ set: readSet(folder), prepared, essays });
    }
    return assessed;
  });
}

/** @param {string} file */
const nameOf = (file) => basename(file, extname(file)).normalize('NFC');

/** What the program says of a set, as figures are worked out from it. @param {AssessedSet} assessed @returns {import('./figures.mjs').Results} */
export function resultsOf({ essays }) {
  return new Map(
    essays.map(({ name, essay, assessment }) => {
      const { text } = essay.extraction;
      const themes = assessment.themes.map(
        ({ id, score, met, evidence }) =>
          /** @type {const} */ ([id, { score: score ?? 0, met, evidence: evidence.map(({ start, end }) => text.slice(start, end)) }]),
      );
      return [name, { text, themes: new Map(themes) }];
    }),
  );
}
