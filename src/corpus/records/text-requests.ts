import type { ShownDocument } from '../../model/batch.js';
import type { TextRequest, TextRequestAnswer } from '../../model/text-request.js';
import type { Actor } from './actor.js';

export interface NewTextRequest {
  readonly campaign: string;
  /** Id by which a result names the essay of the other unit. */
  readonly other: string;
  readonly reason: string;
}

export interface TextRequestDecision {
  readonly state: TextRequestAnswer;
  readonly answer: string;
  /** Revision that was on the screen. */
  readonly revision: number;
}

/** The whole of an essay of another unit. */
export interface ReadableText {
  readonly request: TextRequest;
  /** The file's name says "one essay of" the unit, as everywhere. */
  readonly document: ShownDocument;
}

/** Requests between units for whole texts. Both sides have a line in their logs of every step. */
export interface TextRequests {
  /** Those that the units in reach have sent and received, newest first. */
  list(): Promise<readonly TextRequest[]>;
  /** Received ones that wait for an answer. */
  countWaiting(): Promise<number>;
  /** Asked again while one waits or can be read, it answers with that one. AppError `unknown-id`. */
  ask(request: NewTextRequest, actor: Actor): Promise<TextRequest>;
  /** Approves or refuses one that waits, or takes back what was approved. AppError `unknown-id`, `request-decided` when somebody else answered in between. */
  decide(id: string, decision: TextRequestDecision, actor: Actor): Promise<TextRequest>;
  /** The text of a request that was approved and can still be read; the reading is logged. AppError `unknown-id`. */
  read(id: string, actor: Actor): Promise<ReadableText>;
}
