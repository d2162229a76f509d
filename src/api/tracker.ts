import { z } from 'zod';

/*
 * What whoever is above some units sees of them: figures, names of units, shared passages. Nobody's name, nobody's text.
 */

const count = z.int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const trackedFiguresSchema = z.object({
  listed: count,
  attendanceKnown: count,
  attended: count,
  exempt: count,
  voluntary: count,
  required: count,
  submitted: count,
  late: count,
  missing: count,
  overdue: count,
  overdueDays: count,
  accepted: count,
  acceptedAfter: count,
  rewrite: count,
  open: count,
});
export type TrackedFiguresView = z.infer<typeof trackedFiguresSchema>;

export const trackedUnitSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  name: z.string(),
  own: trackedFiguresSchema,
  all: trackedFiguresSchema,
});
export type TrackedUnitView = z.infer<typeof trackedUnitSchema>;

/** GET /api/campaigns/:id/tracker?cadres=1: `cadres` counts key cadres alone. */
export const trackerSchema = z.object({
  campaign: z.string(),
  name: z.string(),
  today: day,
  due: day.nullable(),
  total: trackedFiguresSchema,
  units: z.array(trackedUnitSchema),
  days: z.array(z.object({ day, received: count })),
});
export type TrackerView = z.infer<typeof trackerSchema>;

/** GET /api/trackers: campaigns of the own units, those above and those below, newest first. */
export const trackersSchema = z.array(
  z.object({ campaign: z.string(), name: z.string(), createdAt: z.string(), total: trackedFiguresSchema }),
);
export type TrackedCampaignView = z.infer<typeof trackersSchema>[number];

/** GET /api/campaigns/:id/unit-groups: groups that cross units. */
export const unitGroupsSchema = z.array(
  z.object({
    number: z.int().min(1),
    essays: count,
    cohesion: z.number(),
    units: z.array(z.object({ name: z.string(), essays: count })),
    passages: z.array(z.object({ text: z.string(), syllables: count, units: z.tuple([z.string(), z.string()]) })),
  }),
);
export type UnitGroupView = z.infer<typeof unitGroupsSchema>[number];
