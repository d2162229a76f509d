import { z } from 'zod';
import { GROUNDS } from '../model/assessment.js';
import { CAMPAIGN_KINDS } from '../model/campaign.js';
import { SUBMISSION_STATES } from '../model/extraction.js';
import { VERDICTS } from '../model/result-record.js';
import { extractionSchema } from './extraction.js';
import { shareSchema, spanSchema } from './span.js';
import { conclusionSchema } from './view.js';

/*
 * What members see and do (/api/me), and how committees let them in and open rounds. A member's answers hold their own words alone:
 * no text, name, file or unit of anybody else.
 */

const id = z.string().min(1).max(64);
const day = z.iso.date();

/** POST /api/member-session: a code as it was typed or stands in the link. The answer is that of GET /api/session. */
export const memberCodeSchema = z.strictObject({ code: z.string().trim().min(1).max(80) });

/** What a committee concluded, as the writer is told. */
const toldConclusionSchema = z.object({
  verdict: z.enum(VERDICTS),
  grounds: z.array(z.enum(GROUNDS)),
  reason: z.string(),
  at: z.string(),
});

export const ownAttemptSchema = z.object({
  essay: z.string(),
  number: z.int().min(1),
  file: z.string(),
  receivedAt: z.string(),
  state: z.enum(SUBMISSION_STATES),
  isRead: z.boolean(),
  conclusion: toldConclusionSchema.nullable(),
});
export type OwnAttemptView = z.infer<typeof ownAttemptSchema>;

export const ownLookSchema = z.object({
  essay: z.string(),
  words: z.string(),
  askedAt: z.string(),
  answer: z.object({ words: z.string(), at: z.string() }).nullable(),
});
export type OwnLookView = z.infer<typeof ownLookSchema>;

/** GET /api/me. Days are YYYY-MM-DD. */
export const standingSchema = z.object({
  name: z.string(),
  unit: z.string(),
  campaign: z.object({ name: z.string(), kind: z.enum(CAMPAIGN_KINDS), prompt: z.string() }),
  due: z.string().nullable(),
  isExempt: z.boolean(),
  templates: z.array(z.object({ file: z.string(), sha256: z.string() })),
  attempts: z.array(ownAttemptSchema),
  pending: z
    .object({ file: z.string(), at: z.string(), state: z.enum(['working', 'failed', 'skipped']), reason: z.string().nullable() })
    .nullable(),
  open: z.object({ number: z.int(), due: z.string().nullable() }).nullable(),
  looks: z.array(ownLookSchema),
  preChecks: z.int().min(0),
  past: z.array(z.object({ name: z.string(), attempts: z.array(ownAttemptSchema) })),
});
export type StandingView = z.infer<typeof standingSchema>;

/** The member's own text with what is marked in it. `shared`: what stands elsewhere too, `identical` as the bands have it. */
export const ownTextSchema = z.object({
  text: z.string(),
  shared: z.array(spanSchema.extend({ identical: z.number().min(0).max(1) })),
  quoted: z.array(spanSchema),
  hidden: extractionSchema.shape.hidden,
  asides: extractionSchema.shape.asides,
  recognised: extractionSchema.shape.recognised,
});
export type OwnTextView = z.infer<typeof ownTextSchema>;

const itemSchema = z.object({ head: z.string(), text: z.string() });
/** What was found of an essay of one's own. */
const ownFindingsSchema = z.object({
  best: shareSchema,
  union: shareSchema,
  /** From which share on with one text the campaign asks for rewriting; null without such a limit. */
  limit: shareSchema,
  missing: z.array(itemSchema),
  kept: z.array(itemSchema),
  text: ownTextSchema.nullable(),
});
export type OwnFindingsView = z.infer<typeof ownFindingsSchema>;

