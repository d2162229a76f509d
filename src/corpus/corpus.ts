import type { Candidate, EssayIndex } from '../model/detection.js';
import type { Extraction } from '../model/extraction.js';
import type { Submission } from '../model/submission.js';
import type { MarkedSequence } from '../model/tokens.js';

/** What detection knows of a readable essay: its tokens, whose words they were when it came, and how to find it again. */
export interface EssayContent {
  readonly sequence: MarkedSequence;
  /** Signature over the own text, fingerprints over the full text. */
  readonly index: EssayIndex;
}

/** An essay to be kept. `content` is null when the file could not be read; the original is kept all the same. */
export interface NewEssay extends Omit<Submission, 'id' | 'sequence'> {
  readonly original: Uint8Array;
  readonly extraction: Extraction;
  readonly content: EssayContent | null;
}

/** A kept essay as lists show it; `syllables`, those of its body, is null when it could not be read. */
export interface StoredSubmission extends Submission {
  readonly syllables: number | null;
}

/** A kept essay with all that is needed to assess it again; `sequence` is null when it could not be read. */
export interface KeptEssay {
  readonly submission: Submission;
  readonly extraction: Extraction;
  readonly sequence: MarkedSequence | null;
}

/** Asks which kept essays share text with one essay; `index` is taken over the own text of that essay. */
export interface CandidateQuery {
  /** The essay itself, never its own candidate. It need not be kept. */
  readonly submissionId: string;
  /** As `countedUnit` has it. */
  readonly unit: string;
  readonly index: EssayIndex;
}

export interface CandidateAnswer {
  /**
   * Best first: the ranked ones, then those taken to cover fingerprints, until each that anybody else holds is held by a
   * candidate; ties by a hash of the submission id, so that the order of receipt changes nothing. `shared` counts distinct
   * fingerprints; where not all holders of one are kept, only those that are count it.
   */
  readonly candidates: readonly Candidate[];
  /**
   * For each fingerprint of the query, in its order: other units that hold it in essays that are no relatives of the
   * query. Exact below `representedUnits`, estimated from those beyond; never more than `units`.
   */
  readonly frequencies: Uint32Array;
  /** Units with a readable essay in the corpus, the query's own apart. */
  readonly units: number;
}

/** One thing that does not fit together, in Vietnamese, naming the essay or file. */
export interface Damage {
  readonly submissionId: string | null;
  readonly text: string;
}

/**
 * Everything that is kept, behind one seam. All calls are batched, since one call an item is slow over a network.
 * Every answer depends on the set of kept essays only, not on the order in which they came. Calls may overlap: they
 * are carried out one after the other; other processes may read and write meanwhile, and what they have written is seen.
 * Any of them may reject with AppError `corpus-damaged`, `corpus-locked`, `disk-full` or `storage-read-only`; after
 * `close` all reject.
 */
export interface Corpus {
  /**
   * Keeps essays in the order given, all of them or none, and answers in that order. The same bytes from the same
   * member in the same campaign are the same submission, also twice in one call: handing it in again refreshes what
   * differs of unit, post, place, state, extraction and content, and is otherwise no write at all. Sequence, time of receipt and
   * `file` stay as first kept; the id is the same even after a removal. One that was readable and is not so now, as
   * after a time-out, keeps its state, text and content; only unit, post and place are refreshed. RangeError when `sha256` is not
   * that of `original` or the content does not fit the settings.
   */
  append(essays: readonly NewEssay[]): Promise<readonly Submission[]>;
  /** Every kept essay in order of receipt. */
  list(): Promise<readonly StoredSubmission[]>;
  /** Kept essays by id, in the order of the ids; unknown ids are left out. */
  submissions(ids: readonly string[]): Promise<ReadonlyMap<string, Submission>>;
  /** Those of these essays that a batch of the service brought, by id. */
  inBatches(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Rejects with AppError `corpus-damaged` rather than answer without an essay whose data no longer can be read. */
  candidates(queries: readonly CandidateQuery[]): Promise<readonly CandidateAnswer[]>;
  /** Tokens of readable essays, in the order of the ids; unknown and unreadable ids are left out. */
  sequences(ids: readonly string[]): Promise<ReadonlyMap<string, MarkedSequence>>;
  /** Kept essays as they were last read, in the order of the ids; unknown ids are left out. */
  essays(ids: readonly string[]): Promise<ReadonlyMap<string, KeptEssay>>;
  /**
   * Essays whose files hold each of these traces (keys of model/file-traces.ts), in order of receipt. One that nobody holds,
   * or more than its number of essays, is left out: the cost depends on these numbers, not on how many there are.
   */
  holders(traces: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, readonly Submission[]>>;
  /** Forgets essays with their files. Rejects with AppError `unknown-id`, naming the first unknown one, and removes nothing then. */
  remove(ids: readonly string[]): Promise<void>;
  /** Checks stored blobs against texts, indexes against blobs, traces against what files say of themselves, originals against their hashes. Empty when all fits. */
  verify(): Promise<readonly Damage[]>;
  close(): Promise<void>;
}
