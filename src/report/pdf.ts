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

// Files are built from texts of people: nothing in them may have a file read or an address asked.
pdfmake.setFonts(FONTS);
pdfmake.setLocalAccessPolicy((path: string) => FONT_FILES.has(path));
pdfmake.setUrlAccessPolicy(() => false);

/** A PDF of a definition as pdfmake takes it, with its fonts Sans and Serif in it. */
export async function makePdf(definition: object): Promise<Uint8Array> {
  return pdfmake.createPdf(definition).getBuffer();
}
