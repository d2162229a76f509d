import { z } from 'zod';

/* Erasing what is kept of people, and backups, under /api. Times are ISO 8601, UTC. */

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** GET /api/units/:id/people?q=: people whose name or card number holds `q`. */
export const peopleQuerySchema = z.object({ q: z.string().trim().max(100).default('') });
export const keptPersonSchema = z.object({ id, name: z.string(), card: z.string(), cell: z.string(), essays: z.int() });
export type KeptPersonView = z.infer<typeof keptPersonSchema>;

/** POST /api/people/:id/erase, POST /api/units/:id/retention/:campaign/erase. The reason names nobody: it stays. */
export const eraseInputSchema = z.strictObject({ reason: z.string().trim().min(5).max(500) });

/** GET /api/units/:id/erasures, newest first. */
export const erasureSchema = z.object({
  id,
  at: z.string(),
  what: z.enum(['person', 'campaign']),
  essays: z.int(),
  reason: z.string(),
  by: z.string(),
});
export type ErasureView = z.infer<typeof erasureSchema>;

/** GET /api/retention: campaigns of which essays, or whatever else people wrote in them, are kept for longer than their units want. */
export const dueEssaysSchema = z.object({
  campaign: id,
  campaignName: z.string(),
  unit: id,
  unitName: z.string(),
  essays: z.int(),
  lastAt: z.string(),
  years: z.int(),
});
export type DueEssaysView = z.infer<typeof dueEssaysSchema>;

/** GET /api/backups. `isSound`: it was read again in whole; `isThere`: it is still where it was written. */
export const backupsSchema = z.object({
  folder: z.string(),
  work: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('running'), startedAt: z.string(), share: z.number() }),
    z.object({ state: z.literal('failed'), message: z.string() }),
  ]),
  list: z.array(
    z.object({
      file: z.string(),
      at: z.string(),
      by: z.string(),
      bytes: z.int(),
      essays: z.int(),
      files: z.int(),
      isSound: z.boolean(),
      isThere: z.boolean(),
    }),
  ),
});
export type BackupsView = z.infer<typeof backupsSchema>;
