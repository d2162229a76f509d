// Where the Vietnamese letters stand in the 8-bit encodings from before Unicode. Facts: TCVN3, VISCII and Windows-1258 agree among
// UniKey's tables and glibc's converters, VNI among UniKey and xvnkb, VPS among UniKey, Mozilla's and recode's tables.

/** Encodings that can be decoded here; `mojibake` is UTF-8 that was read as Windows-1252 or Latin-1. */
export const LEGACY_ENCODINGS = ['tcvn3', 'vni', 'viscii', 'vps', 'cp1258', 'mojibake'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

/** The letters that ASCII has not, in groups of one quality. */
export const SMALL_LETTERS = 'áàảãạ ăắằẳẵặ âấầẩẫậ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ úùủũụ ưứừửữự ýỳỷỹỵ đ';
const CAPITAL_LETTERS = SMALL_LETTERS.toUpperCase();

/** Letters by the character that Latin-1 has for their byte. */
export type ByteTable = ReadonlyMap<string, string>;

/** Capitals with a tone are the small letters' bytes in TCVN3, set in a font that draws capitals. */
export const TCVN3: ByteTable = byteTable(
  [
    SMALL_LETTERS,
    `b8b5b6b7b9 a8bebbbcbdc6 a9cac7c8c9cb d0cccecfd1 aad5d2d3d4d6 ddd7d8dcde
     e3dfe1e2e4 abe8e5e6e7e9 acedeaebecee f3eff1f2f4 adf8f5f6f7f9 fdfafbfcfe ae`,
  ],
  ['ĂÂÊÔƠƯĐ', 'a1a2a3a4a5a6a7'],
);

export const VISCII: ByteTable = byteTable(
  [
    SMALL_LETTERS,
    `e1e0e4e3d5 e5a1a2c6c7a3 e2a4a5a6e7a7 e9e8eba8a9 eaaaabacadae edecefeeb8
     f3f2f6f5f7 f4afb0b1b2b5 bdbeb6b7defe faf9fcfbf8 dfd1d7d8e6f1 fdcfd6dbdc f0`,
  ],
  [
    CAPITAL_LETTERS,
    `c1c0c4c380 c58182020583 c28485860687 c9c8cb8889 ca8a8b8c8d8e cdcc9bce98
     d3d299a09a d48f90919293 b4959697b394 dad99c9d9e bfbabbbcffb9 dd9f14191e d0`,
  ],
);

export const VPS: ByteTable = byteTable(
  [
    SMALL_LETTERS,
    `e1e0e4e3e5 e6a1a2a3a4a5 e2c3c0c4c5c6 e9e8c8ebcb ea898a8bcd8c edecccefce
     f3f2d5f586 f4d3d2b087b6 d6a7a9aaabae faf9fbdbf8 dcd9d8babbbf 9aff9bcf9c c7`,
  ],
  [
    CAPITAL_LETTERS,
    `c180818202 888d8e8ff004 c28384851c03 c9d7defe05 ca9093949506 b4b5b7b810
     b9bcbdbe11 d49697989912 f79d9e9fa613 daa8d1ac14 d0adafb11d15 ddb2fdb319 f1`,
  ],
);

/** The letters of Windows-1258 that Latin-1 has otherwise; tones follow their letter. */
export const CP1258: ByteTable = byteTable(['ĂăĐđƠơƯư\u0300\u0301\u0309\u0303\u0323', 'c3e3d0f0d5f5ddfd ccecd2def2']);

/** VNI's letters of one byte. */
export const VNI_LETTERS: ByteTable = byteTable(['ơưíìỉĩịỵđ', 'f4f6edece6f3f2eef1'], ['ƠƯÍÌỈĨỊỴĐ', 'd4d6cdccc6d3d2ced1']);
/** VNI's bytes that follow a letter and give it a mark, a tone or both; capitals have them 20 (hex) lower, fonts draw both alike. */
export const VNI_MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ù: '\u0301',
    ø: '\u0300',
    û: '\u0309',
    õ: '\u0303',
    ï: '\u0323',
    â: '\u0302',
    á: '\u0302\u0301',
    à: '\u0302\u0300',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
    ê: '\u0306',
    é: '\u0306\u0301',
    è: '\u0306\u0300',
    ú: '\u0306\u0309',
    ü: '\u0306\u0303',
    ë: '\u0306\u0323',
  }),
);

/** Letters and their bytes in hexadecimal, in the same order; spaces only group them. */
function byteTable(...parts: readonly (readonly [letters: string, bytes: string])[]): ByteTable {
  const table = new Map<string, string>();
  for (const [letters, bytes] of parts) {
    const codes = Buffer.from(bytes.replace(/\s/g, ''), 'hex').toString('latin1');
    [...letters.replaceAll(' ', '')].forEach((letter, index) => {
      table.set(codes.charAt(index), letter);
    });
  }
  return table;
}
