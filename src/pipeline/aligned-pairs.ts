import type { AlignedRun } from '../align/aligned-run.js';
import { alignPair, mirror } from '../compare/align-pair.js';
import { carryOver, plainWeights, weightedShare } from '../compare/shares.js';
import type { Corpus } from '../corpus/corpus.js';
import { remarkExcluded } from '../exclude/exclude.js';
import type { Origin } from '../model/batch.js';
import type { Submission } from '../model/submission.js';
import { isCompared, type MarkedSequence } from '../model/tokens.js';
import type { ReadableEssay } from './find-partners.js';
import type { PreparedCampaign } from './prepare-campaign.js';

/** Sequences of kept essays held at a time; one of 1,000 syllables takes about 13 KB. */
const HELD_SEQUENCES = 4_096;

/** Kept essays fetched at a time to measure one against many. */
const FETCHED_TOGETHER = 512;

/** The sequences of a batch and of the kept essays that it meets, and their alignments, each pair aligned once. */
export class AlignedPairs {
  private readonly kept = new Map<string, MarkedSequence>();
  private readonly runs = new Map<string, AlignedRun[]>();

  private readonly batch: ReadonlyMap<string, MarkedSequence>;
  /** Of the batch under the names that they have there, whatever they were called when they were first kept. */
  private readonly submissions: Map<string, Submission>;

  constructor(
    essays: readonly ReadableEssay[],
    private readonly corpus: Corpus,
    private readonly campaign: PreparedCampaign,
  ) {
    this.batch = new Map(essays.map(({ submission, sequence }) => [submission.id, sequence]));
    this.submissions = new Map(essays.map(({ submission }) => [submission.id, submission]));
  }

  /** An essay of the batch, or a kept one that was loaded. */
  submission(id: string): Submission | undefined {
    return this.submissions.get(id);
  }

  /** Where a loaded essay comes from; null for an unknown id. A unit that is only the file's own name tells nothing. */
  originOf(id: string): Origin | null {
    const submission = this.submission(id);
    if (!submission) return null;
    const { campaign, unit, member } = submission;
    return { campaign, unit: unit === member ? '' : unit };
  }

  /** Fetches kept essays, so that `submission` knows them from now on and `sequence` until the next call. */
  async load(ids: Iterable<string>): Promise<void> {
    const wanted = new Set(ids);
    const unknown = [...wanted].filter((id) => !this.submissions.has(id));
    for (const [id, submission] of await this.corpus.submissions(unknown)) this.submissions.set(id, submission);
    for (const id of this.kept.keys()) if (this.kept.size > HELD_SEQUENCES && !wanted.has(id)) this.kept.delete(id);
    const missing = [...wanted].filter((id) => !this.batch.has(id) && !this.kept.has(id));
    for (const [id, sequence] of await this.corpus.sequences(missing)) this.kept.set(id, this.excludeHere(id, sequence));
  }

  sequence(id: string): MarkedSequence | undefined {
    return this.batch.get(id) ?? this.kept.get(id);
  }

  /** The runs that two essays share, seen from the first. A pair inside the batch is kept until it is asked for from the other side. */
  align(first: string, second: string): readonly AlignedRun[] {
    const mirrored = `${second} ${first}`;
    const known = this.runs.get(mirrored);
    if (known) {
      this.runs.delete(mirrored);
      return known.map(mirror);
    }
    const runs = this.computeRuns(first, second);
    if (this.batch.has(first) && this.batch.has(second)) this.runs.set(`${first} ${second}`, runs);
    return runs;
  }

  /** How much two essays have in common: the smaller of the two shares of matched own tokens, 0..1; 0 if one has none. */
  similarity(first: string, second: string, runs: readonly AlignedRun[] = this.computeRuns(first, second)): number {
    const [one, other] = [this.sequence(first), this.sequence(second)];
    if (!one || !other) return 0;
    const { minimumOwn } = this.campaign.settings.compare;
    const weights = plainWeights(runs, [one, other]);
    const shares = [
      weightedShare(weights, { ...one, rarity: null }, minimumOwn),
      weightedShare(carryOver(runs, weights, other.ids.length), { ...other, rarity: null }, minimumOwn),
    ];
    return Math.min(...shares.map((share) => share ?? 0));
  }

  /** `similarity` of one essay and each of some others, in their order; kept essays are fetched. */
  async similaritiesTo(id: string, others: readonly string[]): Promise<number[]> {
    const similarities: number[] = [];
    for (let start = 0; start < others.length; start += FETCHED_TOGETHER) {
      const some = others.slice(start, start + FETCHED_TOGETHER);
      await this.load([id, ...some]);
      similarities.push(...some.map((other) => this.similarity(id, other)));
    }
    return similarities;
  }

  private computeRuns(first: string, second: string): AlignedRun[] {
    const [one, other] = [this.sequence(first), this.sequence(second)];
    return one && other ? alignPair(one, other, this.campaign.settings.compare) : [];
  }

  /** What the present campaign lets members quote is excluded; quotes of another campaign's references stay quotes besides. */
  private excludeHere(id: string, sequence: MarkedSequence): MarkedSequence {
    const { campaign, exclusion } = this.campaign;
    const marked = remarkExcluded(sequence, exclusion);
    if (this.submission(id)?.campaign === campaign.name) return marked;
    return { ...sequence, kinds: sequence.kinds.map((kind, i) => (isCompared(kind) ? marked.kinds[i]! : kind)) };
  }
}
