import type { z } from 'zod';
import { FIELD_WORDS, INPUT_PROBLEMS } from './messages.js';

/** Characters of names that nobody asked for, in a message. */
const MAX_NAMED = 100;

/** Says in Vietnamese which value is wrong and why. */
export function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return `${INPUT_PROBLEMS.whole} ${INPUT_PROBLEMS.wrongShape}`;
  if (issue.code === 'custom') return INPUT_PROBLEMS.groundsNeeded;
  const path = issue.path.map((part) => (typeof part === 'number' ? String(part + 1) : (FIELD_WORDS[String(part)] ?? String(part))));
  return `${path.join(' ') || INPUT_PROBLEMS.whole} ${problemOf(issue)}`;
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? INPUT_PROBLEMS.empty : INPUT_PROBLEMS.tooShort(issue.minimum);
      return issue.origin === 'array' ? INPUT_PROBLEMS.tooFew(issue.minimum) : INPUT_PROBLEMS.tooSmall(issue.minimum);
    case 'too_big':
      if (issue.origin === 'string') return INPUT_PROBLEMS.tooLong(issue.maximum);
      return issue.origin === 'array' ? INPUT_PROBLEMS.tooMany(issue.maximum) : INPUT_PROBLEMS.tooBig(issue.maximum);
    case 'unrecognized_keys':
      return INPUT_PROBLEMS.unknownKeys(issue.keys.join(', ').slice(0, MAX_NAMED));
    case 'invalid_type':
      return issue.input === undefined ? INPUT_PROBLEMS.missing : INPUT_PROBLEMS.wrongShape;
    default:
      return INPUT_PROBLEMS.wrongShape;
  }
}
