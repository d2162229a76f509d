import { z } from 'zod';

const named = z.object({ id: z.string(), name: z.string() });

export const exemplaryMarkSchema = z.object({
  id: z.string(),
  unit: named,
  /** Null for a unit. */
  essay: z.object({ id: z.string(), file: z.string(), writer: z.string() }).nullable(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  mayUndo: z.boolean(),
});
export type ExemplaryMarkView = z.infer<typeof exemplaryMarkSchema>;

/** GET /api/campaigns/:id/exemplary: `units` below that may be marked. */
export const exemplarySchema = z.object({ marks: z.array(exemplaryMarkSchema), units: z.array(named) });
export type ExemplaryView = z.infer<typeof exemplarySchema>;

/** POST /api/campaigns/:id/exemplary: one of the two is marked. */
export const newExemplarySchema = z
  .strictObject({
    essay: z.string().min(1).max(400).nullable(),
    unit: z.string().min(1).max(64).nullable(),
    note: z.string().trim().min(5).max(500),
  })
  .refine(({ essay, unit }) => (essay === null) !== (unit === null));
export type NewExemplary = z.input<typeof newExemplarySchema>;
