import type { AlignedRun } from '../align/aligned-run.js';
import { alignPair, mirror } from '../compare/align-pair.js';
import { carryOver, countOwn, plainWeights, weightedShare } from '../compare/shares.js';
import type { Corpus } from '../corpus/corpus.js';
import { markExcluded } from '../exclude/exclude.js';
import { type MarkedSequence, OWN } from '../model/tokens.js';
import type { PreparedCampaign } from './prepare-campaign.js';

/** Sequences of kept essays held at a time; one of 1,000 syllables takes about 13 KB. */
const HELD_SEQUENCES = 4_096;

/** The sequences of a batch and of the kept essays that it meets, and their alignments, each pair aligned once. */
export class AlignedPairs {
  private readonly kept = new Map<string, MarkedSequence>();
  private readonly runs = new Map<string, AlignedRun[]>();

  constructor(
    /** The readable essays of the batch by submission id. */
    private readonly batch: ReadonlyMap<string, MarkedSequence>,
    private readonly corpus: Corpus,
    private readonly campaign: PreparedCampaign,
  ) {}

  /** Fetches the sequences of kept essays, so that `sequence` knows them until the next call. */
  async load(ids: Iterable<string>): Promise<void> {
    const wanted = new Set(ids);
    for (const id of this.kept.keys()) if (this.kept.size > HELD_SEQUENCES && !wanted.has(id)) this.kept.delete(id);
    const missing = [...wanted].filter((id) => !this.batch.has(id) && !this.kept.has(id));
    for (const [id, sequence] of await this.corpus.sequences(missing)) this.kept.set(id, this.excludeHere(sequence));
  }

  sequence(id: string): MarkedSequence | undefined {
    return this.batch.get(id) ?? this.kept.get(id);
  }

  /** The runs that two essays share, seen from the first. A pair inside the batch is asked for from both sides and kept until then. */
  align(first: string, second: string): readonly AlignedRun[] {
    const mirrored = `${second} ${first}`;
    const known = this.runs.get(mirrored);
    if (known) {
      this.runs.delete(mirrored);
      return known.map(mirror);
    }
    const [one, other] = [this.sequence(first), this.sequence(second)];
    if (!one || !other) return [];
    const runs = alignPair(one, other, this.campaign.settings.compare);
    if (this.batch.has(first) && this.batch.has(second)) this.runs.set(`${first} ${second}`, runs);
    return runs;
  }

  /** How much two essays have in common: the smaller of the two shares of matched own tokens, 0..1; 0 if one has none. */
  similarity(first: string, second: string, runs: readonly AlignedRun[] = this.align(first, second)): number {
    const [one, other] = [this.sequence(first), this.sequence(second)];
    if (!one || !other) return 0;
    const { minimumOwn } = this.campaign.settings.compare;
    const weights = plainWeights(one.ids.length, runs);
    const shares = [
      weightedShare(weights, countOwn(one), minimumOwn),
      weightedShare(carryOver(runs, weights, other.ids.length), countOwn(other), minimumOwn),
    ];
    return Math.min(...shares.map((share) => share ?? 0));
  }

  /** A kept essay's own quotes stay quotes; what the present campaign lets members quote is excluded besides. */
  private excludeHere(sequence: MarkedSequence): MarkedSequence {
    const { kinds } = markExcluded(sequence, this.campaign.exclusion);
    return { ...sequence, kinds: sequence.kinds.map((kind, i) => (kind === OWN ? kinds[i]! : kind)) };
  }
}
