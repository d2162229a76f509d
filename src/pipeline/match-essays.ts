import type { AlignedRun } from '../align/aligned-run.js';
import { alignPair, mirror } from '../compare/align-pair.js';
import { comparePair } from '../compare/compare-pair.js';
import { coverOf, shareWithout } from '../compare/cover.js';
import { carryOver, countEdits, rareWeights, type TokenWeights } from '../compare/shares.js';
import type { Edge } from '../compare/stars.js';
import type { Corpus } from '../corpus/corpus.js';
import type { Match, MatchKind } from '../model/assessment.js';
import type { MatchCover } from '../model/cover.js';
import { countedUnit, type Submission } from '../model/submission.js';
import type { MarkedSequence } from '../model/tokens.js';
import { AlignedPairs } from './aligned-pairs.js';
import type { Essay } from './essay.js';
import { askRarity, findPartners, type ReadableEssay } from './find-partners.js';
import { isOneWriter, type Writers } from './one-writer.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import type { Progress } from './progress.js';
import { areTwins } from './unnamed.js';

/** What was found of one essay. */
export interface FoundMatches {
  /** Heaviest first. */
  readonly matches: readonly WeighedMatch[];
  /** How rare its wording is, one figure a token, 0..1. */
  readonly rarity: Float32Array;
}

/** One match and the weight of each token of the essay that it covers. */
export interface WeighedMatch {
  readonly match: Match;
  readonly weights: TokenWeights;
  /** Syllables of the longest run that counts; 0 when there is none. */
  readonly longestRun: number;
}

/** What essays are matched with. */
export interface Matching {
  readonly corpus: Corpus;
  readonly progress: Progress;
  /** Kept essays that an essay is compared with whether the corpus would find them or not, by its id. */
  readonly alsoWith?: ReadonlyMap<string, readonly string[]>;
  readonly writers?: Writers;
}

export interface MatchedEssays {
  /** What was found of each readable essay, by submission id. */
  readonly found: ReadonlyMap<string, FoundMatches>;
  /** Pairs of essays of one campaign that share anything, one of them at least among these. */
  readonly edges: readonly Edge[];
  /** The sequences and alignments that were looked at. */
  readonly pairs: AlignedPairs;
  /**
   * How much two of these essays overlap, 0..1: the larger of the two shares, also where no passage is shown. null where
   * one run is so long that it is no chance.
   */
  readonly overlapOf: (first: ReadableEssay, second: ReadableEssay) => number | null;
}

/** Essays whose partners are loaded together. */
const CHUNK = 32;

/** A kept essay that shares text with the one looked at. */
interface Meeting {
  readonly named: Pick<Match, 'id' | 'file' | 'kind'>;
  readonly that: MarkedSequence;
  readonly runs: readonly AlignedRun[];
}

/** Finds what every readable one of these essays shares with all kept essays, themselves among them, and with the known samples. */
export async function matchEssays(
  essays: readonly Essay[],
  campaign: PreparedCampaign,
  { corpus, progress, alsoWith = new Map(), writers = new Map() }: Matching,
): Promise<MatchedEssays> {
  const readable = essays.filter((essay): essay is ReadableEssay => essay.sequence !== null);
  const partners = await findPartners(readable, campaign, corpus, alsoWith);
  const rarity = new Map(partners.rarity);
  const pairs = new AlignedPairs(readable, corpus, campaign);
  const found = new Map<string, FoundMatches>();
  const edges = new Map<string, Edge>();
  for (let start = 0; start < readable.length; start += CHUNK) {
    const chunk = readable.slice(start, start + CHUNK);
    await pairs.load(chunk.flatMap(({ submission }) => [...partners.of.get(submission.id)!]));
    const met = chunk.map((essay) => ({ essay, meetings: meet(essay).filter((one) => isShown(weigh(essay, one))) }));
    // The rarity of the other side only lowers what a passage weighs: it is asked for where something is left to lower.
    await learnRarity(met.flatMap(({ meetings }) => meetings));
    for (const { essay, meetings } of met) {
      const { id } = essay.submission;
      const matches = [...meetings, ...meetSamples(essay)].map((one) => weigh(essay, one)).filter(isShown);
      found.set(id, { matches: matches.sort(heaviestFirst), rarity: rarity.get(id)! });
    }
    progress('match', Math.min(start + CHUNK, readable.length), readable.length);
  }
  return { found, edges: [...edges.values()], pairs, overlapOf };

  function overlapOf(first: ReadableEssay, { submission: { id, file }, sequence: that }: ReadableEssay): number | null {
    const { compare, rarity: limits } = campaign.settings;
    const runs = alignPair(first.sequence, that, compare);
    if (runs.some(({ firstMatches }) => firstMatches.length >= limits.longRun[0])) return null;
    const { similarityOfThis, similarityOfThat } = weigh(first, { named: { id, file, kind: 'submission' }, that, runs }).match;
    return Math.max(similarityOfThis ?? 0, similarityOfThat ?? 0);
  }

  function meet({ submission }: ReadableEssay): Meeting[] {
    return [...partners.of.get(submission.id)!].flatMap((id) => {
      const [other, that] = [pairs.submission(id), pairs.sequence(id)];
      const kind = other && kindOf(submission, other, isOneWriter(submission, other, writers));
      if (!other || !that || !kind) return [];
      const runs = pairs.align(submission.id, id);
      // A member's own attempts resemble each other; that makes no group.
      if (kind === 'submission' && other.campaign === submission.campaign) addEdge(submission.id, id, runs);
      return [{ named: { id, file: other.file, kind }, that, runs }];
    });
  }

  function meetSamples({ sequence }: ReadableEssay): Meeting[] {
    return campaign.samples.map(({ id, file, sequence: that }) => ({
      named: { id, file, kind: 'sample' },
      that,
      runs: alignPair(sequence, that, campaign.settings.compare),
    }));
  }

  function addEdge(first: string, second: string, runs: readonly AlignedRun[]): void {
    const key = [first, second].sort().join(' ');
    if (!edges.has(key)) edges.set(key, { first, second, similarity: pairs.similarity(first, second, runs) });
  }

  async function learnRarity(meetings: readonly Meeting[]): Promise<void> {
    const unknown = new Map(meetings.filter(({ named }) => !rarity.has(named.id)).map(({ named, that }) => [named.id, that]));
    const texts = [...unknown].map(([id, sequence]) => ({ id, unit: countedUnit(pairs.submission(id)!), sequence }));
    for (const [id, known] of await askRarity(texts, campaign, corpus)) rarity.set(id, known);
  }

  function weigh({ submission, sequence }: ReadableEssay, { named, that, runs }: Meeting): WeighedMatch {
    const [own, other] = [rarity.get(submission.id)!, rarity.get(named.id) ?? null];
    return weighMatch(named, { sequence, rarity: own }, { sequence: that, rarity: other }, { runs, settings: campaign.settings });
  }
}

