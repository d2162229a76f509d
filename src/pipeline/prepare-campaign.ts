import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { STOCK_PHRASES } from '../compare/stock-phrases.js';
import { type Exclusion, markExcluded, prepareExclusion } from '../exclude/exclude.js';
import { createPermutations, type Permutations } from '../fingerprint/minhash.js';
import { shingleHashes } from '../fingerprint/shingles.js';
import type { Campaign } from '../model/campaign.js';
import { AppError } from '../model/errors.js';
import type { DetectionSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
import { toPhrase } from '../score/phrases.js';
import { type PreparedTheme, prepareThemes } from '../score/themes.js';
import { parseCampaign } from './campaign-file.js';
import { referenceUnreadable } from './messages.js';
import { isReadable, type Reading, readEssay } from './read-essay.js';
import type { Sandbox } from './sandbox.js';

/** A known outside essay. */
export interface Sample {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly sequence: MarkedSequence;
}

/** A campaign with everything that is the same for all its essays worked out once. */
export interface PreparedCampaign {
  readonly campaign: Campaign;
  readonly settings: DetectionSettings;
  readonly exclusion: Exclusion;
  readonly samples: readonly Sample[];
  readonly themes: readonly PreparedTheme[];
  readonly permutations: Permutations;
  /** SHA-256 of the listed documents: one that lies among the essays is none. */
  readonly documents: ReadonlySet<string>;
  /** k-grams of well-known phrases. */
  readonly stock: ReadonlySet<number>;
}

/**
 * Reads a campaign file and the documents it lists. Rejects with AppError `file-not-found`, `campaign-file`, or
 * `reference-unreadable`: with a resolution that cannot be read, every quote of it would look copied.
 */
export async function prepareCampaign(
  file: string,
  text: string,
  sandbox: Sandbox,
  settings: DetectionSettings,
): Promise<PreparedCampaign> {
  const campaign = parseCampaign(text, file);
  const read = (name: string): Promise<Reading> => readDocument(resolve(dirname(file), name), name, sandbox);
  const lists = [campaign.references, campaign.templates, campaign.samples].map((names) => Promise.all(names.map(read)));
  const [references, templates, samples] = (await Promise.all(lists)) as [Reading[], Reading[], Reading[]];
  const exclusion = prepareExclusion(sequencesOf(references), sequencesOf(templates), settings.exclude);
  return {
    campaign,
    settings,
    exclusion,
    samples: samples.map(({ file: name, extraction }) => ({
      id: `sample:${name}`,
      file: name,
      text: extraction.text,
      sequence: markExcluded(normalise(extraction.text).sequence, exclusion),
    })),
    themes: prepareThemes(campaign.themes, campaign.synonyms, (text) => toPhrase(normalise(text).tokens)),
    permutations: createPermutations(settings.fingerprint.numPerm),
    documents: new Set([...references, ...templates, ...samples].map(({ sha256 }) => sha256)),
    stock: stockKgrams(settings),
  };
}

/** Reads a document that quotes are looked for in. Rejects with AppError `reference-unreadable`. */
async function readDocument(path: string, name: string, sandbox: Sandbox): Promise<Reading> {
  const reading = await readEssay({ name, read: () => readFile(path) }, sandbox);
  const { extraction } = reading;
  if (!isReadable(extraction)) throw new AppError('reference-unreadable', referenceUnreadable(name, extraction.messages[0]?.text ?? ''));
  return reading;
}

const sequencesOf = (documents: readonly Reading[]) => documents.map(({ extraction }) => normalise(extraction.text).sequence);

function stockKgrams({ fingerprint }: DetectionSettings): Set<number> {
  return new Set(STOCK_PHRASES.flatMap((phrase) => [...shingleHashes(normalise(phrase).sequence.ids, null, fingerprint.kgram)]));
}
