import { CP1258, type LegacyEncoding, TCVN3, VISCII, VNI_LETTERS, VNI_MARKS, VPS } from '../../src/extract/legacy/charsets.js';

const inverse = (table: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...table].map(([shown, letter]) => [letter.normalize('NFC'), shown]));

const TABLES = { tcvn3: inverse(TCVN3), viscii: inverse(VISCII), vps: inverse(VPS), cp1258: inverse(CP1258), vni: inverse(VNI_LETTERS) };
const MARKS = inverse(new Map([...VNI_MARKS].map(([shown, marks]) => [shown, `a${marks}`])));
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** The text in an old encoding, each byte as the character that Latin-1 has for it. */
export function inLatin1(text: string, encoding: Exclude<LegacyEncoding, 'mojibake'>): string {
  const table = TABLES[encoding];
  // The capitals that TCVN3 lacks are small letters in a font of capitals.
  const encode = (letter: string): string | undefined =>
    table.get(letter) ?? (encoding === 'tcvn3' ? table.get(letter.toLowerCase()) : undefined);
  const write = { vni: vniOf, cp1258: cp1258Of, tcvn3: encode, viscii: encode, vps: encode }[encoding];
  return [...text.normalize('NFC')].map((letter) => (/[\u00C0-\u1EF9]/.test(letter) ? (write(letter) ?? letter) : letter)).join('');
}

function vniOf(letter: string): string {
  const single = TABLES.vni.get(letter);
  if (single !== undefined) return single;
  const [base = '', ...marks] = letter.normalize('NFD');
  const horn = marks.includes('\u031B');
  const mark = MARKS.get(`a${marks.filter((one) => one !== '\u031B').join('')}`.normalize('NFC')) ?? '';
  const isCapital = base === base.toUpperCase();
  return (horn ? TABLES.vni.get(`${base}\u031B`.normalize('NFC')) : base) + (isCapital ? mark.toUpperCase() : mark);
}

function cp1258Of(letter: string): string {
  const parts = [...letter.normalize('NFD')];
  const tone = parts.find((part) => TONES.test(part)) ?? '';
  const base = parts
    .filter((part) => part !== tone)
    .join('')
    .normalize('NFC');
  return (TABLES.cp1258.get(base) ?? base) + (TABLES.cp1258.get(tone) ?? '');
}

/** The characters of Windows-1252 for the bytes 80 to 9F (hex) that it has assigned. */
const ASSIGNED = new Map(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].map((character, index) => [String.fromCharCode(0x80 + index), character.trim()]),
);

/** The text with the bytes that Latin-1 shows as controls as Windows-1252 shows them. */
export function asWindows1252(latin1: string): string {
  return latin1.replace(/[\u0080-\u009F]/g, (byte) => ASSIGNED.get(byte) || byte);
}
