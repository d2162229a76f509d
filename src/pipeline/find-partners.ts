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

/** Essays whose candidates are asked for together. */
const CHUNK = 32;

/** Asks the corpus for the candidates of every essay. Who is a candidate of another has that one as a partner too: relations are symmetric. */
export async function findPartners(essays: readonly ReadableEssay[], campaign: PreparedCampaign, corpus: Corpus): Promise<Partners> {
  const partners = new Map(essays.map(({ submission }) => [submission.id, new Set<string>()]));
  const rarity = new Map<string, Float32Array>();
  for (let start = 0; start < essays.length; start += CHUNK) {
    const chunk = essays.slice(start, start + CHUNK);
    const queries = chunk.map(({ submission: { id, unit }, sequence }) => ({
      submissionId: id,
      unit,
      index: indexForQuery(sequence, campaign.permutations, campaign.settings.fingerprint),
    }));
    const answers = await corpus.candidates(queries);
    for (const [i, { submission, sequence }] of chunk.entries()) {
      rarity.set(submission.id, rarityOf(sequence, queries[i]!.index, answers[i]!, campaign));
      for (const { submissionId } of answers[i]!.candidates) {
        partners.get(submission.id)!.add(submissionId);
        partners.get(submissionId)?.add(submission.id);
      }
    }
  }
  return { of: partners, rarity };
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
