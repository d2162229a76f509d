import { tokenRarity } from '../compare/rarity.js';
import type { CandidateAnswer, Corpus } from '../corpus/corpus.js';
import { indexForQuery } from '../fingerprint/index-essay.js';
import type { EssayIndex } from '../model/detection.js';
import type { MarkedSequence } from '../model/tokens.js';
import type { Essay } from './essay.js';
import type { PreparedCampaign } from './prepare-campaign.js';

export type ReadableEssay = Essay & { readonly sequence: MarkedSequence };

/** Whom every essay of a batch is to be compared with, and how rare its wording is. */
export interface Partners {
  /** Ids by submission id; a pair inside the batch stands on both sides. */
  readonly of: ReadonlyMap<string, ReadonlySet<string>>;
  /** One figure a token, 0..1, by submission id. */
  readonly rarity: ReadonlyMap<string, Float32Array>;
}

/** A text that the corpus is asked about. */
export interface AskedText {
  readonly id: string;
  readonly unit: string;
  readonly sequence: MarkedSequence;
}

/** Essays whose candidates are asked for together. */
const CHUNK = 32;

/**
 * Asks the corpus for the candidates of every essay. Who is a candidate of another has that one as a partner too: relations
 * are symmetric. `alsoWith` names further partners by essay.
 */
export async function findPartners(
  essays: readonly ReadableEssay[],
  campaign: PreparedCampaign,
  corpus: Corpus,
  alsoWith: ReadonlyMap<string, readonly string[]>,
): Promise<Partners> {
  const partners = new Map(essays.map(({ submission: { id } }) => [id, new Set(alsoWith.get(id))]));
  const rarity = new Map<string, Float32Array>();
  const texts = essays.map(({ submission: { id, unit }, sequence }) => ({ id, unit, sequence }));
  for await (const { id, rarity: own, candidates } of ask(texts, campaign, corpus)) {
    rarity.set(id, own);
    for (const { submissionId } of candidates) {
      partners.get(id)!.add(submissionId);
      partners.get(submissionId)?.add(id);
    }
  }
  return { of: partners, rarity };
}

/** How rare the wording of kept essays is, by id. */
export async function askRarity(
  texts: readonly AskedText[],
  campaign: PreparedCampaign,
  corpus: Corpus,
): Promise<ReadonlyMap<string, Float32Array>> {
  const rarity = new Map<string, Float32Array>();
  for await (const answer of ask(texts, campaign, corpus)) rarity.set(answer.id, answer.rarity);
  return rarity;
}

/** What the corpus knows of one text. */
interface Answer extends Pick<CandidateAnswer, 'candidates'> {
  readonly id: string;
  readonly rarity: Float32Array;
}

async function* ask(texts: readonly AskedText[], campaign: PreparedCampaign, corpus: Corpus): AsyncGenerator<Answer> {
  for (let start = 0; start < texts.length; start += CHUNK) {
    const chunk = texts.slice(start, start + CHUNK);
    const queries = chunk.map(({ id, unit, sequence }) => ({
      submissionId: id,
      unit,
      index: indexForQuery(sequence, campaign.permutations, campaign.settings.fingerprint),
    }));
    const answers = await corpus.candidates(queries);
    for (const [i, { id, sequence }] of chunk.entries()) {
      const answer = answers[i]!;
      yield { id, rarity: rarityOf(sequence, queries[i]!.index, answer, campaign), candidates: answer.candidates };
    }
  }
}

function rarityOf(
  sequence: MarkedSequence,
  index: EssayIndex,
  answer: CandidateAnswer,
  { settings, stock }: PreparedCampaign,
): Float32Array {
  const wording = {
    fingerprints: index.fingerprints,
    kgram: settings.fingerprint.kgram,
    frequencies: answer.frequencies,
    units: answer.units,
    stock: answer.units < settings.rarity.minimumUnits ? stock : new Set<number>(),
  };
  return tokenRarity(sequence.ids.length, wording, settings.rarity);
}
