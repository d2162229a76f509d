import { z } from 'zod';
import { TOKEN_RIGHTS } from '../model/access-token.js';

/** POST /api/tokens: `days` that it counts; `unit` where the account runs campaigns for several. */
export const newTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  rights: z.array(z.enum(TOKEN_RIGHTS)).min(1).max(TOKEN_RIGHTS.length),
  days: z.int().min(1).max(730),
  unit: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
});
export type NewTokenInput = z.input<typeof newTokenSchema>;

export const tokenSchema = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  name: z.string(),
  rights: z.array(z.enum(TOKEN_RIGHTS)),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  /** Day of the last request, YYYY-MM-DD. */
  lastUsed: z.string().nullable(),
});
export type TokenView = z.infer<typeof tokenSchema>;

/** GET /api/tokens: newest first. */
export const tokensSchema = z.array(tokenSchema);

/** Answer to POST /api/tokens: `secret` is shown this once and kept nowhere. */
export const madeTokenSchema = z.object({ token: tokenSchema, secret: z.string() });