const isShown = ({ match }: WeighedMatch): boolean => match.passages.length > 0;

/** One side of a pair; the rarity of a sample's wording is not known. */
interface Side {
  readonly sequence: MarkedSequence;
  readonly rarity: Float32Array | null;
}

/** Weighs the runs of one essay by how rare their wording is, and leaves out passages of nothing but common wording. */
function weighMatch(
  named: Pick<Match, 'id' | 'file' | 'kind'>,
  one: Side & { readonly rarity: Float32Array },
  other: Side,
  { runs, settings }: { readonly runs: readonly AlignedRun[]; readonly settings: PreparedCampaign['settings'] },
): WeighedMatch {
  const [first, second] = [
    { ...one.sequence, rarity: one.rarity },
    { ...other.sequence, rarity: other.rarity },
  ];
  const own = rareWeights(runs, [first, second], settings);
  const matched = [own, carryOver(runs, own, second.ids.length)] as const;
  const counted = [
    countEdits(runs, matched[0], first, settings.compare),
    countEdits(runs.map(mirror), matched[1], second, settings.compare),
  ] as const;
  const pair = { first, second, runs, matched, counted };
  const { similarityOfFirst, similarityOfSecond, passages, ...shown } = comparePair(pair, settings.compare);
  const found = { ...named, similarityOfThis: similarityOfFirst, similarityOfThat: similarityOfSecond, passages };
  const cover = passages.length === 0 ? {} : tellCover(coverOf(pair, shown), similarityOfFirst, settings);
  return { match: { ...found, ...cover }, weights: counted[0], longestRun: shown.longestRun };
}

/** A text without own words has no share of any kind. */
function tellCover(
  cover: MatchCover,
  share: number | null,
  { compare }: PreparedCampaign['settings'],
): Pick<Match, 'plainOfThis' | 'cover'> {
  return { cover, plainOfThis: share === null ? null : shareWithout(cover.plain, new Set(), compare) };
}

/**
 * What another essay is to this one. A member's earlier attempt in the same campaign never counts; an essay of an earlier
 * campaign, or of none, counts as self-reuse. null, no match at all: what the member wrote later, and this very file as
 * `corpus add`, or a batch with or without a roster, kept it.
 */
function kindOf(submission: Submission, other: Submission, isOwn: boolean): MatchKind | null {
  if (areTwins(submission, other)) return null;
  if (!isOwn) return 'submission';
  const isEarlier = other.sequence < submission.sequence;
  if (submission.campaign === other.campaign) return isEarlier ? 'earlier-attempt' : null;
  // When an essay without a campaign was written, nobody said.
  if (other.campaign === null) return other.sha256 === submission.sha256 ? null : 'self-reuse';
  return isEarlier ? 'self-reuse' : null;
}

const heaviestFirst = (a: WeighedMatch, b: WeighedMatch): number =>
  (b.match.similarityOfThis ?? 0) - (a.match.similarityOfThis ?? 0) || (a.match.id < b.match.id ? -1 : 1);
