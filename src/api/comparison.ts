import { z } from 'zod';
import { shareSchema, spanSchema } from './span.js';

/** What `soatbai compare --json` writes. */
export const comparisonSchema = z.object({
  first: z.string(),
  second: z.string(),
  similarityOfFirst: shareSchema,
  similarityOfSecond: shareSchema,
  jaccard: shareSchema,
  passages: z.array(
    z.object({
      first: spanSchema,
      second: spanSchema,
      syllables: z.int().min(1),
      identical: z.number().min(0).max(1),
      weight: z.number().min(0),
    }),
  ),
  quoted: z.object({ first: z.array(spanSchema), second: z.array(spanSchema) }),
});
export type ComparisonJson = z.infer<typeof comparisonSchema>;
