import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { CP1258, TCVN3, VISCII } from '../../src/extract/legacy/charsets.js';
import { codes } from './findings.js';
import { docx, LIMITS, p, pdf, rawDocx, utf8 } from './make-files.js';
import { asWindows1252, inLatin1 } from './old-encodings.js';

const PARAGRAPHS = [
  'Sáng thứ bảy, tổ đảng xóm Bàu Sậy họp ở nhà văn hóa để nghe phổ biến nghị quyết về chuyển đổi số. Đồng chí Lường Thị Khuyên đọc chậm rãi từng mục, chỗ nào khó hiểu thì dừng lại, lấy ngay việc của xóm ra làm ví dụ.',
  'Tôi nghĩ nhiều nhất về câu hỏi của cụ Nguyễn Quỹ: máy móc hiện đại đến đâu mà người dân không biết dùng thì cũng bằng thừa. Từ tháng sau, tôi nhận hướng dẫn mười hộ già yếu, neo đơn cài đặt, tra cứu và nộp hồ sơ trên điện thoại.',
  'Kẽ hở lớn nhất là ở chỗ cán bộ ngại học cái mới, rồi đổ lỗi cho đường truyền, cho thiết bị. Bản thân tôi cũng từng ỷ lại như vậy; nay tự hứa mỗi tuần dành hai buổi tối luyện tập, ghi chép kỹ lưỡng những vướng mắc để góp ý.',
];
const PROSE = PARAGRAPHS.join('\n\n');
/** Every accented letter in a syllable. */
const LETTERS = [
  'má mà mả mã mạ chăn chắn chằn chẳn chẵn chặn chân chấn chần chẩn chẫn chận mé mè mẻ mẽ mẹ mê mế mề mể mễ mệ mí mì mỉ mĩ mị',
  'mó mò mỏ mõ mọ mô mố mồ mổ mỗ mộ mơ mớ mờ mở mỡ mợ mú mù mủ mũ mụ tư tứ từ tử tữ tự lý lỳ lỷ lỹ lỵ đi',
].join('\n');
const CAPITALS = LETTERS.toUpperCase();
/** Of glibc; other systems have none, or one that knows fewer encodings. */
const ICONV = 'iconv';
const NAMES = { tcvn3: 'TCVN3', vni: 'VNI', viscii: 'VISCII', vps: 'VPS', cp1258: 'Windows-1258' } as const;
const ENCODINGS = Object.keys(NAMES) as (keyof typeof NAMES)[];

const read = (bytes: Uint8Array, fileName = 'bai.txt') => extract(bytes, fileName, LIMITS);
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const misread = (text: string): string => asWindows1252(utf8(text).toString('latin1'));
const placesOf = ({ text, decoded }: Awaited<ReturnType<typeof read>>) => decoded.map(({ start, end }) => text.slice(start, end));

