import type { AlignedRun } from '../align/aligned-run.js';
import { alignPair } from '../compare/align-pair.js';
import { comparePair } from '../compare/compare-pair.js';
import type { Edge } from '../compare/groups.js';
import { tokenRarity } from '../compare/rarity.js';
import { rareWeights, type TokenWeights } from '../compare/shares.js';
import type { CandidateAnswer, Corpus } from '../corpus/corpus.js';
import { indexForQuery } from '../fingerprint/index-essay.js';
import type { Match, MatchKind } from '../model/assessment.js';
import type { EssayIndex } from '../model/detection.js';
import type { Submission } from '../model/submission.js';
import type { MarkedSequence } from '../model/tokens.js';
import { AlignedPairs } from './aligned-pairs.js';
import type { Essay } from './essay.js';
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

/** Essays whose candidates are asked for and loaded together. */
const CHUNK = 32;

/** Finds what every readable essay of the batch shares with all kept essays, the batch's own among them, and with the known samples. */
export async function matchEssays(
  essays: readonly Essay[],
  campaign: PreparedCampaign,
  corpus: Corpus,
  progress: Progress,
): Promise<MatchedBatch> {
  const readable = essays.filter((essay): essay is ReadableEssay => essay.sequence !== null);
  const batch = new Map(readable.map(({ submission, sequence }) => [submission.id, sequence]));
  const submissions = new Map((await corpus.list()).map((submission) => [submission.id, submission]));
  const pairs = new AlignedPairs(batch, corpus, campaign);
  const matches = new Map<string, WeighedMatch[]>();
  const edges = new Map<string, Edge>();
  for (let start = 0; start < readable.length; start += CHUNK) {
    const chunk = readable.slice(start, start + CHUNK);
    const indexes = chunk.map(({ sequence }) => indexForQuery(sequence, campaign.permutations, campaign.settings.fingerprint));
    const answers = await corpus.candidates(
      chunk.map(({ submission: { id, unit } }, i) => ({ submissionId: id, unit, index: indexes[i]! })),
    );
    await pairs.load(answers.flatMap(({ candidates }) => candidates.map(({ submissionId }) => submissionId)));
    for (const [i, essay] of chunk.entries()) matches.set(essay.submission.id, matchOne(essay, indexes[i]!, answers[i]!));
    progress('match', Math.min(start + CHUNK, readable.length), readable.length);
  }
  return { matches, edges: [...edges.values()], pairs };

  function matchOne({ submission, sequence }: ReadableEssay, index: EssayIndex, answer: CandidateAnswer): WeighedMatch[] {
    const weigh = createWeigher(sequence, index, answer, campaign);
    const found: WeighedMatch[] = [];
    for (const { submissionId } of answer.candidates) {
      const [other, that] = [submissions.get(submissionId), pairs.sequence(submissionId)];
      if (!other || !that) continue;
      const runs = pairs.align(submission.id, submissionId);
      if (batch.has(submissionId)) addEdge(submission.id, submissionId, runs);
      found.push(weigh({ id: submissionId, file: other.file, kind: kindOf(submission, other) }, that, runs));
    }
    for (const sample of campaign.samples) {
      found.push(
        weigh(
          { id: sample.id, file: sample.file, kind: 'sample' },
          sample.sequence,
          alignPair(sequence, sample.sequence, campaign.settings.compare),
        ),
      );
    }
    return found.filter(({ match }) => match.passages.length > 0).sort(heaviestFirst);
  }

  function addEdge(first: string, second: string, runs: readonly AlignedRun[]): void {
    const key = [first, second].sort().join(' ');
    if (!edges.has(key)) edges.set(key, { first, second, similarity: pairs.similarity(first, second, runs) });
  }
}

type ReadableEssay = Essay & { readonly sequence: MarkedSequence };
type OtherText = Pick<Match, 'id' | 'file' | 'kind'>;

/** Weighs the runs of one essay by how rare its wording is, and leaves out passages of nothing but common wording. */
function createWeigher(sequence: MarkedSequence, index: EssayIndex, answer: CandidateAnswer, { settings, stock }: PreparedCampaign) {
  const isSmall = answer.units < settings.rarity.minimumUnits;
  const wording = {
    fingerprints: index.fingerprints,
    frequencies: answer.frequencies,
    units: answer.units,
    stock: isSmall ? stock : new Set<number>(),
  };
  const rarity = tokenRarity(sequence.ids.length, wording, settings.rarity);
  return (other: OtherText, that: MarkedSequence, runs: readonly AlignedRun[]): WeighedMatch => {
    const weights = rareWeights(runs, rarity, settings);
    const figures = comparePair({ first: sequence, second: that, runs, weights }, settings.compare);
    const passages = figures.passages.filter(({ weight }) => weight >= settings.compare.minimumWeight);
    return {
      match: { ...other, similarityOfThis: figures.similarityOfFirst, similarityOfThat: figures.similarityOfSecond, passages },
      weights,
    };
  };
}

/** A member's own essays are never sources of copying: an earlier attempt in the same campaign, or reuse from another one. */
function kindOf(submission: Submission, other: Submission): MatchKind {
  if (submission.member !== other.member) return 'submission';
  return submission.campaign === other.campaign ? 'earlier-attempt' : 'self-reuse';
}

const heaviestFirst = (a: WeighedMatch, b: WeighedMatch): number =>
  (b.match.similarityOfThis ?? 0) - (a.match.similarityOfThis ?? 0) || (a.match.id < b.match.id ? -1 : 1);
