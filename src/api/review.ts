import { z } from 'zod';
import { GROUNDS, PROPOSALS } from '../model/assessment.js';
import { VERDICTS } from '../model/result-record.js';
import { shareSchema, spanSchema } from './span.js';
import { conclusionSchema } from './view.js';

/*
 * What reviewers do with what was found. Each input carries the revision that was on the screen; where somebody else came
 * first the answer is 409 with their decision in `error.details`.
 */

const essayId = z.string().min(1).max(400);
const revision = z.int().min(0);
const reason = z.string().trim().min(3).max(500);

/**
 * POST /api/campaigns/:id/essays/:essay/exclusions: takes a passage out of the comparison with the text `other`, or with
 * every text for `*`; `twin` does the same for the other essay of the pair. `revision`: of the essay's corrections.
 */
export const exclusionInputSchema = z.strictObject({
  other: essayId,
  span: spanSchema,
  reason,
  revision,
  twin: z.strictObject({ essay: essayId, span: spanSchema, revision }).optional(),
});
export type ExclusionInput = z.infer<typeof exclusionInputSchema>;

/** POST /api/campaigns/:id/essays/:essay/exclusions/:exclusion/undo. */
export const undoInputSchema = z.strictObject({ revision });

/** PUT /api/campaigns/:id/essays/:essay/themes/:theme; `met` null gives the machine its word back. */
export const overrideInputSchema = z.strictObject({ met: z.boolean().nullable(), note: reason, revision });
export type OverrideInput = z.infer<typeof overrideInputSchema>;

/** PUT /api/campaigns/:id/groups/:group/conclusion: one conclusion on several members, all or none. */
export const groupInputSchema = z
  .strictObject({
    members: z
      .array(z.strictObject({ essay: essayId, revision }))
      .min(1)
      .max(1000),
    verdict: z.enum(VERDICTS),
    grounds: z.array(z.enum(GROUNDS)),
    reason: z.string().trim().max(2000),
  })
  .refine(({ verdict, grounds, reason: words }) => verdict === 'accepted' || (grounds.length > 0 && words !== ''));
export type GroupInput = z.infer<typeof groupInputSchema>;

/** `error.details` of a conclusion that came second. */
export const conclusionConflictSchema = z.object({ conclusion: conclusionSchema.nullable() });
/** The same of a conclusion on a group: every member that changed. */
export const groupConflictSchema = z.object({
  conclusions: z.array(z.object({ essay: z.string(), file: z.string(), conclusion: conclusionSchema.nullable() })),
});
/** Of an exclusion: the step that somebody else took. */
export const correctionConflictSchema = z.object({
  last: z.object({ step: z.enum(['excluded', 'undone', 'overridden']), by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
/** Of a word on a theme: the other's word. */
export const overrideConflictSchema = z.object({
  override: z.object({ met: z.boolean().nullable(), note: z.string(), by: z.string(), at: z.string(), revision: z.int() }).nullable(),
});
/** Of an assignment: who assigned the essay, and to whom. */
export const assignmentConflictSchema = z.object({ essay: z.string(), by: z.string(), at: z.string(), to: z.string().nullable() });

/** GET /api/campaigns/:id/reviewers: who may be given essays; `open`: essays that they have before them. */
export const reviewersSchema = z.array(z.object({ id: z.string(), name: z.string(), open: z.int() }));

/** PUT /api/campaigns/:id/assignments: evenly among `accounts`, groups kept together; without an account nobody by name. */
export const assignInputSchema = z.strictObject({
  essays: z
    .array(z.strictObject({ essay: essayId, revision }))
    .min(1)
    .max(5000),
  accounts: z.array(z.string().min(1).max(64)).max(100),
});
export type AssignInput = z.infer<typeof assignInputSchema>;

const queuedSchema = z.object({
  campaign: z.string(),
  campaignName: z.string(),
  essay: z.string(),
  file: z.string(),
  /** Empty where nobody said who wrote it. */
  member: z.string(),
  /** Name of the writer, where the roster knows them; empty otherwise. */
  person: z.string(),
  unit: z.string(),
  post: z.string(),
  group: z.object({ id: z.string(), number: z.int() }).nullable(),
  proposal: z.enum(PROPOSALS),
  best: shareSchema,
  longestRun: z.int().nullable(),
  receivedAt: z.string(),
  assigned: z.object({ account: z.string(), name: z.string(), revision: z.int() }).nullable(),
  /** Whether it is assigned to whoever asks. */
  isMine: z.boolean(),
});
/** GET /api/queue: essays that wait for a conclusion, those of whoever asks and, for committees, all of their unit. */
export const queueSchema = z.array(queuedSchema);
export type QueuedView = z.infer<typeof queuedSchema>;
