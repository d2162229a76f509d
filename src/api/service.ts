import { z } from 'zod';
import { ROLES } from '../model/access.js';
import { GROUNDS } from '../model/assessment.js';
import { BATCH_STATES, JOB_KINDS, JOB_STEPS } from '../model/batch-record.js';
import { CAMPAIGN_KINDS } from '../model/campaign.js';
import { SUBMISSION_STATES } from '../model/extraction.js';
import { EVENT_KINDS, VERDICTS } from '../model/result-record.js';
import { campaignFileSchema } from './campaign-file.js';
import { policySchema } from './limits.js';
import { messageSchema, shareSchema } from './span.js';

/*
 * What crosses between the page and the service, under /api. Whatever changes something is sent with the header
 * `x-csrf-token`, whose value `GET /api/session` and every sign-in give.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Unit at which something new is made, for whoever works at several. */
export const unitSchema = id;

/**
 * Every failure: `code` for the program, `message` in Vietnamese for people, `request` to be quoted to the administrator;
 * `details` where one needs more to go on, as the decision that somebody else took in between.
 */
export const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), request: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
});

/** GET /api/session; answer of sign-in, set-up and sign-out too. */
export const sessionSchema = z.object({
  /** False until the first account has been made. */
  isSetUp: z.boolean(),
  /** Whether making that account asks for the code that stands in the terminal where the service was started. */
  needsCode: z.boolean(),
  /** Whoever is signed in, with the roles that they hold and where. */
  account: z.object({ name: z.string(), grants: z.array(z.object({ unit: id, unitName: z.string(), role: z.enum(ROLES) })) }).nullable(),
  /** Whoever came by a one-time code; null for everybody else. */
  member: z.object({ name: z.string(), unit: z.string() }).nullable(),
  csrf: z.string(),
  version: z.string(),
});
export type SessionView = z.infer<typeof sessionSchema>;

/** POST /api/session. */
export const credentialsSchema = z.strictObject({ name: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) });
/** POST /api/setup. A new password is longer than those one guesses; `code` where the session says so; `unit`: name of the organisation at the top. */
export const setupSchema = credentialsSchema.extend({
  password: z.string().min(10).max(200),
  code: z.string().max(40).default(''),
  unit: z.string().trim().min(1).max(200).optional(),
});

export const documentRefSchema = z.object({ file: z.string().min(1).max(300), sha256 });
const documentRefs = z.array(documentRefSchema).max(20).default([]);

const themeInput = campaignFileSchema.shape.themes.unwrap().element;

/** POST /api/campaigns, PUT /api/campaigns/:id: a campaign file whose documents were sent before (POST /api/documents). */
export const campaignInputSchema = campaignFileSchema.omit({ references: true, templates: true, samples: true }).extend({
  references: documentRefs,
  templates: documentRefs,
  samples: documentRefs,
  /** Groups whose people are held to themes of their own, in place of those above. */
  groups: z
    .array(z.strictObject({ group: z.string().trim().min(1).max(100), themes: z.array(themeInput).min(1) }))
    .max(50)
    .default([]),
});
export type CampaignInput = z.input<typeof campaignInputSchema>;

/** POST /api/documents (multipart, field `file`): kept if it could be read, 422 with the reason if not. */
export const documentAnswerSchema = documentRefSchema.extend({ syllables: z.int(), messages: z.array(messageSchema) });
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;

/** A whole definition, defaults filled in. */
export const definitionSchema = z.object({
  name: z.string(),
  kind: z.enum(CAMPAIGN_KINDS),
  references: z.array(documentRefSchema),
  templates: z.array(documentRefSchema),
  samples: z.array(documentRefSchema),
  prompt: z.string(),
  rewriteBy: z.string().nullable(),
  synonyms: z.array(z.array(z.string())),
  themes: z.array(themeInput),
  groups: z.array(z.object({ group: z.string(), themes: z.array(themeInput) })),
  policy: policySchema,
});
export type DefinitionView = z.infer<typeof definitionSchema>;

/** POST /api/suggestions: documents that were sent before. */
export const suggestionInputSchema = z.strictObject({
  documents: z.array(documentRefSchema).min(1).max(20),
  kind: z.enum(CAMPAIGN_KINDS).default('essay'),
});
/** What they suggest: a name, themes in place of the usual ones, and what could not be suggested. */
export const suggestionSchema = definitionSchema.pick({ name: true, themes: true }).extend({ notes: z.array(z.string()) });
export type SuggestionAnswer = z.infer<typeof suggestionSchema>;

/** GET /api/defaults?kind=: what a campaign of this kind starts from. */
export const defaultsSchema = definitionSchema.pick({ themes: true, policy: true });

/** POST /api/prompt-themes: themes made from a question; none when it names nothing to speak of. */
export const promptInputSchema = z.object({ prompt: campaignFileSchema.shape.prompt });
export const promptThemesSchema = definitionSchema.pick({ themes: true });

export const campaignSummarySchema = z.object({
  id,
  /** Whose it is; units below take part in it. */
  unit: id,
  unitName: z.string(),
  name: z.string(),
  kind: z.enum(CAMPAIGN_KINDS),
  version: z.int(),
  createdAt: z.string(),
  batches: z.int(),
  accept: z.int(),
  review: z.int(),
  rewrite: z.int(),
  concluded: z.int(),
  isBusy: z.boolean(),
  /** Whether some work of it failed that may be tried again. */
  isStopped: z.boolean(),
});
export type CampaignSummaryView = z.infer<typeof campaignSummarySchema>;

