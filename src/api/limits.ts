import { z } from 'zod';
import { THEME_KINDS } from '../model/campaign.js';
import { shareSchema } from './span.js';

const count = z.int().min(0).nullable();

/** A whole policy, defaults filled in; null is a limit that is switched off. */
export const policySchema = z.object({
  review: z.object({ best: shareSchema, union: shareSchema, passage: count, unmetThemes: count }),
  rewrite: z.object({ best: shareSchema, union: shareSchema, unmetShare: shareSchema }),
  minimumSyllables: count,
  maximumSyllables: count,
});

/** The limits of a campaign among the `parameters` of a report. */
export const limitsSchema = z.object({
  policy: policySchema,
  themes: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.enum(THEME_KINDS), required: z.boolean(), minimum: z.number().min(0).max(1) }),
  ),
});
