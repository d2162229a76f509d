// First, before pdf.js replaces what it keeps.
import './native-push.js';

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument, OPS, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { DirectPort } from './direct-port.js';
import { nativePush } from './native-push.js';

export { OPS };

/** A character of a font as pdf.js gives it; the declarations of the package leave it out. */
export interface Glyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  /** In units of the font. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly number[] | null;
}

/** A font as pdf.js gives it with `fontExtraProperties`. */
export interface FontFaceObject {
  readonly name?: string;
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly composite?: boolean;
  readonly isSymbolicFont?: boolean;
  readonly isType3Font?: boolean;
  /** Names of glyphs by code. */
  readonly differences?: readonly (string | undefined)[];
  readonly defaultEncoding?: readonly (string | undefined)[];
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

// pdf.js calls it for every operator, and its own one, made for a fault of some browsers, takes several times as long.
Array.prototype.push = nativePush;
// pdf.js computes the outlines of all glyphs unless it can hand the fonts to a browser; what stands in for one takes and forgets them.
if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: class {} });

/** An opened PDF. */
export interface OpenPdf {
  readonly document: Promise<PDFDocumentProxy>;
  close(): Promise<void>;
}

/**
 * Opens a PDF, of which pdf.js takes the memory. Nothing in it is run, fetched or drawn; the only files read are the package's own tables
 * of character codes.
 */
export function openPdf(data: Uint8Array): OpenPdf {
  const port = new DirectPort();
  WorkerMessageHandler.initializeFromPort(port);
  const worker = new PDFWorker({ port: port as unknown as null, verbosity: 0 });
  const options = {
    data,
    worker,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: false,
    enableXfa: false,
    fontExtraProperties: true,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    ownerDocument: { fonts: new Set() },
  };
  const task = getDocument(options as unknown as Parameters<typeof getDocument>[0]);
  const close = async (): Promise<void> => {
    await task.destroy().catch(() => undefined);
    worker.destroy();
  };
  return { document: task.promise, close };
}
