import { z } from 'zod';

const count = z.int().min(0);
const batchCountsSchema = z.strictObject({ essays: count, accepted: count, rewrite: count, open: count });

export const signerSchema = z.strictObject({ post: z.string().trim().min(1).max(200), name: z.string().trim().min(1).max(200) });

/** GET /api/batches/:id/signature. */
export const batchSigningSchema = z.object({
  counts: batchCountsSchema,
  /** As signed; null while nobody has. */
  signature: z.object({ post: z.string(), name: z.string(), counts: batchCountsSchema, by: z.string(), at: z.string() }).nullable(),
  /** Essays on which was concluded, first or anew, since. */
  concludedSince: count,
  /** As the unit's documents are signed. */
  usual: z.object({ post: z.string(), name: z.string() }),
});
export type BatchSigningView = z.infer<typeof batchSigningSchema>;

/** PUT /api/batches/:id/signature: the counts that were on the screen, and when the signature there was given. */
export const signBatchSchema = signerSchema.extend({ counts: batchCountsSchema, before: z.string().nullable() });
export type SignBatch = z.input<typeof signBatchSchema>;

/** PUT /api/units/:id/signer: whose name stands under the unit's letters and documents; an empty name for nobody's. */
export const unitSignerSchema = z.strictObject({ post: z.string().trim().max(200), name: z.string().trim().max(200) });
export type UnitSigner = z.infer<typeof unitSignerSchema>;
