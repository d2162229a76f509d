import { readFile } from 'node:fs/promises';
import type { ViewerFiles } from './page.js';

/** Where the build puts the viewer, as seen from this file once it is compiled. */
const BUILT = new URL('../../web/report/', import.meta.url);

/** Reads the viewer with its fonts in its style, for what is handed on to whoever may not have them. Rejects when the product has not been built. */
export async function readViewerWithFonts(folder: URL = BUILT): Promise<ViewerFiles> {
  const { script, style } = await readViewer(folder);
  return { script, style: (await readFile(new URL('fonts.css', folder), 'utf8')) + style };
}

/** Reads the viewer that every HTML report holds. Rejects when the product has not been built. */
export async function readViewer(folder: URL = BUILT): Promise<ViewerFiles> {
  const [script, style] = await Promise.all([
    readFile(new URL('viewer.js', folder), 'utf8'),
    readFile(new URL('viewer.css', folder), 'utf8'),
  ]);
  return { script, style };
}