/** GET /api/me/essays/:essay, once people have concluded. */
export const ownResultSchema = ownFindingsSchema.extend({
  attempt: ownAttemptSchema.extend({ conclusion: toldConclusionSchema }),
  /** What the letter asks for, step by step. */
  steps: z.array(z.string()),
  /** Held against the attempt before: of its shared passages how many still stand, and how much of it was kept; null for a first one. */
  before: z.object({ number: z.int(), passages: z.int(), remaining: z.int(), kept: shareSchema }).nullable(),
});
export type OwnResultView = z.infer<typeof ownResultSchema>;

/** POST /api/me/pre-check (multipart, field `file`): what would be found; nothing of the file is kept. */
export const preCheckAnswerSchema = ownFindingsSchema.extend({ isRead: z.boolean(), messages: z.array(z.string()), left: z.int().min(0) });
export type PreCheckAnswer = z.infer<typeof preCheckAnswerSchema>;

/** POST /api/me/essays/:essay/second-look. */
export const secondLookSchema = z.strictObject({ words: z.string().trim().min(5).max(2000) });

/** GET /api/campaigns/:id/seats. */
export const seatsSchema = z.array(
  z.object({
    person: id,
    name: z.string(),
    card: z.string(),
    cell: z.string(),
    post: z.string(),
    isExempt: z.boolean(),
    code: z.enum(['none', 'waiting', 'used', 'expired']),
    until: z.string().nullable(),
    attempts: z.int(),
  }),
);
export type SeatView = z.infer<typeof seatsSchema>[number];

/** POST /api/campaigns/:id/codes: for these people of the roster. */
export const newCodesSchema = z.strictObject({ people: z.array(id).min(1).max(5000) });
/** The codes, told this one time; `until`: when they end. */
export const codesSchema = z.object({
  until: z.string(),
  codes: z.array(z.object({ person: id, name: z.string(), cell: z.string(), code: z.string() })),
});
export type CodesView = z.infer<typeof codesSchema>;

const attemptSchema = ownAttemptSchema.extend({ conclusion: conclusionSchema.nullable() });
const writingSchema = z.object({
  person: id,
  name: z.string(),
  card: z.string(),
  attempts: z.array(attemptSchema),
  open: z.object({ number: z.int(), due: z.string().nullable(), openedBy: z.string(), openedAt: z.string() }).nullable(),
  isPending: z.boolean(),
});
export type WritingView = z.infer<typeof writingSchema>;

/** GET /api/campaigns/:id/rewriting. */
export const rewritingSchema = z.array(writingSchema);

/** A passage of the attempt before, quoted, and where it stands in the new one; `now` is empty where it is gone. */
const remainingSchema = z.object({
  before: spanSchema,
  text: z.string(),
  syllables: z.int(),
  now: z.array(spanSchema),
  share: z.number().min(0).max(1),
});
/** GET /api/campaigns/:id/essays/:essay/attempts; null when nobody is known to have written it. */
export const attemptsSchema = z
  .object({
    writing: writingSchema,
    /** The essay held against the attempt before it; null for the first, or where one could not be read. */
    compared: z.object({ number: z.int(), essay: z.string(), passages: z.array(remainingSchema), kept: shareSchema }).nullable(),
  })
  .nullable();
export type AttemptsView = z.infer<typeof attemptsSchema>;

/** POST /api/campaigns/:id/rounds. */
export const openRoundsSchema = z.strictObject({ essays: z.array(z.string().min(1).max(400)).min(1).max(5000), due: day.nullable() });
export const openedSchema = z.object({ opened: z.int() });

/** GET /api/campaigns/:id/second-looks: open ones first. */
export const looksSchema = z.array(
  z.object({
    id,
    essay: z.string(),
    name: z.string(),
    file: z.string(),
    words: z.string(),
    askedAt: z.string(),
    conclusion: conclusionSchema.nullable(),
    answer: z.object({ words: z.string(), by: z.string(), at: z.string() }).nullable(),
  }),
);
export type LookView = z.infer<typeof looksSchema>[number];
/** PUT /api/campaigns/:id/second-looks/:look. */
export const lookAnswerSchema = z.strictObject({ words: z.string().trim().min(1).max(2000) });
