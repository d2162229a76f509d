import type { Say } from '../../words/words.js';
import { OddAnswer, ServiceError, Unreachable } from '../service/request.js';

/** What went wrong, in one or two Vietnamese sentences. */
export function describeError(error: unknown, say: Say): string {
  if (error instanceof ServiceError) return error.message;
  if (error instanceof Unreachable) return say('frame.unreachable');
  if (error instanceof OddAnswer) return say('frame.badAnswer', { status: error.status });
  return error instanceof Error ? error.message : String(error);
}
