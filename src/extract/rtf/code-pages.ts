import { TextDecoder } from 'node:util';
import { decodeWindows1252 } from '../windows-1252.js';

/** Code pages by the character set of a font (\fcharset), where that tells one; 1 is the document's own. */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  // Symbol fonts have pictures in place of letters; where the font is missing, letters are shown.
  [2, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);

/** Names under which the platform decodes code pages that are not windows-N. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** Upper halves of the code pages of DOS, which the platform does not know. */
const DOS: ReadonlyMap<number, string> = new Map([
  [
    437,
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  ],
  [
    850,
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ],
]);

export const ANSI = 1252;
export const MACINTOSH = 10000;

/** The code page of a font's character set; undefined where the document's own counts. */
export function codePageOf(charset: number): number | undefined {
  return CHARSETS.get(charset);
}

const decoders = new Map<number, TextDecoder | null>();

/** The text that bytes are in a code page; in one that is unknown, as in Windows-1252. */
export function decodeBytes(bytes: Buffer, codePage: number): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  const upper = DOS.get(codePage);
  if (upper !== undefined) return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80])).join('');
  const decoder = codePage === ANSI ? null : decoderOf(codePage);
  return decoder === null ? decodeWindows1252(bytes) : decoder.decode(bytes);
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

function decoderOf(codePage: number): TextDecoder | null {
  const known = decoders.get(codePage);
  if (known !== undefined) return known;
  const label = LABELS.get(codePage) ?? `windows-${codePage}`;
  let decoder: TextDecoder | null = null;
  try {
    decoder = new TextDecoder(label, { ignoreBOM: true });
  } catch {
    // An unknown label.
  }
  // A file may name any number of code pages.
  if (decoder !== null) decoders.set(codePage, decoder);
  return decoder;
}
