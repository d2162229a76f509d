import { z } from 'zod';

/* Groups of a unit's people across its cells, under /api/units/:id/audiences. */

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const name = z.string().trim().min(1).max(100);
/** People of one unit at most, as a request may name them. */
const people = z.array(id).max(20_000).default([]);

/** GET …/audiences: groups by name. `rests`: what campaigns have of their own for the group, and what goes with it. */
export const unitAudienceSchema = z.object({
  id,
  name: z.string(),
  people: z.int(),
  rests: z.array(z.object({ campaign: z.string(), hasPrompt: z.boolean(), hasThemes: z.boolean(), due: z.string().nullable() })),
});
export type UnitAudienceView = z.infer<typeof unitAudienceSchema>;

/** GET /api/group-names: what the groups of one's units are called. */
export const groupNamesSchema = z.array(z.string());

/** GET …/audiences/:audience/people: everybody of the unit, by name. */
export const audiencePersonSchema = z.object({
  id,
  card: z.string(),
  name: z.string(),
  cell: z.string(),
  post: z.string(),
  isMember: z.boolean(),
});
export type AudiencePersonView = z.infer<typeof audiencePersonSchema>;

/** POST …/audiences. */
export const newAudienceSchema = z.strictObject({ name });

/** PUT …/audiences/:audience; `before`: the name on the screen. */
export const renameAudienceSchema = z.strictObject({ name, before: z.string().max(200) });

/** PUT …/audiences/:audience/people: whom to let in and whom to take out. */
export const audienceMembersSchema = z.strictObject({ add: people, remove: people });
