import { z } from 'zod';
import { VERDICTS } from '../model/result-record.js';
import { EXEMPTIONS } from '../model/roster.js';
import { STUDIES } from '../model/study.js';
import { ownAttemptSchema, ownLookSchema } from './member.js';

/* What members did, year by year. Days are YYYY-MM-DD; facts alone, never a rating. */

const count = z.int().min(0);

/** GET /api/years. */
export const yearsSchema = z.array(z.object({ year: z.int(), campaigns: count }));

export const yearEntrySchema = z.object({
  campaign: z.string(),
  study: z.enum(STUDIES),
  exemption: z.enum(EXEMPTIONS).nullable(),
  due: z.string().nullable(),
  handedIn: z.string().nullable(),
  daysLate: count,
  verdict: z.enum(VERDICTS).nullable(),
  rewrites: count,
});
export type YearEntryView = z.infer<typeof yearEntrySchema>;

export const yearTotalsSchema = z.object({
  campaigns: count,
  attended: count,
  caughtUp: count,
  exempt: count,
  required: count,
  submitted: count,
  onTime: count,
  late: count,
  accepted: count,
  rewrites: count,
});
export type YearTotalsView = z.infer<typeof yearTotalsSchema>;

export const yearMemberSchema = z.object({
  id: z.string(),
  card: z.string(),
  name: z.string(),
  cell: z.string(),
  post: z.string(),
  isKeyCadre: z.boolean(),
  entries: z.array(yearEntrySchema),
  totals: yearTotalsSchema,
});
export type YearMemberView = z.infer<typeof yearMemberSchema>;

/** GET /api/years/:year. */
export const yearExtractSchema = z.object({
  year: z.int(),
  unit: z.object({ id: z.string(), name: z.string() }),
  campaigns: z.array(z.object({ id: z.string(), name: z.string(), day: z.string() })),
  members: z.array(yearMemberSchema),
});
export type YearExtractView = z.infer<typeof yearExtractSchema>;

/** GET /api/me/years: the member's own, newest first, with what people concluded and why. */
export const ownYearsSchema = z.array(
  z.object({
    year: z.int(),
    totals: yearTotalsSchema,
    entries: z.array(yearEntrySchema.extend({ name: z.string(), attempts: z.array(ownAttemptSchema), looks: z.array(ownLookSchema) })),
  }),
);
export type OwnYearsView = z.infer<typeof ownYearsSchema>;

export const YEAR_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const;
