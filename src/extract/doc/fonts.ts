/** Offset of a font's name behind what else is told of the font ([MS-DOC] 2.9.73). */
const NAME_AT = 40;
/** More fonts than any document has. */
const MAX_FONTS = 2000;

/** Names by the number that the formats have. */
export function readFonts(list: Buffer): string[] {
  const fonts: string[] = [];
  for (let at = 4; at < list.length && fonts.length < MAX_FONTS; at += 1 + (list[at] ?? 0)) {
    const entry = list.subarray(at, at + 1 + (list[at] ?? 0));
    fonts.push(entry.subarray(NAME_AT).toString('utf16le').split('\0', 1)[0] ?? '');
  }
  return fonts;
}