describe.each(ENCODINGS)('Vietnamese in %s', (encoding) => {
  const shown = inLatin1(PROSE, encoding);

  it.each([
    ['as the bytes of a text file', latin1(shown)],
    ['as Unicode that Latin-1 made of it', utf8(shown)],
    ['as Unicode that Windows-1252 made of it', utf8(asWindows1252(shown))],
  ])('is read %s, and its places and paragraphs are told', async (_, bytes) => {
    const extraction = await read(bytes);
    expect(extraction).toMatchObject({ state: 'ok', format: 'txt', text: PROSE, encoding });
    expect(placesOf(extraction)).toEqual(PARAGRAPHS);
    expect(codes(extraction)).toEqual(['decoded']);
    expect(extraction.messages[0]?.text).toContain(`có 3 đoạn dùng bảng mã ${NAMES[encoding]}`);
  });

  it('gives back each of the 134 letters', async () => {
    // TCVN3 has no capitals with tones: the fonts of capitals draw them from the small letters. Beside another capital they are one.
    const small = CAPITALS.replace(/\p{L}+/gu, (word) =>
      /^[^ĂÂÊÔƠƯĐ\p{ASCII}]|^\p{L}[^ĂÂÊÔƠƯĐ\p{ASCII}]$/u.test(word) ? word[0] + word.slice(1).toLowerCase() : word,
    );
    const capitals = encoding === 'tcvn3' ? small : CAPITALS;
    const prose = `${PROSE}\n`.repeat(5);
    const expected = `${prose}${LETTERS}\n${capitals}`;
    const written = inLatin1(`${prose}${LETTERS}\n${CAPITALS}`, encoding);
    expect(new Set(`${LETTERS}${CAPITALS}`.match(/[^\p{ASCII}]/gu)).size).toBe(134);
    expect(await read(latin1(written))).toMatchObject({ text: expected, encoding });
    expect(await read(utf8(asWindows1252(written)))).toMatchObject({ text: expected, encoding });
  });

  it('is told by 20 syllables alone', async () => {
    const words = PROSE.replaceAll('\n\n', ' ').split(' ');
    for (let start = 0; start + 20 <= words.length; start += 5) {
      const text = words.slice(start, start + 20).join(' ');
      expect(await read(utf8(asWindows1252(inLatin1(text, encoding))))).toMatchObject({ text, encoding });
    }
  });

  it('takes its short lines along, and leaves what was typed in Unicode between them', async () => {
    const heading = 'II. Tự phê';
    const unicode = `${PARAGRAPHS[1]}\n${heading}`;
    const extraction = await read(
      utf8([inLatin1(`${heading}\n${PARAGRAPHS[0]}`, encoding), unicode, inLatin1(PARAGRAPHS[2]!, encoding)].join('\n')),
    );
    expect(extraction).toMatchObject({
      state: 'ok',
      encoding: 'mixed',
      text: `${heading}\n${PARAGRAPHS[0]}\n${unicode}\n${PARAGRAPHS[2]}`,
    });
    expect(placesOf(extraction)).toEqual([heading, PARAGRAPHS[0], PARAGRAPHS[2]]);
    expect(extraction.messages[0]?.text).toContain('có 3 đoạn');
  });

  it('is read in a text file whose other lines are UTF-8', async () => {
    const bytes = Buffer.concat([utf8(`${PARAGRAPHS[0]}\n`), latin1(inLatin1(PARAGRAPHS[1]!, encoding))]);
    expect(await read(bytes)).toMatchObject({ state: 'ok', encoding: 'mixed', text: `${PARAGRAPHS[0]}\n${PARAGRAPHS[1]}` });
  });
});

