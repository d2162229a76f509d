/** In the place of a status while nobody knows what a request came to. */
export const UNANSWERED = 0;

/** What a request with a key of its own was answered. */
export interface Answer {
  /** Who asked. */
  readonly asker: string;
  /** Made up by whoever asked, one a request. */
  readonly key: string;
  /** SHA-256 of what was asked for. */
  readonly request: string;
  /** HTTP status; `UNANSWERED` for a request that has been begun, and whose answer is not known. */
  readonly status: number;
  readonly body: string;
}

/** Answers by their keys, so that a request that comes again has no second effect. */
export interface Answers {
  /** Null when there is none since `since` (ISO 8601, UTC). */
  find(asker: string, key: string, since: string): Promise<Answer | null>;
  /** Notes that a request is begun, before it has any effect, and forgets answers from before `since`. */
  begin(request: Omit<Answer, 'status' | 'body'>, since: string): Promise<void>;
  /** Keeps the answer of a request that was begun. */
  keep(answer: Answer): Promise<void>;
  /** Forgets a request that was begun and had no effect. */
  forget(asker: string, key: string): Promise<void>;
}
