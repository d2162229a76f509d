import { z } from 'zod';
import { ENCODINGS, type Extraction, FILE_FORMATS, HIDDEN_KINDS, SUBMISSION_STATES } from '../model/extraction.js';
import type { ChildReply } from './extract-child.js';

const place = z.int().min(0);
const span = { start: place, end: place };

const EXTRACTION: z.ZodType<Extraction> = z.strictObject({
  state: z.enum(SUBMISSION_STATES),
  format: z.enum(FILE_FORMATS),
  text: z.string(),
  messages: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  hidden: z.array(z.strictObject({ ...span, kind: z.enum(HIDDEN_KINDS) })),
  asides: z.array(z.strictObject(span)),
  furniture: z.array(z.strictObject(span)),
  decoded: z.array(z.strictObject(span)),
  recognised: z.array(z.strictObject({ ...span, page: place, confidence: z.number().min(0).max(1) })),
  fontRuns: z.array(z.strictObject({ ...span, font: z.string() })),
  encoding: z.enum(ENCODINGS).nullable(),
  metadata: z.strictObject({
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
  }),
});

const REPLY: z.ZodType<ChildReply> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('page') }),
  z.strictObject({ kind: z.literal('done'), file: place, extraction: EXTRACTION }),
]);

/** What a child said; null where it is nothing that a sound child says: a parser that was taken over may say anything. */
export function parseReply(message: unknown): ChildReply | null {
  return REPLY.safeParse(message).data ?? null;
}