describe('what older encodings leave open', () => {
  it("is TCVN3's ư, a soft hyphen: it comes through DOCX, as the character and as Word's own element", async () => {
    const shown = inLatin1(PROSE, 'tcvn3');
    expect(shown).toContain('\u00AD');
    const paragraphs = shown.split('\n\n').map((line) => p(line).replaceAll('\u00AD', '</w:t><w:softHyphen/><w:t xml:space="preserve">'));
    for (const bytes of [await docx(shown.split('\n\n')), await rawDocx(paragraphs.join(''))]) {
      expect(await read(bytes, 'bai.docx')).toMatchObject({ state: 'ok', encoding: 'tcvn3', text: `${PROSE}\n\n` });
    }
  });

  it("is TCVN3's ư in a PDF, whose readers drop soft hyphens: it comes back where the syllable tells", async () => {
    const line = 'Đồng chí hướng dẫn bà con trong xóm giữ gìn nguồn nước sạch, vườn tược sạch; người già ưu tiên trước, ai cũng như ai.';
    const wordsOf = async (encoding: 'tcvn3' | 'vni'): Promise<string[]> => {
      const extraction = await read(await pdf([{ text: inLatin1(line, encoding), fontSize: 7 }]), 'bai.pdf');
      expect(extraction).toMatchObject({ state: 'ok', encoding });
      return extraction.text.trim().split(/\s+/);
    };
    expect(await wordsOf('vni')).toEqual(line.split(' '));
    expect(await wordsOf('tcvn3')).toEqual(
      line.replace('vườn', 'vờn').replace('người', 'ngời').replace('ưu', 'u').replace('như', 'nh').split(' '),
    );
  });

  it('is the case of the mark in VNI, and whether its letter was composed', async () => {
    const shown = inLatin1(PROSE, 'vni');
    const capitals = shown.replace(/(?<=[aeouyôö])[ùøûõïâáàåãäêéèúüë]/g, (mark) => mark.toUpperCase());
    expect(await read(utf8(capitals))).toMatchObject({ text: PROSE, encoding: 'vni' });
    const decomposed = await read(utf8(shown.normalize('NFD')));
    // Words without any of its letters are left as they stand.
    expect({ text: decomposed.text.normalize('NFC'), encoding: decomposed.encoding }).toEqual({ text: PROSE, encoding: 'vni' });
  });

  it('are the quotation marks of Windows-1252, which are letters in VISCII and VPS', async () => {
    const quoted = PROSE.replace('chuyển đổi số', '“chuyển đổi số”').replace(' để ', ' – để ');
    for (const encoding of ['viscii', 'vps', 'tcvn3'] as const) {
      expect(await read(utf8(asWindows1252(inLatin1(quoted, encoding))))).toMatchObject({ text: quoted, encoding });
    }
  });

  it('is nothing where the converter of the C library knows the encoding', () => {
    const converter = spawnSync(ICONV, ['-l'], { encoding: 'utf8' });
    const has = (name: string): boolean => converter.status === 0 && converter.stdout.includes(name);
    for (const [name, table] of [
      ['TCVN5712-1', TCVN3],
      ['VISCII', VISCII],
      ['CP1258', CP1258],
    ] as const) {
      if (!has(name)) continue;
      // A letter before each, since tones of Windows-1258 must follow one.
      const input = latin1([...table.keys()].map((shown) => `a${shown}`).join('\n'));
      const { stdout, status } = spawnSync(ICONV, ['-f', name, '-t', 'UTF-8'], { input, encoding: 'utf8' });
      expect({ name, status }).toEqual({ name, status: 0 });
      expect(stdout.normalize('NFC')).toBe([...table.values()].map((letter) => `a${letter}`.normalize('NFC')).join('\n'));
    }
  });

  it('holds for the words that everybody knows them by', async () => {
    const known = {
      tcvn3: '§¶ng viªn lµ ng­êi ®i tr­íc, quÇn chóng ®i theo',
      vni: 'Ñaûng vieân laø ngöôøi ñi tröôùc, quaàn chuùng ñi theo',
      cp1258: 'ÐaÒng viên là ngýõÌi ði trýõìc, quâÌn chuìng ði theo',
      vps: 'ñäng viên là ngÜ©i Çi trÜ§c, quÀn chúng Çi theo',
      viscii: 'Ðäng viên là ng\u00DF\u00B6i ði tr\u00DF\u00BEc, qu¥n chúng ði theo',
    };
    for (const [encoding, text] of Object.entries(known)) {
      expect(await read(utf8(text)), text).toMatchObject({ encoding, text: 'Đảng viên là người đi trước, quần chúng đi theo' });
    }
  });
});