export const jobSchema = z.object({
  id: z.int(),
  kind: z.enum(JOB_KINDS),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  attempts: z.int(),
  step: z.enum(JOB_STEPS),
  done: z.int(),
  total: z.int(),
  error: z.string().nullable(),
});
export type JobView = z.infer<typeof jobSchema>;

export const batchSchema = z.object({
  id,
  campaign: id,
  number: z.int(),
  state: z.enum(BATCH_STATES),
  createdAt: z.string(),
  hasRoster: z.boolean(),
  uploads: z.int(),
  bytes: z.int(),
  items: z.int(),
  done: z.int(),
  /** The job it waits for, or the last one; null before it is sealed. */
  job: jobSchema.nullable(),
});
export type BatchView = z.infer<typeof batchSchema>;

/** GET /api/campaigns/:id. */
export const campaignSchema = campaignSummarySchema.extend({
  definition: definitionSchema,
  draft: z.object({ version: z.int(), definition: definitionSchema, isReady: z.boolean(), createdAt: z.string() }).nullable(),
  /** The job that works out the draft; null without one. */
  draftJob: jobSchema.nullable(),
  /** Whether essays are compared anew, since other people are known to have written them. */
  isRefreshing: z.boolean(),
  /** The job that was to compare them, if it failed; POST /api/campaigns/:id/retry has it done again, and a failed `draftJob` too. */
  failedRefresh: jobSchema.nullable(),
  batchList: z.array(batchSchema),
});
export type CampaignView = z.infer<typeof campaignSchema>;

const figuresSchema = z.object({
  proposal: z.enum(['accept', 'review', 'rewrite']),
  best: shareSchema,
  quoted: shareSchema,
  met: z.int(),
  required: z.int(),
});
/** GET /api/campaigns/:id/draft/differences. */
export const differencesSchema = z.array(z.object({ id: z.string(), file: z.string(), before: figuresSchema, after: figuresSchema }));
export type DifferenceView = z.infer<typeof differencesSchema>[number];

/** POST /api/campaigns/:id/batches: `key` is made up by the page, so that pressing twice makes one batch. */
export const newBatchSchema = z.strictObject({ key: z.string().min(8).max(64), unit: unitSchema.optional() });

export const uploadSchema = z.object({ number: z.int(), file: z.string(), sha256, bytes: z.int() });
export type UploadView = z.infer<typeof uploadSchema>;

/** POST /api/batches/:id/files (multipart, field `file` up to 50 times; its file name may hold folders): what is stored now, and what was not taken and why. */
export const uploadAnswerSchema = z.object({
  stored: z.array(uploadSchema),
  refused: z.array(z.object({ file: z.string(), message: z.string() })),
});
export type UploadAnswer = z.infer<typeof uploadAnswerSchema>;

export const itemSchema = z.object({
  number: z.int(),
  file: z.string(),
  state: z.enum(['waiting', 'read', 'skipped']),
  submission: z.string().nullable(),
  submissionState: z.enum(SUBMISSION_STATES).nullable(),
  reason: z.string().nullable(),
});
export type ItemView = z.infer<typeof itemSchema>;

/** GET /api/batches/:id. */
export const batchDetailSchema = z.object({ batch: batchSchema, uploads: z.array(uploadSchema), items: z.array(itemSchema) });
export type BatchDetailView = z.infer<typeof batchDetailSchema>;

/**
 * GET /api/batches/:id/events (text/event-stream): `progress` events with this as data, the first at once, then whenever
 * something changed. `changed` holds the items that differ from what this stream sent before (at first: all of them).
 */
export const progressSchema = z.object({ batch: batchSchema, changed: z.array(itemSchema) });
export type ProgressView = z.infer<typeof progressSchema>;

/** POST /api/batches/:id/withdraw. */
export const withdrawSchema = z.strictObject({ reason: z.string().trim().min(5).max(500) });

/** PUT /api/campaigns/:id/essays/:essay/conclusion; `revision`: of the conclusion on the screen, 0 for none. */
export const conclusionInputSchema = z
  .strictObject({
    verdict: z.enum(VERDICTS),
    grounds: z.array(z.enum(GROUNDS)),
    reason: z.string().trim().max(2000),
    revision: z.int().min(0),
  })
  .refine(({ verdict, grounds, reason }) => verdict === 'accepted' || (grounds.length > 0 && reason !== ''));
export type ConclusionInput = z.infer<typeof conclusionInputSchema>;

/** POST /api/campaigns/:id/accept: essays that are proposed "accept" and have no conclusion. */
export const acceptSchema = z.strictObject({ essays: z.array(z.string()).min(1).max(5000) });

export const logEventSchema = z.object({
  sequence: z.int(),
  at: z.string(),
  actor: z.string(),
  kind: z.enum(EVENT_KINDS),
  campaign: z.string().nullable(),
  batch: z.string().nullable(),
  submission: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** What the essay is called, as far as it is in reach and still there. */
  essay: z.string().optional(),
});
/** GET /api/campaigns/:id/log, /api/log (api/log.ts has their queries): newest first. */
export const logSchema = z.array(logEventSchema);
export type LogEventView = z.infer<typeof logEventSchema>;
