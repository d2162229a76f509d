import { z } from 'zod';
import { isMessageCode } from '../extract/messages.js';
import { ENCODINGS, type Extraction, type ExtractLimits, FILE_FORMATS, HIDDEN_KINDS, SUBMISSION_STATES } from '../model/extraction.js';
import type { Span } from '../model/span.js';
import type { ChildReply } from './extract-child.js';

/** Bytes of a reply for each UTF-16 unit that a text may have: six where JSON escapes it, the rest for places. */
const BYTES_PER_UNIT = 16;

/** The first wrong item ends the check: an array of zod's own makes a complaint of each, and there may be millions. */
const listOf = <Item>(item: z.ZodType<Item>) =>
  z.custom<readonly Item[]>((list) => Array.isArray(list) && list.every((one) => item.safeParse(one).success));

const place = z.int().min(0);
const span = { start: place, end: place };
const strings = listOf(z.string());

const EXTRACTION: z.ZodType<Extraction> = z.strictObject({
  state: z.enum(SUBMISSION_STATES),
  format: z.enum(FILE_FORMATS),
  text: z.string(),
  messages: listOf(z.strictObject({ code: z.string().refine(isMessageCode), text: z.string() })),
  hidden: listOf(z.strictObject({ ...span, kind: z.enum(HIDDEN_KINDS) })),
  asides: listOf(z.strictObject(span)),
  furniture: listOf(z.strictObject(span)),
  decoded: listOf(z.strictObject(span)),
  recognised: listOf(z.strictObject({ ...span, page: place, confidence: z.number().min(0).max(1) })),
  fontRuns: listOf(z.strictObject({ ...span, font: z.string() })),
  encoding: z.enum(ENCODINGS).nullable(),
  metadata: z.strictObject({
    creator: z.string(),
    lastModifiedBy: z.string(),
    created: z.string(),
    modified: z.string(),
    application: z.string(),
    template: z.string(),
    editingMinutes: z.number().nullable(),
    identifiers: strings,
    revisions: strings,
    fonts: strings,
  }),
});

const REPLY: z.ZodType<ChildReply> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('page') }),
  z.strictObject({ kind: z.literal('done'), file: place, extraction: EXTRACTION }),
]);

/** Bytes of the longest reply that a sound child gives. */
export function mostReplyBytes(limits: ExtractLimits): number {
  return BYTES_PER_UNIT * limits.textLength + 1024 * 1024;
}

/** What a child said; null where it is nothing that a sound child says: a parser that was taken over may say anything. */
export function parseReply(frame: Buffer, limits: ExtractLimits): ChildReply | null {
  const reply = REPLY.safeParse(parseJson(frame)).data ?? null;
  return reply?.kind === 'done' && !isWithin(reply.extraction, limits) ? null : reply;
}

function parseJson(frame: Buffer): unknown {
  try {
    return JSON.parse(frame.toString());
  } catch {
    return null;
  }
}

/** Whether the text is no longer than it may be, and its places are in it and in order: others make the parent read what is not there. */
function isWithin({ text, hidden, asides, furniture, decoded, recognised, fontRuns }: Extraction, limits: ExtractLimits): boolean {
  return text.length <= limits.textLength && [hidden, asides, furniture, decoded, recognised, fontRuns].every(isInOrder);

  function isInOrder(spans: readonly Span[]): boolean {
    return spans.every(({ start, end }, i) => (spans[i - 1]?.end ?? 0) <= start && start <= end && end <= text.length);
  }
}
