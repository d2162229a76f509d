import type { AlignedRun } from '../align/aligned-run.js';
import { alignPair, mirror } from '../compare/align-pair.js';
import { comparePair } from '../compare/compare-pair.js';
import type { Edge } from '../compare/groups.js';
import { carryOver, countEdits, rareWeights, type TokenWeights } from '../compare/shares.js';
import type { Corpus } from '../corpus/corpus.js';
import type { Match, MatchKind } from '../model/assessment.js';
import type { Submission } from '../model/submission.js';
import type { MarkedSequence } from '../model/tokens.js';
import { AlignedPairs } from './aligned-pairs.js';
import type { Essay } from './essay.js';
import { findPartners, type ReadableEssay } from './find-partners.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import type { Progress } from './progress.js';

/** One match and the weight of each token of the essay that it covers. */
export interface WeighedMatch {
  readonly match: Match;
  readonly weights: TokenWeights;
}

export interface MatchedBatch {
  /** Matches of each readable essay by submission id, heaviest first. */
  readonly matches: ReadonlyMap<string, readonly WeighedMatch[]>;
  /** Pairs inside the batch that share anything. */
  readonly edges: readonly Edge[];
  /** The sequences and alignments that were looked at. */
  readonly pairs: AlignedPairs;
}

/** Essays whose partners are loaded together. */
const CHUNK = 32;

/** Finds what every readable essay of the batch shares with all kept essays, the batch's own among them, and with the known samples. */
export async function matchEssays(
  essays: readonly Essay[],
  campaign: PreparedCampaign,
  corpus: Corpus,
  progress: Progress,
): Promise<MatchedBatch> {
  const readable = essays.filter((essay): essay is ReadableEssay => essay.sequence !== null);
  const submissions = new Map<string, Submission>((await corpus.list()).map((submission) => [submission.id, submission]));
  // An essay of the batch is called by the name that it has there, whatever it was called when it was first kept.
  for (const { submission } of readable) submissions.set(submission.id, submission);
  const partners = await findPartners(readable, campaign, corpus);
  const pairs = new AlignedPairs(readable, { corpus, campaign, submissions });
  const matches = new Map<string, WeighedMatch[]>();
  const edges = new Map<string, Edge>();
  for (let start = 0; start < readable.length; start += CHUNK) {
    const chunk = readable.slice(start, start + CHUNK);
    await pairs.load(chunk.flatMap(({ submission }) => [...partners.of.get(submission.id)!]));
    for (const essay of chunk) matches.set(essay.submission.id, matchOne(essay));
    progress('match', Math.min(start + CHUNK, readable.length), readable.length);
  }
  return { matches, edges: [...edges.values()], pairs };

  function matchOne({ submission, sequence }: ReadableEssay): WeighedMatch[] {
    const weigh = createWeigher(sequence, partners.rarity.get(submission.id)!, campaign);
    const found: WeighedMatch[] = [];
    for (const id of partners.of.get(submission.id)!) {
      const [other, that] = [submissions.get(id), pairs.sequence(id)];
      const kind = other && kindOf(submission, other);
      if (!other || !that || !kind) continue;
      const runs = pairs.align(submission.id, id);
      // A member's own attempts resemble each other; that makes no group.
      if (kind === 'submission' && pairs.isInBatch(id)) addEdge(submission.id, id, runs);
      found.push(weigh({ id, file: other.file, kind }, { sequence: that, rarity: partners.rarity.get(id) ?? null }, runs));
    }
    for (const sample of campaign.samples) {
      const runs = alignPair(sequence, sample.sequence, campaign.settings.compare);
      found.push(weigh({ id: sample.id, file: sample.file, kind: 'sample' }, { sequence: sample.sequence, rarity: null }, runs));
    }
    return found.filter(({ match }) => match.passages.length > 0).sort(heaviestFirst);
  }

  function addEdge(first: string, second: string, runs: readonly AlignedRun[]): void {
    const key = [first, second].sort().join(' ');
    if (!edges.has(key)) edges.set(key, { first, second, similarity: pairs.similarity(first, second, runs) });
  }
}

/** The other side of a pair; its rarity is known when it belongs to the batch. */
interface OtherText {
  readonly sequence: MarkedSequence;
  readonly rarity: Float32Array | null;
}

/** Weighs the runs of one essay by how rare their wording is, and leaves out passages of nothing but common wording. */
function createWeigher(sequence: MarkedSequence, rarity: Float32Array, { settings }: PreparedCampaign) {
  return (named: Pick<Match, 'id' | 'file' | 'kind'>, other: OtherText, runs: readonly AlignedRun[]): WeighedMatch => {
    const matched = rareWeights(runs, [rarity, other.rarity], settings);
    const carried = carryOver(runs, matched, other.sequence.ids.length);
    const weights = countEdits(runs, matched, settings.compare);
    const otherWeights = countEdits(runs.map(mirror), carried, settings.compare);
    const figures = comparePair({ first: sequence, second: other.sequence, runs, weights, otherWeights }, settings.compare);
    return {
      match: {
        ...named,
        similarityOfThis: figures.similarityOfFirst,
        similarityOfThat: figures.similarityOfSecond,
        passages: figures.passages,
      },
      weights,
    };
  };
}

/**
 * What another essay is to this one. A member's earlier attempt in the same campaign never counts; an essay of an other
 * campaign counts as self-reuse. null, no match at all: a later attempt, and this very file as `corpus add` kept it.
 */
function kindOf(submission: Submission, other: Submission): MatchKind | null {
  if (submission.member !== other.member) return 'submission';
  if (submission.campaign === other.campaign) return other.sequence < submission.sequence ? 'earlier-attempt' : null;
  return other.campaign === null && other.sha256 === submission.sha256 ? null : 'self-reuse';
}

const heaviestFirst = (a: WeighedMatch, b: WeighedMatch): number =>
  (b.match.similarityOfThis ?? 0) - (a.match.similarityOfThis ?? 0) || (a.match.id < b.match.id ? -1 : 1);
