import type { Signature } from '../../model/detection.js';
import type { CandidateSettings, FingerprintSettings } from '../../model/settings.js';
import type { CandidateAnswer, CandidateQuery } from '../corpus.js';
import { countUnits } from './count-units.js';
import { coverFingerprints } from './cover-fingerprints.js';
import { EssayTable } from './essay-table.js';
import { withRoom } from './growable.js';
import { type IndexKeys, keysOf, placesOf } from './index-keys.js';
import { Marks } from './marks.js';
import { type HolderLists, PostingIndex } from './posting-index.js';
import { rankCandidates } from './rank-candidates.js';
import { SignatureTable } from './signature-table.js';

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
  readonly signature: Signature;
  readonly keys: IndexKeys;
}

/**
 * Finds the essays that share text with a query, in memory. Answers depend on the set of essays only, not on the order
 * of adding; the work of a query is bounded by its fingerprints times the holders that are kept of each, however many essays there are.
 */
export class CandidateIndex {
  private readonly essays = new EssayTable();
  private readonly signatures: SignatureTable;
  private readonly postings: PostingIndex;
  private readonly settings: CandidateSettings;
  /** Fingerprints in common with the query at hand, by essay, and what an essay adds to the candidates; all 0 between two queries. */
  private shared: Uint32Array = new Uint32Array(64);
  private gains: Uint32Array = new Uint32Array(64);
  private readonly marks = new Marks();

  constructor({ candidates, fingerprint }: IndexSettings) {
    this.settings = candidates;
    this.signatures = new SignatureTable(fingerprint);
    this.postings = new PostingIndex(this.essays, candidates);
  }

  /** Bytes of all typed arrays; ids and names of units come on top. */
  get byteLength(): number {
    const { essays, signatures, postings, shared, gains } = this;
    return essays.byteLength + signatures.byteLength + postings.byteLength + shared.byteLength + gains.byteLength;
  }

  /** RangeError when the signature does not fit the settings. */
  check(signature: Signature): void {
    this.signatures.check(signature);
  }

  /** Adds one essay. RangeError when its id is known or its signature does not fit the settings; nothing is added then. */
  add({ id, unit, signature, keys }: IndexedEssay): void {
    this.check(signature);
    const essay = this.essays.add(id, unit);
    this.signatures.add(signature);
    this.postings.add(keys, essay);
  }

  /** RangeError when the query's signature does not fit the settings. */
  query(query: CandidateQuery): CandidateAnswer {
    this.check(query.index.signature);
    const { essays } = this;
    this.shared = withRoom(this.shared, essays.size);
    this.gains = withRoom(this.gains, essays.size);
    const keys = keysOf(query.index);
    const lists = this.postings.holdersOf(keys, essays.numberOf(query.submissionId) ?? NOBODY);
    const sharing = this.tally(lists);
    const ownUnit = essays.unitNumberOf(query.unit);
    const counts = countUnits(lists, {
      shared: this.shared,
      relatedFrom: this.settings.relatedShare * keys.hashes.length,
      unitOf: essays.units,
      ownUnit,
      units: essays.unitCount,
      representedUnits: this.settings.representedUnits,
      marks: this.marks,
    });
    const candidates = this.select(query, lists, sharing);
    for (const essay of sharing) this.shared[essay] = 0;
    return {
      candidates,
      frequencies: placesOf(query.index, keys).map((place) => counts[place]!),
      units: essays.unitCount - (ownUnit === undefined ? 0 : 1),
    };
  }

  /** Whether both hold the same essays, added in the same order. */
  equals(other: CandidateIndex): boolean {
    return this.essays.equals(other.essays) && this.signatures.equals(other.signatures) && this.postings.equals(other.postings);
  }

  /** Counts into `shared` and gives the essays that were counted, each once. */
  private tally({ count, holders, starts }: HolderLists): number[] {
    const { shared } = this;
    const sharing: number[] = [];
    const end = starts[count]!;
    for (let at = 0; at < end; at++) if (shared[holders[at]!]!++ === 0) sharing.push(holders[at]!);
    return sharing;
  }

  private select({ unit, index }: CandidateQuery, lists: HolderLists, sharing: readonly number[]): CandidateAnswer['candidates'] {
    const { essays, shared, gains, marks } = this;
    const { byPriority, units: unitOf, size } = essays;
    const ranked = rankCandidates({ sharing, shared, byPriority, unitOf, ownUnit: essays.unitNumberOf(unit) }, this.settings);
    const covering = coverFingerprints({ lists, gains, byPriority, marks, essays: size }, ranked);
    return [...ranked, ...covering].map((essay) => ({
      submissionId: essays.idOf(essay),
      shared: shared[essay]!,
      estimatedJaccard: this.signatures.estimate(essay, index.signature),
    }));
  }
}
