import type { EssayIndex } from '../../model/detection.js';
import type { CandidateSettings, FingerprintSettings } from '../../model/settings.js';
import type { CandidateAnswer, CandidateQuery } from '../corpus.js';
import { countUnits } from './count-units.js';
import { coverFingerprints } from './cover-fingerprints.js';
import { EssayTable } from './essay-table.js';
import { withRoom } from './growable.js';
import { type HolderLists, PostingIndex } from './posting-index.js';
import { rankCandidates } from './rank-candidates.js';
import { isEmptySignature, SignatureTable } from './signature-table.js';

/** Number of no essay. */
const NOBODY = -1;

export interface IndexSettings {
  readonly candidates: CandidateSettings;
  readonly fingerprint: FingerprintSettings;
}

/** What the index keeps of one essay. */
interface IndexedEssay {
  readonly id: string;
  readonly unit: string;
  readonly index: EssayIndex;
}

/**
 * Finds the essays that share text with a query, in memory. Answers depend on the set of essays only, not on the order
 * of adding; the work of a query is bounded by its fingerprints times the representatives, however many essays there are.
 */
export class CandidateIndex {
  private readonly essays = new EssayTable();
  private readonly signatures: SignatureTable;
  private readonly fingerprints: PostingIndex;
  private readonly bands: PostingIndex;
  private readonly settings: CandidateSettings;
  /** Similarity from which two essays meet in a band more often than not (Leskovec et al., Mining of Massive Datasets, 3.4.2). */
  private readonly likeFrom: number;
  /** Fingerprints in common with the query at hand, by essay; all 0 between two queries. */
  private shared: Uint32Array = new Uint32Array(64);

  constructor({ candidates, fingerprint }: IndexSettings) {
    this.settings = candidates;
    this.signatures = new SignatureTable(fingerprint.numPerm);
    this.fingerprints = new PostingIndex(candidates.representatives, this.essays.before);
    this.bands = new PostingIndex(candidates.representatives, this.essays.before);
    this.likeFrom = (1 / fingerprint.bands) ** (1 / fingerprint.rows);
  }

  /** RangeError when the signature does not fit the settings. */
  check(index: EssayIndex): void {
    this.signatures.check(index.signature);
  }

  /** Adds one essay. RangeError when its id is known or its signature does not fit the settings; nothing is added then. */
  add({ id, unit, index }: IndexedEssay): void {
    this.check(index);
    const essay = this.essays.add(id, unit);
    this.signatures.add(index.signature);
    for (const hash of distinct(index.fingerprints.hashes)) this.fingerprints.add(hash, essay);
    if (!isEmptySignature(index.signature)) for (const key of distinct(index.bandKeys)) this.bands.add(key, essay);
    this.shared = withRoom(this.shared, essay + 1);
  }

  /** RangeError when the query's signature does not fit the settings. */
  query(query: CandidateQuery): CandidateAnswer {
    this.check(query.index);
    const self = this.essays.numberOf(query.submissionId) ?? NOBODY;
    const hashes = distinct(query.index.fingerprints.hashes);
    const lists = this.fingerprints.holdersOf(hashes, self);
    const sharing = this.tally(lists);
    const ownUnit = this.essays.unitNumberOf(query.unit);
    const counts = countUnits(lists, {
      shared: this.shared,
      relatedFrom: this.settings.relatedShare * hashes.length,
      unitOf: this.essays.units,
      ownUnit,
      units: this.essays.unitCount,
    });
    const candidates = this.select(query, lists, sharing);
    for (const essay of sharing) this.shared[essay] = 0;
    return {
      candidates,
      frequencies: query.index.fingerprints.hashes.map((hash) => counts[placeOf(hash, hashes)]!),
      units: this.essays.unitCount - (ownUnit === undefined ? 0 : 1),
    };
  }

  /** Whether both hold the same essays, added in the same order. */
  equals(other: CandidateIndex): boolean {
    return (
      this.essays.equals(other.essays) &&
      this.signatures.equals(other.signatures) &&
      this.fingerprints.equals(other.fingerprints) &&
      this.bands.equals(other.bands)
    );
  }

  /** Counts into `shared` and gives the essays that were counted, each once. */
  private tally({ count, holders, starts }: HolderLists): number[] {
    const { shared } = this;
    const sharing: number[] = [];
    const end = starts[count]!;
    for (let at = 0; at < end; at++) {
      const essay = holders[at]!;
      if (shared[essay] === 0) sharing.push(essay);
      shared[essay]!++;
    }
    return sharing;
  }

  private select(query: CandidateQuery, lists: HolderLists, sharing: readonly number[]): CandidateAnswer['candidates'] {
    const estimate = (essay: number) => this.signatures.estimate(essay, query.index.signature);
    const common = { sharing, shared: this.shared, compareIds: this.essays.compareIds };
    const ranked = rankCandidates({ ...common, bandHits: this.bandHits(query), estimate }, this.settings.ranked, this.likeFrom);
    const chosen = ranked.map(({ essay }) => essay);
    const covering = coverFingerprints({ ...common, lists }, chosen, this.settings.covering);
    return [...chosen, ...covering].map((essay) => ({
      submissionId: this.essays.idOf(essay),
      shared: this.shared[essay]!,
      estimatedJaccard: estimate(essay),
    }));
  }

  private bandHits({ submissionId, index }: CandidateQuery): number[] {
    if (isEmptySignature(index.signature)) return [];
    const { count, holders, starts } = this.bands.holdersOf(index.bandKeys, this.essays.numberOf(submissionId) ?? NOBODY);
    return [...new Set(holders.subarray(0, starts[count]))];
  }
}

/** Each value once, ascending. */
function distinct(values: Uint32Array): Uint32Array {
  const sorted = values.slice().sort();
  let end = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[end++] = sorted[at]!;
  }
  return sorted.subarray(0, end);
}

/** Place of `value` in `sorted`, which contains it. */
function placeOf(value: number, sorted: Uint32Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
