import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { KEEPING, openCorpus } from '../../src/cli/house.js';
import type { Corpus } from '../../src/corpus/corpus.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { collectInputs } from '../../src/pipeline/intake/collect.js';
import { keepEssays } from '../../src/pipeline/keep-essays.js';
import { prepareCampaign } from '../../src/pipeline/prepare-campaign.js';
import { parseRoster } from '../../src/pipeline/roster-file.js';
import { HERE } from '../support/here.js';
import { PLAIN } from './batch.js';
import { type Files, folderWith, lines, newFolder } from './inputs.js';

/** A corpus in a folder of its own, both gone after the test. */
export async function newCorpus(): Promise<Corpus> {
  const corpus = await openCorpus({ folder: await newFolder(), create: true, access: 'write', lease: null });
  onTestFinished(() => corpus.close());
  return corpus;
}

/** Keeps files as a batch of the plain campaign would, and compares nothing; `roster` as for `assess`. */
export async function keep(files: Files, corpus: Corpus, roster: readonly string[]): Promise<void> {
  const folder = await folderWith(files);
  const prepared = await prepareCampaign(join(folder, 'dot.yaml'), PLAIN, HERE, DETECTION_SETTINGS);
  const listed = parseRoster(Buffer.from(lines('file,member,unit', ...roster)), 'ds.csv');
  const inputs = await collectInputs([folder], EXTRACT_LIMITS);
  const keeping = { ...KEEPING, corpus, sandbox: HERE, jobs: 4, roster: listed, progress: () => {} };
  await keepEssays(inputs, prepared, keeping).finally(inputs.close);
}
