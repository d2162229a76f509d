import type { DocumentMetadata } from './extraction.js';
import { hashString } from './hash.js';

/**
 * What stays in a file when it is copied and saved again: an editing session (rsid), a document's identifier, who made it and
 * when together, who saved it last.
 */
export type TraceKind = 'revision' | 'identifier' | 'origin' | 'editor';

export interface FileTrace {
  readonly kind: TraceKind;
  /** Hash of the kind and what the file says, up to 2^52: among millions of files no two meet by chance. */
  readonly key: number;
}

/** Traces of one file: of its editing sessions those whose keys are smallest, so that two files which share many keep the same ones. */
export const MOST_TRACES = 64;
/** Identifiers of one file; a document has two or three. */
const MOST_IDENTIFIERS = 8;

/** Names that programs and new computers give to everybody. */
const ANYBODY = new Set(
  [
    'admin',
    'administrator',
    'user',
    'users',
    'owner',
    'pc',
    'my pc',
    'home',
    'windows user',
    'microsoft office user',
    'microsoft',
    'unknown',
  ].concat(['author', 'guest', 'hp', 'dell', 'acer', 'asus', 'lenovo', 'python-docx', 'un-named', 'openpyxl', 'apache poi']),
);

/** What a file carries of where it comes from; nothing of a session without a number, nor of a name that anybody may have. */
export function tracesOf({ creator, created, lastModifiedBy, identifiers, revisions }: DocumentMetadata): FileTrace[] {
  const made = [creator, created].map(plain);
  const editor = plain(lastModifiedBy);
  const traces = [...[...new Set(identifiers.map(plain))].filter((one) => one !== '').map((one) => trace('identifier', one))].slice(
    0,
    MOST_IDENTIFIERS,
  );
  if (made.every((part) => part !== '') && !ANYBODY.has(made[0]!)) traces.push(trace('origin', JSON.stringify(made)));
  if (editor !== '' && !ANYBODY.has(editor)) traces.push(trace('editor', editor));
  const sessions = [...new Set(revisions.map(plain))].filter((one) => /[^0]/.test(one)).map((one) => trace('revision', one));
  return [...traces, ...sessions.sort((one, other) => one.key - other.key).slice(0, MOST_TRACES - traces.length)];
}

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();

function trace(kind: TraceKind, value: string): FileTrace {
  const text = `${kind}:${value}`;
  return { kind, key: hashString(text) * 2 ** 20 + (hashString(`${text}#`) >>> 12) };
}
