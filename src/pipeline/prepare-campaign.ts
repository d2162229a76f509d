import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { STOCK_PHRASES } from '../compare/stock-phrases.js';
import { type Exclusion, markExcluded } from '../exclude/exclude.js';
import { createPermutations, type Permutations } from '../fingerprint/minhash.js';
import { shingleHashes } from '../fingerprint/shingles.js';
import type { Campaign } from '../model/campaign.js';
import type { CampaignDefinition, CampaignDocument, DocumentRef } from '../model/campaign-record.js';
import { AppError } from '../model/errors.js';
import { tracesOf } from '../model/file-traces.js';
import type { DetectionSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
import { type Expectations, prepareExpectations } from '../score/expectations.js';
import { factsKnown } from '../score/generic.js';
import { prepareQuestion, type Question } from '../score/question.js';
import { type PreparedThemes, prepareThemes } from '../score/themes/prepare.js';
import type { WordVectors } from '../vietnamese/word-vectors.js';
import { parseCampaign } from './campaign-file.js';
import { excludeTexts } from './known-texts.js';
import { documentMissing, referenceUnreadable } from './messages.js';
import { frameOf } from './programme-frame.js';
import { prepareQuoteSources, type QuoteSources, type SourceDocument } from './quote-sources.js';
import { blankFurniture, isReadable, readEssay } from './read-essay.js';
import type { Sandbox } from './sandbox.js';
import { loadWordVectors } from './word-vectors-file.js';

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
  /** Where quotes are from. */
  readonly quoteSources: QuoteSources;
  readonly samples: readonly Sample[];
  readonly themes: PreparedThemes;
  readonly expectations: Expectations;
  readonly permutations: Permutations;
  /** SHA-256 of the listed documents: one that lies among the essays is none. */
  readonly documents: ReadonlySet<string>;
  /** Traces of the references and forms: they tell of an essay's file only that it was made from one. */
  readonly traces: ReadonlySet<string>;
  /** k-grams of well-known phrases. */
  readonly stock: ReadonlySet<number>;
  /** What answers are held to; of other kinds nothing. */
  readonly question: Question;
  /** Facts that its documents and its question have, by key. */
  readonly facts: ReadonlySet<string>;
  /** The same with another task: its themes, and its question in these words. */
  readonly withTask: (task: Pick<Campaign, 'themes' | 'prompt'>) => PreparedCampaign;
}

/** The documents of a campaign, read. */
export type CampaignDocuments = Readonly<Record<DocumentList, readonly CampaignDocument[]>>;
const LISTS = ['references', 'templates', 'samples'] as const;
type DocumentList = (typeof LISTS)[number];

/** Works out what all essays of a campaign have in common, from the texts of its documents. */
function prepareDefinition(
  campaign: Campaign,
  documents: CampaignDocuments,
  settings: DetectionSettings,
  { vectors, prompts }: { readonly vectors: WordVectors; readonly prompts: readonly string[] },
): PreparedCampaign {
  const [references, forms] = [textsOf(documents.references), textsOf(documents.templates)];
  const given = [campaign.prompt, ...prompts, ...frameOf(campaign.kind)];
  const exclusion = excludeTexts(references, forms, settings.exclude, given);
  const read = documents.references.map(({ text }) => ({ text, normalised: normalise(text) }));
  const toTokens = (text: string) => normalise(text).tokens;
  const common = {
    settings,
    exclusion,
    quoteSources: quoteSourcesOf(campaign, documents),
    samples: documents.samples.map(({ file, text }) => ({
      id: `sample:${file}`,
      file,
      text,
      sequence: markExcluded(normalise(text).sequence, exclusion, text),
    })),
    expectations: prepareExpectations(campaign, references, forms, toTokens),
    permutations: createPermutations(settings.fingerprint.numPerm),
    traces: new Set([...documents.references, ...documents.templates].flatMap(({ traces }) => traces)),
    documents: new Set(LISTS.flatMap((list) => documents[list].map(({ sha256 }) => sha256))),
    stock: stockKgrams(settings),
  };
  const asking = (asked: Campaign): PreparedCampaign => ({
    ...common,
    campaign: asked,
    themes: prepareThemes(asked, { vectors, references: read, toTokens }),
    question: asked.kind === 'situational-answer' ? prepareQuestion(asked.prompt, asked.themes, toTokens) : new Map(),
    facts: factsIn([...references, ...forms, asked.prompt]),
    withTask: (task) => asking({ ...asked, ...task }),
  });
  return asking(campaign);
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
  const readAll = (list: DocumentList): Promise<CampaignDocument[]> =>
    Promise.all(campaign[list].map((name) => readDocument(resolve(dirname(file), name), name, sandbox)));
  const [references, templates, samples] = await Promise.all([readAll('references'), readAll('templates'), readAll('samples')]);
  const vectors = await loadWordVectors();
  return prepareDefinition(campaign, { references, templates, samples }, settings, { vectors, prompts: [] });
}

/** Prepares a campaign that the service keeps; `documents` are those that it names, by SHA-256, `prompts` what groups are asked in place of its question. Rejects with AppError `unknown-document` when one is missing. */
export async function prepareKept(
  definition: CampaignDefinition,
  { documents, prompts }: { readonly documents: ReadonlyMap<string, CampaignDocument>; readonly prompts: readonly string[] },
  settings: DetectionSettings,
): Promise<PreparedCampaign> {
  const withName = (ref: DocumentRef): CampaignDocument => {
    const document = documents.get(ref.sha256);
    if (document === undefined) throw new AppError('unknown-document', documentMissing(ref.file));
    return { ...document, ...ref };
  };
  const namesOf = (refs: readonly DocumentRef[]): string[] => refs.map(({ file }) => file);
  const { references, templates, samples } = definition;
  return prepareDefinition(
    { ...definition, references: namesOf(references), templates: namesOf(templates), samples: namesOf(samples) },
    { references: references.map(withName), templates: templates.map(withName), samples: samples.map(withName) },
    settings,
    { vectors: await loadWordVectors(), prompts },
  );
}

/** What quotes are named by: the references; the forms, with what everybody was given besides. */
export function quoteSourcesOf(
  { prompt, kind }: Pick<Campaign, 'prompt' | 'kind'>,
  { references, templates }: Readonly<Record<'references' | 'templates', readonly SourceDocument[]>>,
): QuoteSources {
  const given = [prompt, ...frameOf(kind)].filter((text) => text !== '').map((text) => ({ file: '', text }));
  return prepareQuoteSources(references, [...templates, ...given]);
}

/** Reads a document that quotes are looked for in. Rejects with AppError `reference-unreadable`. */
async function readDocument(path: string, name: string, sandbox: Sandbox): Promise<CampaignDocument> {
  const { sha256, extraction } = await readEssay({ name, read: () => readFile(path) }, sandbox);
  if (!isReadable(extraction)) throw new AppError('reference-unreadable', referenceUnreadable(name, extraction.messages[0]?.text ?? ''));
  return { file: name, sha256, text: blankFurniture(extraction), traces: tracesOf(extraction.metadata).map(({ key }) => key) };
}

const factsIn = (texts: readonly string[]): ReadonlySet<string> =>
  factsKnown(texts.map((text) => ({ text, tokens: normalise(text).tokens })));

const textsOf = (documents: readonly CampaignDocument[]): string[] => documents.map(({ text }) => text);

function stockKgrams({ fingerprint }: DetectionSettings): Set<number> {
  return new Set(STOCK_PHRASES.flatMap((phrase) => [...shingleHashes(normalise(phrase).sequence.ids, null, fingerprint.kgram)]));
}
