import type { LogEvent } from '../../model/result-record.js';

export interface EventLog {
  /** Newest first; `before` is the sequence of the last one seen. */
  list(options: { readonly campaign?: string; readonly before?: number; readonly limit: number }): Promise<readonly LogEvent[]>;
  /** Sequence of the first line whose hash does not follow from the one before it; null when all fit. */
  verify(): Promise<number | null>;
}
