import { z } from 'zod';
import { ADVISORY_CODES, GROUNDS, PROPOSALS } from '../model/assessment.js';
import { CAMPAIGN_KINDS } from '../model/campaign.js';
import { SUBMISSION_STATES } from '../model/extraction.js';
import { QUOTE_SOURCES } from '../model/quote.js';
import { VERDICTS } from '../model/result-record.js';
import { extractionSchema } from './extraction.js';
import { policySchema } from './limits.js';
import { calibrationSchema, groupThemesSchema, submissionSchema, themeFactsSchema } from './report.js';
import { shareSchema, spanSchema } from './span.js';

/*
 * What the viewer shows: the same shapes come from the service and stand inside the HTML report.
 */

export const conclusionSchema = z.object({
  verdict: z.enum(VERDICTS),
  grounds: z.array(z.enum(GROUNDS)),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  revision: z.int().min(1),
});
export type ConclusionView = z.infer<typeof conclusionSchema>;

const excludedSchema = z.object({
  /** Id of the exclusion; one may be about several passages. */
  exclusion: z.int(),
  /** Id of the other text. */
  match: z.string(),
  this: spanSchema,
  that: spanSchema,
  syllables: z.int(),
  identical: z.number(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type ExcludedView = z.infer<typeof excludedSchema>;

const wordSchema = z.object({
  theme: z.string(),
  /** null: the machine's word counts again. */
  met: z.boolean().nullable(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  revision: z.int(),
});
export type ThemeWordView = z.infer<typeof wordSchema>;

/** What people corrected in what was found of an essay. */
export const correctionsSchema = z.object({
  /** Steps so far. */
  revision: z.int(),
  excluded: z.array(excludedSchema),
  words: z.array(wordSchema),
  /** What the machine had found; null where nothing is corrected. */
  found: z.object({ copied: submissionSchema.shape.copied, met: z.array(z.object({ id: z.string(), met: z.boolean() })) }).nullable(),
});
export type CorrectionsView = z.infer<typeof correctionsSchema>;

/** One essay as the table shows it. */
export const rowSchema = z.object({
  id: z.string(),
  /** Order of receipt within the campaign (in a report: within the batch), from 1. */
  number: z.int(),
  file: z.string(),
  /** The file's name without folders that all have in common. */
  name: z.string(),
  /** Name of whoever wrote it, as the roster has it; empty where nobody said. */
  person: z.string(),
  /** Card number or id, unit, post and place of work; empty where nobody said who wrote it. */
  member: z.string(),
  unit: z.string(),
  post: z.string(),
  place: z.string(),
  state: z.enum(SUBMISSION_STATES),
  /** Why a person must look at the file itself, in a few Vietnamese words; null when nobody must. */
  fileNote: z.string().nullable(),
  syllables: z.int().nullable(),
  quoted: shareSchema,
  copied: submissionSchema.shape.copied,
  group: z.string().nullable(),
  themes: z.array(z.object({ id: z.string(), score: shareSchema, met: z.boolean() })),
  /** Place in the campaign's `groupThemes` of those that it is held to; missing where the campaign's themes count. */
  heldTo: z.int().optional(),
  advisories: z.array(z.enum(ADVISORY_CODES)),
  proposal: z.enum(PROPOSALS),
  grounds: z.array(z.enum(GROUNDS)),
  /** The weightiest reason, empty without any, and how many there are. */
  reason: z.string(),
  reasons: z.int(),
  /** Number of the batch it came with; null in a report of one batch. */
  batch: z.int().nullable(),
  conclusion: conclusionSchema.nullable(),
  /** Who is to look at it; missing where nobody is by name. `revision` counts its assignments. */
  assigned: z.object({ account: z.string(), name: z.string(), revision: z.int() }).optional(),
});
export type RowView = z.infer<typeof rowSchema>;

/** How much two members of a group share: numbers are places in `members`. */
const groupPairSchema = z.object({ first: z.int(), second: z.int(), shareOfFirst: shareSchema, shareOfSecond: shareSchema });

export const groupSchema = z.object({
  id: z.string(),
  members: z.array(z.string()),
  cohesion: z.number(),
  /** Distinct units, 0 where nobody said which. */
  units: z.int(),
  longestRun: z.int().nullable(),
  /** Of the first 40 members. */
  pairs: z.array(groupPairSchema),
  /** Members of other units, the last ones of `members`: all that is told of them is the unit, and the own member that they are shown beside. */
  others: z.array(z.object({ id: z.string(), unit: z.string(), beside: z.string() })).default([]),
  /** Members that are near to no other any more since people excluded passages. */
  unlinked: z.array(z.string()).default([]),
});
export type GroupView = z.infer<typeof groupSchema>;

export const overviewSchema = z.object({
  campaign: z.object({
    name: z.string(),
    kind: z.enum(CAMPAIGN_KINDS),
    themes: z.array(themeFactsSchema),
    /** Themes of groups of people that any of the rows is held to in place of these; missing without any. */
    groupThemes: z.array(groupThemesSchema).optional(),
    policy: policySchema,
    prompt: z.string().optional(),
  }),
  /** ISO 8601: when this was put together. */
  generatedAt: z.string(),
  /** What needs a person first: rewrite, unread files, review, accept; within each the largest overlap. */
  rows: z.array(rowSchema),
  groups: z.array(groupSchema),
  /** null with too few essays, and on the page, where batches come one by one. */
  calibration: calibrationSchema.nullable(),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
});
export type OverviewView = z.infer<typeof overviewSchema>;

/** One essay with everything that was found; its row stands in the overview, its text is the document of the same id. */
export const essaySchema = z.object({
  submission: submissionSchema.omit({ text: true }),
  /** What to tell the person who must look at the file, Vietnamese sentences. */
  notes: z.array(z.string()),
  conclusion: conclusionSchema.nullable(),
  /** Missing where nobody can correct anything, as in a command's report. */
  corrections: correctionsSchema.optional(),
  /** The task in the words that its writer was given, where they are other ones than the campaign's. */
  prompt: z.string().optional(),
});
export type EssayView = z.infer<typeof essaySchema>;

/** Where words that are set apart come from: a paragraph of a reference, the form or the question, or what everybody knows. */
const quoteSourceSchema = z.object({
  kind: z.enum(QUOTE_SOURCES),
  document: z.string(),
  /** As "III.2"; empty for a paragraph in no numbered section. */
  section: z.string(),
  paragraph: z.int().nullable(),
  text: z.string(),
});
export type QuoteSourceView = z.infer<typeof quoteSourceSchema>;

/** A text behind an id: an essay of this batch or of an earlier one, or a sample. */
export const documentSchema = z.object({
  id: z.string(),
  file: z.string(),
  unit: z.string(),
  /** Name of the campaign of an essay that is not of this one; null otherwise. */
  campaign: z.string().nullable(),
  /** `foreign`: of another unit; the text holds only the passages, with "[…]" for what is left out. */
  kind: z.enum(['here', 'earlier', 'sample', 'foreign']),
  text: z.string(),
  quotedSpans: z.array(spanSchema),
  /** The same stretches cut by where they come from; `source` is a place in `sources`, null where nobody looked. */
  quotes: z.array(spanSchema.extend({ source: z.int().nullable() })),
  sources: z.array(quoteSourceSchema),
  hidden: extractionSchema.shape.hidden,
  asides: extractionSchema.shape.asides,
  recognised: extractionSchema.shape.recognised,
});
export type DocumentView = z.infer<typeof documentSchema>;

/** All of it in one, as the HTML report holds it. */
export const viewDataSchema = z.object({
  overview: overviewSchema,
  essays: z.record(z.string(), essaySchema),
  documents: z.record(z.string(), documentSchema),
  /** Of the case of one pair or group: the page that it opens on, what it is called, and sentences that stand above it. */
  case: z.object({ start: z.string(), title: z.string(), lines: z.array(z.string()) }).optional(),
});
export type ViewData = z.infer<typeof viewDataSchema>;
