import { z } from 'zod';
import { YEAR_FIGURE_NAMES } from '../model/person-facts.js';
import type { YearFigures } from '../model/year-figures.js';

export { FIGURE_LISTS } from '../model/figure-groups.js';
export { checkIdentities } from '../model/figure-identities.js';

/*
 * What units answer for in a campaign: counts and names of units. Every share is worked out of two of the counts where it is shown.
 */

const count = z.int().min(0);

export const yearFiguresSchema = z.object(
  Object.fromEntries(YEAR_FIGURE_NAMES.map((name) => [name, count])) as Readonly<Record<keyof YearFigures, typeof count>>,
);
export type YearFiguresView = z.infer<typeof yearFiguresSchema>;

const unitSchema = z.object({ id: z.string(), name: z.string() });

/** GET /api/campaigns/:id/figures?unit=…&cadres=1: a unit, the units directly below it, and how far those with members are, by name. */
export const figuresSchema = z.object({
  campaign: z.object({ id: z.string(), name: z.string() }),
  unit: unitSchema,
  above: z.array(unitSchema),
  own: yearFiguresSchema,
  all: yearFiguresSchema,
  children: z.array(z.object({ unit: unitSchema, isParent: z.boolean(), all: yearFiguresSchema })),
  standing: z.object({ finished: z.array(z.string()), late: z.array(z.string()), silent: z.array(z.string()) }),
});
export type FiguresView = z.infer<typeof figuresSchema>;

/** GET /api/figures/campaigns?unit=…&cadres=1: a unit with those below it, campaign by campaign, the oldest first. */
export const campaignFiguresSchema = z.array(
  z.object({
    campaign: z.string(),
    name: z.string(),
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    all: yearFiguresSchema,
    copied: count,
  }),
);
export type CampaignFiguresView = z.infer<typeof campaignFiguresSchema>[number];
