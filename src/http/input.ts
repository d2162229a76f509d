import express, { type Request } from 'express';
import { z } from 'zod';
import { cleanText } from './clean-text.js';

/** Bytes of one JSON body: five thousand essays named by their ids, or a campaign with long lists of phrases. */
const JSON_LIMIT = 1024 * 1024;
/** Bytes of a roster. */
const ROSTER_LIMIT = 5 * 1024 * 1024;

/** Reads a JSON body; every text in it is made well-formed and composed. */
export const jsonBody = express.json({
  limit: JSON_LIMIT,
  strict: true,
  reviver: (_key: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value),
});

/** Reads a roster as bytes, since spreadsheets write in several encodings. */
export const rosterBody = express.raw({ limit: ROSTER_LIMIT, type: ['text/csv', 'text/plain', 'application/octet-stream'] });

/** The body in the shape asked for. Throws ZodError. */
export function readBody<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return schema.parse(request.body, { reportInput: true });
}

/** The query in the shape asked for. Throws ZodError. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return schema.parse(request.query, { reportInput: true });
}

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const essaySchema = z.string().min(1).max(400);

/** The id of a campaign or a batch that the address names. Throws ZodError. */
export function readId(request: Request): string {
  return z.object({ id: idSchema }).parse(request.params).id;
}

/** A campaign and one of its essays, as the address names them. Throws ZodError. */
export function readEssayId(request: Request): { readonly id: string; readonly essay: string } {
  return z.object({ id: idSchema, essay: essaySchema }).parse(request.params);
}

/** A campaign and a text that one of its results names: an essay or a sample. Throws ZodError. */
export function readDocumentId(request: Request): { readonly id: string; readonly document: string } {
  return z.object({ id: idSchema, document: essaySchema }).parse(request.params);
}

/** A batch and one of its uploads. Throws ZodError. */
export function readUploadNumber(request: Request): { readonly id: string; readonly number: number } {
  return z.object({ id: idSchema, number: z.coerce.number().int().min(1) }).parse(request.params);
}
