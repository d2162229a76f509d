import { z } from 'zod';
import { GROUNDS, PROPOSALS } from '../model/assessment.js';
import { limitsSchema } from './limits.js';
import { submissionSchema } from './report.js';
import { shareSchema } from './span.js';

/** What `soatbai calibrate` needs of a report that `assess --json` wrote. */
export const scoredReportSchema = z.object({
  campaign: z.string(),
  parameters: limitsSchema,
  submissions: z.array(
    submissionSchema.pick({
      id: true,
      file: true,
      state: true,
      syllables: true,
      copied: true,
      matches: true,
      themes: true,
      advisories: true,
      proposal: true,
    }),
  ),
});

const count = z.int().min(0);
const kappa = z.number().max(1).nullable();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();

const yesNoSchema = z.object({
  both: count,
  machineOnly: count,
  committeeOnly: count,
  neither: count,
  count,
  agreed: shareSchema,
  kappa,
  precision: shareSchema,
  recall: shareSchema,
});

const suggestionSchema = z.object({
  best: z.number().nullable(),
  interval,
  sure: z.number().min(0).max(1),
  wanting: z.object({ judgements: count, ofEach: z.tuple([count, count]) }).nullable(),
  value: z.number().nullable(),
});

const triedSchema = z.object({
  value: z.number().nullable(),
  accept: count,
  review: count,
  rewrite: count,
  missed: count,
  needless: count,
  agreed: z.number().min(0).max(1),
});

const verdictsSchema = z.object({ accepted: count, rewrite: count });

/** What `soatbai calibrate --json` writes. */
export const agreementSchema = z.object({
  version: z.literal(1),
  campaign: z.string(),
  judged: count,
  /** Essays of the report or campaign that nobody concluded on. */
  open: count,
  proposals: z.record(z.enum(PROPOSALS), verdictsSchema),
  /** A proposal to look agrees by half with either conclusion. */
  overall: z.object({ count, agreed: shareSchema, kappa, interval }),
  flagged: yesNoSchema,
  decided: yesNoSchema,
  grounds: z.array(yesNoSchema.extend({ ground: z.enum(GROUNDS) })),
  themes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      minimum: z.number(),
      judged: count,
      agreement: yesNoSchema.nullable(),
      tried: z.array(z.object({ minimum: z.number(), agreed: count })),
      suggestion: suggestionSchema.nullable(),
    }),
  ),
  settings: z.array(z.object({ name: z.string(), current: triedSchema, tried: z.array(triedSchema), suggestion: suggestionSchema })),
  outdated: count,
  putForward: z.object({
    policy: limitsSchema.shape.policy,
    minimums: z.record(z.string(), z.number()),
    agreedNow: shareSchema,
    agreedThen: shareSchema,
    changed: count,
  }),
});
export type AgreementJson = z.infer<typeof agreementSchema>;
