import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

const require = createRequire(import.meta.url);
const fontFile = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
const FONTS = {
  Sans: {
    normal: fontFile('DejaVuSansCondensed'),
    bold: fontFile('DejaVuSansCondensed-Bold'),
    italics: fontFile('DejaVuSansCondensed-Oblique'),
    bolditalics: fontFile('DejaVuSansCondensed-BoldOblique'),
  },
  Serif: {
    normal: fontFile('DejaVuSerifCondensed'),
    bold: fontFile('DejaVuSerifCondensed-Bold'),
    italics: fontFile('DejaVuSerifCondensed-Italic'),
    bolditalics: fontFile('DejaVuSerifCondensed-BoldItalic'),
  },
} as const;
const FONT_FILES: ReadonlySet<string> = new Set(Object.values(FONTS).flatMap((family) => Object.values(family)));

/** A PDF of a definition as pdfmake takes it, with its fonts Sans and Serif in it. */
export async function makePdf(definition: object): Promise<Uint8Array> {
  // What pdfmake is told holds for its whole process: whoever makes files there with other fonts tells it anew.
  pdfmake.setFonts(FONTS);
  // Files are built from texts of people: nothing in them may have a file read or an address asked.
  pdfmake.setLocalAccessPolicy((path: string) => FONT_FILES.has(path));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake.createPdf(definition).getBuffer();
}
