import { asBuffer } from '../archive.js';
import { decodeUnicode } from '../plain-text.js';
import { decodeWindows1252 } from '../windows-1252.js';

/** As much as is looked at for a declaration of the encoding. */
const HEAD_BYTES = 4096;
/** Share of characters that may be broken in a page that says it is UTF-8. */
const BROKEN_SHARE = 0.01;

/**
 * Decodes a web page: in Unicode wherever its bytes are that, else in the encoding that it declares, else as Windows-1252. Vietnamese
 * in older encodings is told by its words later on, whatever the page says.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const unicode = decodeUnicode(bytes);
  if (unicode !== undefined) return unicode;
  const head = asBuffer(bytes).subarray(0, HEAD_BYTES).toString('latin1');
  const label = /\bcharset\s{0,9}=\s{0,9}["']?([\w:-]{1,40})/i.exec(head)?.[1]?.toLowerCase() ?? '';
  const text = decodeDeclared(bytes, label);
  if (text === undefined) return decodeWindows1252(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return broken > text.length * BROKEN_SHARE ? decodeWindows1252(bytes) : text;
}

/** Undefined for Windows-1252, and for what is unknown or user-defined: Word calls the encodings of old fonts so. */
function decodeDeclared(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label);
    return ['windows-1252', 'x-user-defined'].includes(decoder.encoding) ? undefined : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
