import { z } from 'zod';
import { ROLES } from '../model/access.js';
import { LIMIT_NAMES, type LimitName, UNIT_KINDS, UNIT_LIMITS } from '../model/unit.js';
import { setupSchema } from './service.js';

export { ROLES } from '../model/access.js';
export { LIMIT_NAMES, type LimitName, UNIT_KINDS, UNIT_LIMITS } from '../model/unit.js';

/* What administrators see and change under /api: units, accounts, invitations, limits. Days are YYYY-MM-DD. */

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const day = z.iso.date();
const roles = z.array(z.enum(ROLES)).max(ROLES.length);

/** POST /api/units, PUT /api/units/:id. `parent` is null for the founding unit only; `on`: day from which the change counts. */
export const unitInputSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    kind: z.enum(UNIT_KINDS).nullable(),
    parent: id.nullable(),
    since: day.nullable().default(null),
    until: day.nullable().default(null),
    successor: id.nullable().default(null),
    on: day,
  })
  .refine(({ since, until }) => since === null || until === null || since <= until);
export type UnitInput = z.input<typeof unitInputSchema>;

export const unitSchema = z.object({
  id,
  parent: id.nullable(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS).nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  successor: id.nullable(),
});
/** GET /api/units: units that whoever asks administers, by name. The unit above the topmost ones is not among them. */
export const listedUnitSchema = unitSchema.extend({ accounts: z.int(), people: z.int() });
export type ListedUnitView = z.infer<typeof listedUnitSchema>;

export const listedAccountSchema = z.object({ id, name: z.string(), isDisabled: z.boolean(), roles, isOwn: z.boolean() });
export type ListedAccountView = z.infer<typeof listedAccountSchema>;

export const invitationSchema = z.object({
  id,
  name: z.string(),
  roles,
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type InvitationView = z.infer<typeof invitationSchema>;

const limitState = z.object({ value: z.int(), from: id.nullable() });
const byLimit = <T extends z.ZodType>(make: (name: LimitName) => T): z.ZodObject<Record<LimitName, T>> =>
  z.strictObject(Object.fromEntries(LIMIT_NAMES.map((name) => [name, make(name)])) as Record<LimitName, T>);

/** GET /api/units/:id. */
export const unitDetailSchema = z.object({
  unit: unitSchema,
  accounts: z.array(listedAccountSchema),
  invitations: z.array(invitationSchema),
  limits: byLimit(() => limitState),
  history: z.array(z.object({ at: z.string(), actor: z.string(), kind: z.string(), details: z.record(z.string(), z.unknown()) })),
});
export type UnitDetailView = z.infer<typeof unitDetailSchema>;

/** PUT /api/units/:id/limits: null leaves a limit to the unit above. */
export const limitsInputSchema = byLimit((name) => z.int().min(UNIT_LIMITS[name].least).max(UNIT_LIMITS[name].most).nullable());
export type LimitsInput = z.infer<typeof limitsInputSchema>;

/** POST /api/units/:id/invitations. */
export const newInvitationSchema = z.strictObject({ name: z.string().trim().min(1).max(100), roles: roles.min(1) });

/** A code that is shown this once: the address of its page is /moi/ and the code. */
export const madeCodeSchema = z.object({ code: z.string(), expiresAt: z.string() });
export type MadeCode = z.infer<typeof madeCodeSchema>;

/** PUT /api/units/:id/accounts/:account/roles; none takes the account out of the unit. */
export const rolesInputSchema = z.strictObject({ roles });

/** PUT /api/accounts/:id/state. */
export const accountStateSchema = z.strictObject({ isDisabled: z.boolean() });

const code = z.string().max(100);
/** POST /api/codes: asks what a one-time code is for. */
export const codeInputSchema = z.strictObject({ code });
export const codeOfferSchema = z.object({ purpose: z.enum(['invite', 'reset']), name: z.string(), unitName: z.string(), roles });
export type CodeOfferView = z.infer<typeof codeOfferSchema>;

/** POST /api/codes/accept: answers as signing in does. `name` is that of a new account, and says nothing for a new password. */
export const acceptInputSchema = setupSchema.pick({ name: true, password: true }).extend({ code });

/** PUT /api/account/password. */
export const passwordInputSchema = z.strictObject({ current: z.string().min(1).max(200), password: setupSchema.shape.password });

/** GET /api/account/sessions: where one is signed in; times are ISO 8601, `agent` is what the browser calls itself. */
export const ownSessionSchema = z.object({
  id,
  isThis: z.boolean(),
  startedAt: z.string(),
  seenAt: z.string(),
  agent: z.string(),
});
export type OwnSessionView = z.infer<typeof ownSessionSchema>;
