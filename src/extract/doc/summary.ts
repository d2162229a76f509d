import { type DocumentMetadata, NO_METADATA } from '../../model/extraction.js';
import { decodeWindows1252 } from '../windows-1252.js';

/** Offset of the place of the first set of properties ([MS-OLEPS] 2.21), and longest text that is kept. */
const FIRST_SET = 44;
const LONGEST_TEXT = 200;
/** More properties than a summary has. */
const MAX_PROPERTIES = 100;

const TYPES = { short: 2, text: 30, wideText: 31, time: 64 } as const;
const PROPERTIES = {
  codePage: 1,
  author: 4,
  template: 7,
  lastAuthor: 8,
  editingTime: 10,
  created: 12,
  saved: 13,
  application: 18,
} as const;
/** Code pages that have another name than "windows-" and their number. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [1200, 'utf-16le'],
  [65001, 'utf-8'],
]);
type Decode = (bytes: Buffer) => string;
const WESTERN = 1252;
/** Ticks of 100 ns a millisecond, and from 1601 to 1970, ms. */
const TICKS = 10_000n;
const EPOCH = 11_644_473_600_000n;

/** What the summary of an OLE file says ([MS-OLEPS] 3.1); a broken one says nothing. */
export function readSummary(stream: Buffer): DocumentMetadata {
  try {
    return metadataOf(readProperties(stream));
  } catch {
    return NO_METADATA;
  }
}

interface Property {
  readonly type: number;
  readonly value: Buffer;
}

function readProperties(stream: Buffer): Map<number, Property> {
  const set = stream.subarray(stream.readUInt32LE(FIRST_SET));
  const count = Math.min(set.readUInt32LE(4), MAX_PROPERTIES);
  const properties = new Map<number, Property>();
  for (let index = 0; index < count; index++) {
    const property = set.subarray(set.readUInt32LE(12 + index * 8));
    properties.set(set.readUInt32LE(8 + index * 8), { type: property.readUInt16LE(0), value: property.subarray(4) });
  }
  return properties;
}

function metadataOf(properties: ReadonlyMap<number, Property>): DocumentMetadata {
  const codePage = properties.get(PROPERTIES.codePage);
  const decode = decoderOf(codePage?.type === TYPES.short ? codePage.value.readUInt16LE(0) : 0);
  const text = (id: number): string => textOf(properties.get(id), decode);
  const ticks = (id: number): bigint | undefined => {
    const property = properties.get(id);
    return property?.type === TYPES.time ? property.value.readBigUInt64LE(0) : undefined;
  };
  const editing = ticks(PROPERTIES.editingTime);
  return {
    ...NO_METADATA,
    creator: text(PROPERTIES.author),
    lastModifiedBy: text(PROPERTIES.lastAuthor),
    created: dateOf(ticks(PROPERTIES.created)),
    modified: dateOf(ticks(PROPERTIES.saved)),
    application: text(PROPERTIES.application),
    template: text(PROPERTIES.template),
    editingMinutes: editing === undefined ? null : Number(editing / TICKS / 60_000n),
  };
}

function textOf(property: Property | undefined, decode: Decode): string {
  if (property === undefined) return '';
  const { type, value } = property;
  if (type !== TYPES.text && type !== TYPES.wideText) return '';
  const length = value.readUInt32LE(0) * (type === TYPES.wideText ? 2 : 1);
  const bytes = value.subarray(4, 4 + Math.min(length, 4 * LONGEST_TEXT));
  const text = type === TYPES.wideText ? bytes.toString('utf16le') : decode(bytes);
  return (text.split('\0', 1)[0] ?? '').slice(0, LONGEST_TEXT);
}

function decoderOf(codePage: number): Decode {
  if (codePage === WESTERN) return decodeWindows1252;
  try {
    const decoder = new TextDecoder(CODE_PAGES.get(codePage) ?? `windows-${codePage}`);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return decodeWindows1252;
  }
}

/** Empty where there is none, which some programs write as 1601. */
function dateOf(ticks: bigint | undefined): string {
  if (ticks === undefined || ticks === 0n) return '';
  const date = new Date(Number(ticks / TICKS - EPOCH));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
