import type { DocumentMetadata } from './extraction.js';
import { hashString } from './hash.js';

/** What stays in a file when it is copied and saved again: an editing session (rsid), a document's identifier, who made it and when together. */
export type TraceKind = 'revision' | 'identifier' | 'origin';

export interface FileTrace {
  readonly kind: TraceKind;
  /** The kind and what the file says. */
  readonly key: string;
}

/**
 * Editing sessions of one file that are looked at: those whose hashes are smallest, so that two files which share many keep
 * the same ones. 16: a file saved under another name shares them all, and one of which a third is shared some five.
 */
export const MOST_SESSIONS = 16;
/** Identifiers of one file; a document has two or three. */
const MOST_IDENTIFIERS = 8;

/** Names that programs and new computers give to everybody. */
const ANYBODY = new Set([
  ...['admin', 'administrator', 'author', 'guest', 'home', 'my pc', 'owner', 'pc', 'unknown', 'un-named', 'user', 'users'],
  ...['acer', 'asus', 'dell', 'hp', 'lenovo', 'microsoft', 'microsoft office user', 'windows user'],
  ...['apache poi', 'openpyxl', 'python-docx'],
]);

/** What a file carries of where it comes from, each once; nothing of a session without a number, nor of a name that anybody may have. */
export function tracesOf({ creator, created, identifiers, revisions }: DocumentMetadata): FileTrace[] {
  const [name, time] = [plain(creator), plain(created)];
  const origin = name === '' || time === '' || ANYBODY.has(name) ? [] : [JSON.stringify([name, time])];
  const named = distinct(identifiers).slice(0, MOST_IDENTIFIERS);
  const sessions = traces(
    'revision',
    distinct(revisions).filter((one) => /[^0]/.test(one)),
  );
  return [...traces('identifier', named), ...traces('origin', origin), ...sessions.sort(bySmallestHash).slice(0, MOST_SESSIONS)];
}

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();

const distinct = (values: readonly string[]): string[] => [...new Set(values.map(plain))].filter((one) => one !== '');

const traces = (kind: TraceKind, values: readonly string[]): FileTrace[] => values.map((value) => ({ kind, key: `${kind}:${value}` }));

const bySmallestHash = ({ key: one }: FileTrace, { key: other }: FileTrace): number =>
  hashString(one) - hashString(other) || (one < other ? -1 : 1);
