import { z } from 'zod';
import { PROPOSALS } from '../model/assessment.js';
import { VERDICTS } from '../model/result-record.js';

/** How far an essay that was handed in has come. */
const ORIGINALITY_STATES = ['pending', 'processed', 'error'] as const;

/** POST /api/campaigns/:id/submissions (multipart): the form's fields beside `file`. */
export const submissionFormSchema = z.object({
  /** Card number, or another id that the unit knows its member by. */
  card: z.string().trim().min(1).max(100),
  name: z.string().trim().max(200).default(''),
  /** Cell or group of the member. */
  cell: z.string().trim().max(200).default(''),
  post: z.string().trim().max(200).default(''),
  place: z.string().trim().max(200).default(''),
});

/** GET /api/submissions/:id/originality: what learning platforms show beside a submission. */
export const originalitySchema = z.object({
  /** As it was asked for: of a hand-in, or of an essay. */
  id: z.string(),
  campaign: z.string(),
  /** Id of the essay among the campaign's results; null until it has been read. */
  essay: z.string().nullable(),
  state: z.enum(ORIGINALITY_STATES),
  /** The largest overlap with one other essay, whole percents of what is the member's own; null where it could not be computed. */
  score: z.int().min(0).max(100).nullable(),
  /** The page on which people see the passages; null until there is one. */
  reportUrl: z.string().nullable(),
  /** Vietnamese, complete; null unless the state is `error`. */
  errorMessage: z.string().nullable(),
  /** What the machine proposes; null until it has. */
  proposal: z.enum(PROPOSALS).nullable(),
  /** What people concluded; null until they have. */
  verdict: z.enum(VERDICTS).nullable(),
});
export type OriginalityView = z.infer<typeof originalitySchema>;
