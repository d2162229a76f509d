import { z } from 'zod';
import { ADVISORY_CODES, DISCOUNTS, GROUNDS, MATCH_KINDS, PROPOSALS, REASON_CODES } from '../model/assessment.js';
import { THEME_KINDS } from '../model/campaign.js';
import { SUBMISSION_STATES } from '../model/extraction.js';
import { metadataSchema } from './extraction.js';
import { messageSchema, shareSchema, spanSchema } from './span.js';

const passageSchema = z.object({
  this: spanSchema,
  that: spanSchema,
  syllables: z.int().min(1),
  identical: z.number().min(0).max(1),
  weight: z.number().min(0),
  /** On which side it stands beside the body, in a note or hidden; missing where on neither. */
  beside: z.enum(['this', 'that', 'both']).optional(),
});

const matchSchema = z.object({
  id: z.string(),
  file: z.string(),
  kind: z.enum(MATCH_KINDS),
  similarityOfThis: shareSchema,
  similarityOfThat: shareSchema,
  passages: z.array(passageSchema),
});

const themeScoreSchema = z.object({
  id: z.string(),
  score: shareSchema,
  met: z.boolean(),
  missing: z.string(),
  /** `words`: those of the sentence that spoke for the theme. */
  evidence: z.array(spanSchema.extend({ text: z.string(), words: z.array(spanSchema) })),
  /** Stretches that name the theme and earned nothing. */
  discounted: z.array(spanSchema.extend({ text: z.string(), because: z.enum(DISCOUNTS) })),
});

/** What a theme is to whoever reads results. */
export const themeFactsSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(THEME_KINDS),
  required: z.boolean(),
  minimum: z.number(),
});

/** Themes of a group of people. */
export const groupThemesSchema = z.object({ group: z.string(), themes: z.array(themeFactsSchema) });

const reasonSchema = z.object({
  code: z.enum(REASON_CODES),
  text: z.string(),
  span: spanSchema.optional(),
  match: z.string().optional(),
  theme: z.string().optional(),
});

/** Of editing sessions only how many. */
const factsSchema = metadataSchema.extend({ revisions: z.int().min(0) });

export const submissionSchema = z.object({
  id: z.string(),
  file: z.string(),
  member: z.string(),
  unit: z.string(),
  /** As the roster gives them; empty where nobody said. */
  post: z.string(),
  place: z.string(),
  sha256: z.string(),
  state: z.enum(SUBMISSION_STATES),
  messages: z.array(messageSchema),
  /** What the file says of itself, which proves nothing; null when it was not read. */
  metadata: factsSchema.nullable(),
  syllables: z.int().min(0).nullable(),
  quoted: shareSchema,
  quotedSpans: z.array(spanSchema),
  copied: z.object({ best: shareSchema, union: shareSchema, longestRun: z.int().min(0).nullable() }),
  matches: z.array(matchSchema),
  group: z.string().nullable(),
  themes: z.array(themeScoreSchema),
  advisories: z.array(
    z.object({
      code: z.enum(ADVISORY_CODES),
      text: z.string(),
      spans: z.array(spanSchema),
      /** Ids of other essays that it is about, the first of many. */
      submissions: z.array(z.string()).optional(),
    }),
  ),
  proposal: z.enum(PROPOSALS),
  grounds: z.array(z.enum(GROUNDS)),
  /** What a proposal to rewrite does not rest on, but was found so far that it would ask for a look. */
  otherGrounds: z.array(z.enum(GROUNDS)),
  reasons: z.array(reasonSchema),
  /** The themes of its writer's group, which it was held to; missing where those of the campaign count. */
  heldTo: groupThemesSchema.optional(),
  /** Only with `--texts`. */
  text: z.string().optional(),
});

/** Where "normal" ends: percentiles of the overlap of `pairs` unrelated pairs of essays, 0..1. */
export const calibrationSchema = z.object({ pairs: z.int(), p95: z.number().min(0).max(1), p99: z.number().min(0).max(1) });

/** What `soatbai assess --json` writes. */
export const reportSchema = z.object({
  version: z.literal(1),
  campaign: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  calibration: calibrationSchema.nullable(),
  submissions: z.array(submissionSchema),
  /** Earlier essays that essays of this batch overlap; `similarity` is the share of the earlier one. */
  newOverlap: z.array(z.object({ id: z.string(), with: z.string(), similarity: z.number().min(0).max(1) })),
  groups: z.array(z.object({ id: z.string(), members: z.array(z.string()), cohesion: z.number().min(0).max(1) })),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
});
export type ReportJson = z.infer<typeof reportSchema>;
export type SubmissionJson = z.infer<typeof submissionSchema>;

/** What `soatbai corpus list --json` writes. */
export const corpusListSchema = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    member: z.string(),
    unit: z.string(),
    campaign: z.string().nullable(),
    syllables: z.int().min(0).nullable(),
  }),
);
export type CorpusListJson = z.infer<typeof corpusListSchema>;