describe('UTF-8 that was misread', () => {
  it.each([
    ['as Latin-1', utf8(PROSE).toString('latin1')],
    ['as Windows-1252', misread(PROSE)],
    ['twice', misread(misread(PROSE))],
    ['decomposed', misread(PROSE.normalize('NFD'))],
  ])('%s is read', async (how, shown) => {
    const text = how === 'decomposed' ? PROSE.normalize('NFD') : PROSE;
    const extraction = await read(utf8(shown));
    expect(extraction).toMatchObject({ state: 'ok', encoding: 'mojibake', text });
    expect(placesOf(extraction)).toEqual(text.split(/\n+/));
    expect(codes(extraction)).toEqual(['decoded']);
  });

  it('with its bytes lost cannot be read, and is named', async () => {
    const lost = utf8(PROSE)
      .toString('latin1')
      .replace(/[\u0080-\u009F]/g, '¶');
    expect(await read(utf8(lost))).toMatchObject({ state: 'unreadable', messages: [{ code: 'legacy-encoding' }] });
    const text = `${PROSE}\n${lost.split('\n')[0]}`;
    const part = await read(utf8(text));
    expect(part).toMatchObject({ state: 'ok', text, encoding: 'unicode', decoded: [] });
    expect(codes(part)).toEqual(['partial-text']);
  });
});

describe('text that stands as it is', () => {
  const FRENCH =
    'Oncle Hô écrivait : « Rien n’est plus précieux que l’indépendance et la liberté » ; là où le peuple a été opprimé, il a résisté.';
  const GERMAN =
    'Für die Bürger größerer Städte heißt das: früher prüfen, später zahlen, über Änderungen öffentlich und ausführlich reden.';
  const ENGLISH = 'Abstract: this essay reviews the naïve rôle of résumé databases in the commune’s façade of digital coöperation.';
  const TABLE = 'Năm\tHộ\tTỷ lệ\n2024\t1.204\t87,5 %\n2025\t1.311\t91,2 % ± 0,4\n2026\t1.350\t½ × 100 °C · 20 µg';

  it.each([
    ['a French quotation', `${PARAGRAPHS[0]}\n${FRENCH}\n${PARAGRAPHS[1]}`],
    ['German', `${PARAGRAPHS[0]}\n${GERMAN}\n${GERMAN}`],
    ['an English abstract', `${ENGLISH}\n${PROSE}`],
    ['a table of numbers', `${PARAGRAPHS[0]}\n${TABLE}`],
    ['foreign lines only', `${FRENCH}\n${GERMAN}\n${ENGLISH}`],
    ['decomposed letters', PROSE.normalize('NFD')],
    ['capitals', PROSE.toUpperCase()],
    ['no marks', PROSE.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')],
    ['soft hyphens', PROSE.replace(/(\p{L})(?=\p{L})/gu, '$1\u00AD')],
    ['Cyrillic look-alikes', PROSE.replaceAll('a', '\u0430').replaceAll('o', '\u043E').replaceAll('c', '\u0441')],
    ['full-width letters', PROSE.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))],
    ['no-break spaces', PROSE.replaceAll(' ', '\u00A0')],
    ['words run together', PROSE.replace(/(?<=\p{L}) (?=\p{L})/gu, '')],
    ...[...'·§Ø²¨®¶'].map((sign) => [`Word's bullet ${sign}`, `${sign} Nêu gương trong công tác\n`.repeat(9)]),
    ["Word's bullets before no-break spaces", '·\u00A0\u00A0\u00A0 Trong công tác\n§\u00A0Trong sinh hoạt\n'.repeat(9)],
    ['square metres in prose', 'Mỗi hộ 25 m²\n'.repeat(9)],
    ['square and cubic metres in the cells of a table', '25 m²\n7 m³\n'.repeat(9)],
    ['one word of an old encoding', `${PARAGRAPHS[0]} (phông cũ hiện thành §¶ng uû)\n${PARAGRAPHS[1]}`],
  ])('is left alone with %s', async (_, text) => {
    expect(await read(utf8(text))).toMatchObject({ state: 'ok', text, encoding: 'unicode', decoded: [], messages: [] });
  });

  it('is not made up from bytes that are Vietnamese in no encoding', async () => {
    for (const text of [FRENCH, GERMAN]) {
      const bytes = latin1(text.replaceAll('’', "'"));
      expect(await read(bytes)).toMatchObject({ state: 'unreadable', text: '', messages: [{ code: 'unknown-encoding' }] });
    }
  });
});
