import { z } from 'zod';
import { ENCODINGS, FILE_FORMATS, HIDDEN_KINDS, SUBMISSION_STATES } from '../model/extraction.js';
import { messageSchema, spanSchema } from './span.js';

/** What a file says of itself. */
export const metadataSchema = z.object({
  creator: z.string(),
  lastModifiedBy: z.string(),
  created: z.string(),
  modified: z.string(),
  application: z.string(),
  template: z.string(),
  editingMinutes: z.number().nullable(),
  identifiers: z.array(z.string()),
  revisions: z.array(z.string()),
  fonts: z.array(z.string()),
});

/** What `soatbai extract --json` writes. */
export const extractionSchema = z.object({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  state: z.enum(SUBMISSION_STATES),
  format: z.enum(FILE_FORMATS),
  text: z.string(),
  messages: z.array(messageSchema),
  hidden: z.array(spanSchema.extend({ kind: z.enum(HIDDEN_KINDS) })),
  asides: z.array(spanSchema),
  furniture: z.array(spanSchema),
  decoded: z.array(spanSchema),
  recognised: z.array(spanSchema.extend({ page: z.int().positive(), confidence: z.number().min(0).max(1) })),
  fontRuns: z.array(spanSchema.extend({ font: z.string() })),
  encoding: z.enum(ENCODINGS).nullable(),
  metadata: metadataSchema,
});
export type ExtractionJson = z.infer<typeof extractionSchema>;
