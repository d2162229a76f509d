import { tokenRarity } from '../compare/rarity.js';
import type { CandidateAnswer, Corpus } from '../corpus/corpus.js';
import { indexForQuery } from '../fingerprint/index-essay.js';
import type { Candidate, EssayIndex } from '../model/detection.js';
import { countedUnit } from '../model/submission.js';
import { type MarkedSequence, partsOf } from '../model/tokens.js';
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
  /** As `countedUnit` has it. */
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
  const texts = essays.map(({ submission, sequence }) => ({ id: submission.id, unit: countedUnit(submission), sequence }));
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
    const asked = chunk.flatMap((text) => partsToAsk(text));
    const queries = asked.map(({ id, unit, part }) => ({
      submissionId: id,
      unit,
      index: indexForQuery(part, campaign.permutations, campaign.settings.fingerprint),
    }));
    const answers = await corpus.candidates(queries);
    const known = new Map(
      chunk.map(({ id, sequence }) => [id, { id, rarity: new Float32Array(sequence.ids.length).fill(1), candidates: [] as Candidate[] }]),
    );
    for (const [i, { id, part, from }] of asked.entries()) {
      const { rarity, candidates } = known.get(id)!;
      rarity.set(rarityOf(part, queries[i]!.index, answers[i]!, campaign), from);
      candidates.push(...answers[i]!.candidates);
    }
    yield* known.values();
  }
}

/**
 * The body of a text, and what stands beside it, if there is any: each is asked about by itself, so that padding, however much,
 * changes nothing of what is known of the body.
 */
function partsToAsk({ id, unit, sequence }: AskedText): { id: string; unit: string; part: MarkedSequence; from: number }[] {
  const [body, beside] = partsOf(sequence);
  const whole = { id, unit, part: body, from: 0 };
  return beside.ids.length === 0 ? [whole] : [whole, { id, unit, part: beside, from: body.ids.length + 1 }];
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
