import { z } from 'zod';
import { SITUATION_LIMITS } from '../model/situation.js';

export { SITUATION_LIMITS } from '../model/situation.js';

/* The library of situations, under /api/situations. */

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** At which unit, for whoever works at several; the first one without. */
export const situationUnitSchema = z.object({ unit: id.optional() });

const contentShape = {
  job: z.string().trim().max(SITUATION_LIMITS.job),
  title: z.string().trim().min(1).max(SITUATION_LIMITS.title),
  prompt: z.string().trim().min(1).max(SITUATION_LIMITS.prompt),
};

/** POST /api/situations. */
export const situationInputSchema = z.strictObject(contentShape);
export type SituationInput = z.infer<typeof situationInputSchema>;

/** PUT /api/situations/:situation; `revision`: that on the screen. */
export const situationChangeSchema = z.strictObject({ ...contentShape, revision: z.int().min(1) });

/** PUT /api/situations/:situation/archived. */
export const situationArchiveSchema = z.strictObject({ isArchived: z.boolean(), revision: z.int().min(1) });

/** GET /api/situations: own ones, and what units above offer; by job and title, archived ones last. */
export const situationsSchema = z.array(
  z.object({
    id,
    job: z.string(),
    title: z.string(),
    prompt: z.string(),
    unitName: z.string(),
    isOwn: z.boolean(),
    archivedAt: z.string().nullable(),
    revision: z.int(),
  }),
);
export type SituationView = z.infer<typeof situationsSchema>[number];

export const situationIdSchema = z.object({ id });

/** POST /api/situations/preview and import (a CSV or XLSX file as the body): with a problem nothing is imported. */
export const situationPreviewSchema = z.object({
  count: z.int(),
  added: z.int(),
  /** Those that the unit has already, word for word. */
  known: z.int(),
  /** Heads of columns that are left out. */
  ignored: z.array(z.string()),
  problemCount: z.int(),
  problems: z.array(z.object({ row: z.int(), column: z.string(), problem: z.string() })),
});
export type SituationPreview = z.infer<typeof situationPreviewSchema>;
