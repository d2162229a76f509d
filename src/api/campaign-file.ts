import { z } from 'zod';
import { CAMPAIGN_KINDS, THEME_KINDS } from '../model/campaign.js';

const text = z.string().trim().min(1);
const share = z.number().min(0).max(1);
const count = z.int().min(0);

const facetSchema = z.strictObject({ name: text, phrases: z.array(text).default([]) });

const themeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: text,
  kind: z.enum(THEME_KINDS).default('topic'),
  required: z.boolean().default(true),
  minimum: share.default(0.5),
  phrases: z.array(text).default([]),
  facets: z.array(facetSchema).default([]),
});

/** A limit that is left out takes the default of the campaign's kind; null switches it off. */
const policySchema = z.strictObject({
  review: z
    .strictObject({ best: share.nullable(), union: share.nullable(), passage: count.nullable(), unmetThemes: count.nullable() })
    .partial()
    .default({}),
  rewrite: z.strictObject({ best: share.nullable(), union: share.nullable(), unmetShare: share.nullable() }).partial().default({}),
  minimumSyllables: count.nullable().optional(),
  maximumSyllables: count.nullable().optional(),
});

/** A campaign file as a committee writes it, read from YAML. */
export const campaignFileSchema = z.strictObject({
  name: text,
  kind: z.enum(CAMPAIGN_KINDS).default('essay'),
  references: z.array(text).default([]),
  templates: z.array(text).default([]),
  samples: z.array(text).default([]),
  /** The question that is to be answered, or the task in the committee's words. */
  prompt: z.string().trim().max(5000).default(''),
  /** Day by which an essay that is to be written again is handed in. */
  rewriteBy: z.iso.date().nullable().default(null),
  synonyms: z.array(z.array(text).min(2)).default([]),
  themes: z.array(themeSchema).optional(),
  policy: policySchema.prefault({}),
});
export type CampaignFile = z.infer<typeof campaignFileSchema>;
