import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument, OPS, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

/**
 * Opens a PDF, of which pdf.js takes the memory. Nothing in it is run, fetched or drawn; the only files read are the package's own tables
 * of character codes.
 */
export function openPdf(data: Uint8Array): PDFDocumentLoadingTask {
  // pdf.js computes the outlines of all glyphs unless it can hand the fonts to a browser; what stands in for one takes and forgets them.
  if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: class {} });
  const options = {
    data,
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
  return getDocument(options as unknown as Parameters<typeof getDocument>[0]);
}
