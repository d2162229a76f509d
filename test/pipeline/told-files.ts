import { type DocumentMetadata, type Extraction, type HiddenKind, NO_METADATA, NOTHING_READ } from '../../src/model/extraction.js';
import type { Span } from '../../src/model/span.js';
import type { Sandbox } from '../../src/pipeline/sandbox.js';

/** A piece of a text: of the body as it is read, hidden in some way, or beside the body; with the font it is set in. */
export type Piece =
  | string
  | { readonly hidden: string; readonly kind?: HiddenKind }
  | { readonly aside: string }
  | { readonly text: string; readonly font: string };

/** A file whose bytes are what a reader tells of it: for what becomes of that, whatever the format. */
export function told(pieces: readonly Piece[], metadata: Partial<DocumentMetadata> = {}): Uint8Array {
  let text = '';
  const hidden: Extraction['hidden'][number][] = [];
  const asides: Span[] = [];
  const fontRuns: Extraction['fontRuns'][number][] = [];
  for (const piece of pieces) {
    const start = text.length;
    text += typeof piece === 'string' ? piece : 'hidden' in piece ? piece.hidden : 'aside' in piece ? piece.aside : piece.text;
    const span = { start, end: text.length };
    if (typeof piece === 'string') continue;
    if ('hidden' in piece) hidden.push({ ...span, kind: piece.kind ?? 'white' });
    else if ('aside' in piece) asides.push(span);
    else fontRuns.push({ ...span, font: piece.font });
  }
  const messages = hidden.length === 0 ? [] : [{ code: 'hidden-text', text: 'Tệp có chữ ẩn.' }];
  const extraction: Extraction = {
    ...NOTHING_READ,
    ...{ state: hidden.length === 0 ? 'ok' : 'suspicious', format: 'docx', encoding: 'unicode' },
    ...{ text, messages, hidden, asides, fontRuns, metadata: { ...NO_METADATA, ...metadata } },
  };
  return new TextEncoder().encode(JSON.stringify(extraction));
}

/** Reads what `told` wrote. */
export const TOLD: Sandbox = {
  extract: async (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Extraction,
  close: async () => {},
};
