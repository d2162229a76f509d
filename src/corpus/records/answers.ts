/** What a request with a key of its own was answered. */
export interface Answer {
  /** Who asked. */
  readonly asker: string;
  /** Made up by whoever asked, one a request. */
  readonly key: string;
  /** SHA-256 of what was asked for. */
  readonly request: string;
  /** HTTP status. */
  readonly status: number;
  readonly body: string;
}

/** Answers by their keys, so that a request that comes again has no second effect. */
export interface Answers {
  /** Null when there is none since `since` (ISO 8601, UTC). */
  find(asker: string, key: string, since: string): Promise<Answer | null>;
  /** Keeps an answer, and forgets those from before `since`. */
  keep(answer: Answer, since: string): Promise<void>;
}
