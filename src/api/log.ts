import { z } from 'zod';
import { EVENT_KINDS, type EventKind } from '../model/result-record.js';

/** Kinds of lines by which somebody decided something. */
export const DECISION_KINDS = [
  ...(['concluded', 'group-decided', 'passage-excluded', 'exclusion-undone', 'theme-overridden'] as const),
  ...(['second-look-answered', 'text-request-decided', 'exemplary-marked', 'exemplary-undone', 'batch-signed'] as const),
  ...(['report-sent', 'report-returned', 'report-accepted', 'programme-opinion', 'programme-issued'] as const),
] as const satisfies readonly EventKind[];
export type DecisionKind = (typeof DECISION_KINDS)[number];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * GET /api/campaigns/:id/log and /api/log, newest first: `kinds` joined by commas, `who` and `essay` parts of names (an
 * essay also by its id), days of the machine's clock, both included, and the sequence of the last line seen.
 */
export const logQuerySchema = z.object({
  campaign: z.string().min(1).max(64).optional(),
  kinds: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(EVENT_KINDS)).min(1))
    .optional(),
  who: z.string().min(1).max(200).optional(),
  essay: z.string().min(1).max(400).optional(),
  from: day.optional(),
  to: day.optional(),
  before: z.coerce.number().int().min(1).optional(),
});
