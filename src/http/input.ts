import express, { type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { cleanText } from './clean-text.js';
import { RequestError } from './errors.js';
import { describeIssue } from './input-problem.js';
import { HTTP_MESSAGES } from './messages.js';

/** Bytes of one JSON body: five thousand essays named by their ids, or a campaign with long lists of phrases. */
const JSON_LIMIT = 1024 * 1024;
/** Bytes of a name and a password, written as clumsily as JSON allows. */
const CREDENTIALS_LIMIT = 8 * 1024;
/** Bytes of a roster. */
const ROSTER_LIMIT = 5 * 1024 * 1024;

/** Reads a JSON body; every text in it is made well-formed and composed. */
export const jsonBody: RequestHandler = readJson(JSON_LIMIT);

/** The same for what anybody may send. */
export const credentialsBody: RequestHandler = readJson(CREDENTIALS_LIMIT);

function readJson(limit: number): RequestHandler {
  const reviver = (_key: string, value: unknown): unknown => (typeof value === 'string' ? cleanText(value) : value);
  return express.json({ limit, strict: true, reviver });
}

/** Reads a roster as bytes, since spreadsheets write in several encodings. */
export const rosterBody: RequestHandler = express.raw({
  limit: ROSTER_LIMIT,
  type: ['text/csv', 'text/plain', 'application/octet-stream'],
});

/** The body in the shape asked for. Throws RequestError `bad-input`. */
export function readBody<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return read(request.body, schema);
}

/** The query in the shape asked for. Throws RequestError `bad-input`. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return read(request.query, schema);
}

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const textId = z.string().min(1).max(400);

/** The id of a campaign or a batch that the address names. Throws RequestError `bad-input`. */
export function readId(request: Request): string {
  return read(request.params, z.object({ id: idSchema })).id;
}

/** A campaign and one of its essays, as the address names them. Throws RequestError `bad-input`. */
export function readEssayId(request: Request): { readonly id: string; readonly essay: string } {
  return read(request.params, z.object({ id: idSchema, essay: textId }));
}

/** A campaign and one of its groups, as the address names them. Throws RequestError `bad-input`. */
export function readGroupId(request: Request): { readonly id: string; readonly group: string } {
  return read(request.params, z.object({ id: idSchema, group: textId }));
}

/** A campaign and a text that one of its results names: an essay or a sample. Throws RequestError `bad-input`. */
export function readDocumentId(request: Request): { readonly id: string; readonly document: string } {
  return read(request.params, z.object({ id: idSchema, document: textId }));
}

/** What the address names, in the shape asked for. Throws RequestError `bad-input`. */
export function readNamed<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return read(request.params, schema);
}

/** An essay that the address of a member's page names. Throws RequestError `bad-input`. */
export function readOwnEssay(request: Request): string {
  return read(request.params, z.object({ essay: textId })).essay;
}

/** A form, known by its content. Throws RequestError `bad-input`. */
export function readTemplate(request: Request): string {
  return read(request.params, z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })).sha256;
}

/** A campaign and a request for a second look. Throws RequestError `bad-input`. */
export function readLookId(request: Request): { readonly id: string; readonly look: string } {
  return read(request.params, z.object({ id: idSchema, look: idSchema }));
}

/** A batch and one of its uploads. Throws RequestError `bad-input`. */
export function readUploadNumber(request: Request): { readonly id: string; readonly number: number } {
  return read(request.params, z.object({ id: idSchema, number: z.coerce.number().int().min(1) }));
}

/** Parts of the address in the shape asked for. Throws RequestError `bad-input`. */
export function readParams<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return read(request.params, schema);
}

/** A value in the shape asked for. Throws RequestError `bad-input`. */
export function read<T extends z.ZodType>(value: unknown, schema: T): z.output<T> {
  const { success, data, error } = schema.safeParse(value, { reportInput: true });
  if (!success) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.badInput(describeIssue(error.issues[0])));
  return data;
}
