import { languageNow } from '../../look/language.js';
import { ERRORS } from '../../words/en/errors.js';
import type { Say } from '../../words/words.js';
import { OddAnswer, ServiceError, Unreachable } from '../service/request.js';

/** What went wrong, in one or two sentences in the language of the page; what has no English words is told in Vietnamese. */
export function describeError(error: unknown, say: Say): string {
  if (error instanceof ServiceError) return inEnglish(error) ?? error.message;
  if (error instanceof Unreachable) return say('frame.unreachable');
  if (error instanceof OddAnswer) return say('frame.badAnswer', { status: error.status });
  return error instanceof Error ? error.message : String(error);
}

function inEnglish({ code }: ServiceError): string | null {
  if (languageNow() === 'vi') return null;
  return Object.entries(ERRORS).find(([known]) => known === code)?.[1] ?? null;
}

/** Whether what `describeError` says of an error is Vietnamese on an English page. */
export function isToldInVietnamese(error: unknown): boolean {
  return languageNow() === 'en' && error instanceof ServiceError && inEnglish(error) === null;
}
