import { describe, expect, it } from 'vitest';
import WordExtractor from 'word-extractor';
import { extract } from '../../src/extract/extract.js';
import { codes } from './findings.js';
import { DELETED, type DocContent, type DocRun, HIDDEN, inFont, makeDoc, modifier, modifiers, SPECIAL } from './make-doc.js';
import { LIMITS, SENTENCE } from './make-files.js';
import { inLatin1 } from './old-encodings.js';

const read = (bytes: Uint8Array) => extract(bytes, 'bai.doc', LIMITS);
const readContent = (content: DocContent) => read(makeDoc(content));
const readBody = (...body: DocRun[]) => readContent({ body, fonts: ['Times New Roman'] });
const slices = (text: string, spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end));

const WHITE = modifier(0x2a42, 8);
const NAVY_SHADING = Buffer.from('0000000000008000' + '0000', 'hex');
const IN_TABLE = modifier(0x2416, 1);
const field = (instruction: string, result: string): DocRun[] => [
  { text: '\u0013', characters: SPECIAL },
  { text: instruction },
  { text: '\u0014', characters: SPECIAL },
  { text: result },
  { text: '\u0015', characters: SPECIAL },
];

describe('the text of a DOC', () => {
  it('is put together from pieces of one and of two bytes a letter, wherever they lie', async () => {
    const extraction = await readBody({ text: 'Xã ta ' }, { text: 'đã học' }, { text: ' \u0093xong\u0094.\r' }, { text: `${SENTENCE}\r` });
    expect(extraction).toMatchObject({
      state: 'ok',
      format: 'doc',
      text: `Xã ta đã học “xong”.\n\n${SENTENCE}\n\n`,
      encoding: 'unicode',
      hidden: [],
    });
    expect(codes(extraction)).toEqual([]);
  });

  it('has the cells of tables as paragraphs, breaks as lines, hyphens as such, and no control characters', async () => {
    const { text } = await readBody(
      { text: 'Một\u0007Hai\u0007\u0007Ba\u0007\u0007Dòng\u000Bmới\u000CTrang\tmới\r' },
      { text: 'a\u001Eb c\u001Fd\u0002\u0005\r' },
    );
    expect(text).toBe('Một\n\nHai\n\nBa\n\nDòng\nmới\n\nTrang\tmới\n\na\u2011b c\u00ADd\n\n');
  });

  it('has what fields show, not what they are told, and a field without an end hides nothing', async () => {
    const shown = await readBody(
      { text: 'Xem ' },
      ...field(' HYPERLINK "http://a.vn" ', 'liên kết'),
      { text: ', trang ' },
      ...field(' PAGE ', '7'),
      { text: '.\r' },
    );
    expect(shown.text).toBe('Xem liên kết, trang 7.\n\n');
    const open = await readBody({ text: 'Đầu. ' }, { text: '\u0013', characters: SPECIAL }, { text: `${SENTENCE}\r` });
    expect(open.text).toContain(SENTENCE);
  });

  it('has no page numbers from heads and feet, but whatever else a field of them holds there or in the body', async () => {
    const essay = 'Toàn bộ bài chép nằm ở đây';
    const page = (result: string): DocRun[] => [{ text: '- ' }, ...field(' PAGE \\* MERGEFORMAT ', result), { text: ' -\r' }];
    const { text } = await readContent({
      body: [{ text: 'Đầu ' }, ...field(' PAGE ', essay), { text: ' cuối\r' }],
      headers: [page('12'), page('xiv'), page(essay), [...field(' PAGE ', essay).slice(0, -1), { text: '\r' }]],
    });
    expect(text.split('\n\n').slice(0, 2)).toEqual([`Đầu ${essay} cuối`, `- ${essay} -`]);
    expect(text.split(essay)).toHaveLength(4);
  });

  it('has text boxes, and beside it notes, heads and feet once each, and comments', async () => {
    const heads = ['Đảng bộ xã Bến Cau\r', 'Trang 1\r', 'Đảng bộ xã Bến Cau\r', 'Trang 2\r'].map((text) => [{ text }]);
    const extraction = await readContent({
      body: [{ text: `${SENTENCE}\r` }],
      textBoxes: [{ text: 'Khung chữ\r' }],
      footnotes: [{ text: '\u0002 Chú thích một\r' }],
      endnotes: [{ text: 'Chú thích cuối\r' }],
      comments: [{ text: '\u0005Nhận xét\r' }],
      headers: heads,
    });
    expect(extraction.text).toBe(
      `${SENTENCE}\n\nKhung chữ\n\n Chú thích một\n\nChú thích cuối\n\nĐảng bộ xã Bến Cau\n\nTrang 1\n\nNhận xét\n\n`,
    );
    expect(slices(extraction.text, extraction.asides).join('')).toBe(extraction.text.slice(extraction.text.indexOf(' Chú thích một')));
  });

  it('leaves out what was deleted while changes were tracked, and says so', async () => {
    const extraction = await readBody({ text: 'Giữ lại ' }, { text: 'bỏ đi ', characters: DELETED }, { text: 'phần này.\r' });
    expect(extraction.text).toBe('Giữ lại phần này.\n\n');
    expect(codes(extraction)).toEqual(['tracked-changes']);
  });
});

describe('text of a DOC that nobody sees', () => {
  const styles = [{ characters: Buffer.alloc(0) }, { base: 0, characters: HIDDEN }, { isCharacterStyle: true, characters: HIDDEN }];
  it.each<[string, DocRun, string]>([
    ['hidden itself', { text: SENTENCE, characters: HIDDEN }, 'vanish'],
    ['hidden on the web', { text: SENTENCE, characters: modifier(0x0811, 1) }, 'vanish'],
    ['hidden by its paragraph style', { text: SENTENCE, style: 1 }, 'vanish'],
    ['hidden by a character style', { text: SENTENCE, characters: modifier(0x4a30, 2) }, 'vanish'],
    ['hidden by a fast save', { text: SENTENCE, fastSaved: (1 << 8) | (0x5c << 1) }, 'vanish'],
    ['hidden against its style', { text: SENTENCE, characters: modifier(0x083c, 0x81) }, 'vanish'],
    ['white', { text: SENTENCE, characters: WHITE }, 'white'],
    ['nearly white', { text: SENTENCE, characters: modifier(0x6870, 0x00fdfefd) }, 'white'],
    ['red on red', { text: SENTENCE, characters: modifiers(modifier(0x2a42, 6), modifier(0x2a0c, 6)) }, 'white'],
    ['white in a table', { text: `${SENTENCE}\u0007`, characters: WHITE, paragraph: IN_TABLE }, 'white'],
    ['of one point', { text: SENTENCE, characters: modifier(0x4a43, 2) }, 'tiny'],
  ])('%s is told', async (_, run, kind) => {
    const extraction = await readContent({ body: [{ text: 'Phần thấy được. ' }, run, { text: 'Hết.\r' }], styles });
    expect(extraction).toMatchObject({ state: 'suspicious', hidden: [{ kind }] });
    expect(slices(extraction.text, extraction.hidden)[0]?.trim()).toBe(SENTENCE);
    expect(codes(extraction)).toEqual(['hidden-text']);
  });

  it.each<[string, DocRun]>([
    ['a style hides, and its run shows', { text: SENTENCE, style: 1, characters: modifier(0x083c, 0) }],
    ['white on a dark paragraph', { text: SENTENCE, characters: WHITE, paragraph: modifier(0xc64d, NAVY_SHADING) }],
    ['white on a dark highlight', { text: SENTENCE, characters: modifiers(WHITE, modifier(0x2a0c, 9)) }],
    ['black on white', { text: SENTENCE, characters: modifier(0x2a42, 1) }],
    ['automatic', { text: SENTENCE, characters: modifier(0x6870, 0xff000000) }],
    ['of nine points', { text: SENTENCE, characters: modifier(0x4a43, 18) }],
  ])('is none where it is %s', async (_, run) => {
    expect(await readContent({ body: [run, { text: '\r' }], styles })).toMatchObject({ state: 'ok', hidden: [], text: `${SENTENCE}\n\n` });
  });

  it('is none in the dark row of a table, whose end tells its shading', async () => {
    const row = (cells: DocRun[]): DocRun[] => [
      // In the file the pieces lie last to first, so that the end of the row is what comes first in the text.
      { text: '\u0007', paragraph: modifiers(IN_TABLE, modifier(0x2417, 1), modifier(0xd612, NAVY_SHADING)) },
      ...cells,
    ];
    const extraction = await readBody(...row([{ text: `${SENTENCE}\u0007`, characters: WHITE, paragraph: IN_TABLE }]), { text: 'Hết.\r' });
    expect(extraction).toMatchObject({ state: 'ok', hidden: [] });
  });
});

describe('old fonts in a DOC', () => {
  const fonts = ['Times New Roman', '.VnTime', '.VnTimeH', 'VNI-Times'];
  const styles = [{ characters: inFont(1) }];

  it('tell how their runs are read: of a style, of capitals, next to Unicode', async () => {
    const extraction = await readContent({
      fonts,
      styles,
      body: [
        { text: `${inLatin1('Đảng ủy xã', 'tcvn3')}\r`, characters: inFont(2) },
        { text: `${inLatin1(SENTENCE, 'tcvn3')}\r` },
        { text: `${inLatin1('Tự phê bình', 'vni')}\r`, characters: inFont(3) },
        { text: 'Phần gõ Unicode vẫn có đủ dấu.\r', characters: inFont(0) },
      ],
    });
    expect(extraction).toMatchObject({
      state: 'ok',
      encoding: 'mixed',
      text: `ĐẢNG ỦY XÃ\n\n${SENTENCE}\n\nTự phê bình\n\nPhần gõ Unicode vẫn có đủ dấu.\n\n`,
    });
    expect(slices(extraction.text, extraction.decoded)).toEqual(['ĐẢNG ỦY XÃ', SENTENCE, 'Tự phê bình']);
    expect(extraction.fontRuns.map(({ font, start, end }) => [font, extraction.text.slice(start, end).trim().slice(0, 11)])).toEqual([
      ['.VnTimeH', 'ĐẢNG ỦY XÃ'],
      ['.VnTime', SENTENCE.slice(0, 11).trim()],
      ['VNI-Times', 'Tự phê bình'],
      ['Times New Roman', 'Phần gõ Uni'],
    ]);
    expect(extraction.messages[0]?.text).toMatch(/2 đoạn dùng bảng mã TCVN3 .*1 đoạn dùng bảng mã VNI/);
  });

  it('leave Unicode alone, though a style names them, and hidden places stay with their words', async () => {
    const unicode = await readContent({ fonts, styles, body: [{ text: `${SENTENCE}\rCó là có.\r` }] });
    expect(unicode).toMatchObject({ text: `${SENTENCE}\n\nCó là có.\n\n`, encoding: 'unicode', messages: [] });
    const vni = inFont(3);
    const { text, hidden } = await readContent({
      fonts,
      body: [
        { text: `${inLatin1(SENTENCE, 'vni')} `, characters: vni },
        { text: inLatin1('Đoạn ẩn được thêm vào giữa bài viết này. ', 'vni'), characters: modifiers(vni, HIDDEN) },
        { text: `${inLatin1('Hết bài.', 'vni')}\r`, characters: vni },
      ],
    });
    expect(slices(text, hidden).map((slice) => slice.trim())).toEqual(['Đoạn ẩn được thêm vào giữa bài viết này.']);
  });
});

describe('what else a DOC has', () => {
  const picture = { text: '\u0001', characters: SPECIAL };

  it('is told: pictures only, embedded objects, macros', async () => {
    expect(await readBody(picture, { text: '\r' })).toMatchObject({ state: 'needs-ocr', text: '', messages: [{ code: 'no-text-layer' }] });
    expect(await readBody({ text: `${SENTENCE}\r` }, picture)).toMatchObject({ state: 'ok' });
    const extra = { 'ObjectPool/_1/Contents': Buffer.alloc(9), 'Macros/VBA/dir': Buffer.alloc(9) };
    const extraction = await readContent({ body: [{ text: `${SENTENCE}\r` }], extra });
    expect(codes(extraction)).toEqual(['not-read-parts', 'macro']);
    expect(extraction.messages[0]?.text).toContain('đối tượng nhúng');
    const objects = { 'ObjectPool/_1/Equation Native': Buffer.alloc(9), 'ObjectPool/_2/WordDocument': Buffer.alloc(9) };
    const { messages } = await readContent({ body: [{ text: `${SENTENCE}\r` }], extra: objects });
    expect(messages).toMatchObject([
      { code: 'partial-text', text: expect.stringContaining('tài liệu đính kèm') },
      { code: 'not-read-parts', text: expect.stringContaining('công thức toán') },
    ]);
  });

  it('is its summary, its fonts and the sessions in which it was written', async () => {
    const { metadata } = await readContent({
      fonts: ['Arial', '.VnTime'],
      body: [{ text: `${SENTENCE}\r`, characters: modifiers(inFont(1), modifier(0x6815, 0x00a1b2c3)) }],
      summary: summary(),
    });
    expect(metadata).toMatchObject({
      creator: 'Lường Thị Khuyên',
      application: 'Microsoft Word 9.0',
      created: '2003-05-19T02:30:00.000Z',
      editingMinutes: 42,
      fonts: ['.VnTime'],
      revisions: ['00A1B2C3'],
    });
  });
});

describe('a DOC and another reader of it', () => {
  it('have the same words', async () => {
    const bytes = makeDoc({
      body: [{ text: `${SENTENCE}\rXã ` }, ...field(' HYPERLINK "http://a.vn" ', 'Bến Cau'), { text: ' một\u0007hai\u0007\u0007 hết.\r' }],
      footnotes: [{ text: '\u0002 Chú thích một\r' }],
    });
    const other = await new WordExtractor().extract(bytes);
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu);
    expect(words((await read(bytes)).text)).toEqual(words(`${other.getBody()} ${other.getFootnotes()}`));
  });
});

/** A property set stream ([MS-OLEPS] 2.21) in UTF-8. */
function summary(): Buffer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(`${value}\0`, 'utf8');
    const head = Buffer.alloc(8);
    head.writeUInt32LE(30, 0);
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  };
  const time = (ticks: bigint): Buffer => {
    const value = Buffer.alloc(12);
    value.writeUInt32LE(64, 0);
    value.writeBigUInt64LE(ticks, 4);
    return value;
  };
  const codePage = Buffer.from([2, 0, 0, 0, 0xe9, 0xfd, 0, 0]);
  const created = (BigInt(Date.UTC(2003, 4, 19, 2, 30)) + 11_644_473_600_000n) * 10_000n;
  const properties: [number, Buffer][] = [
    [1, codePage],
    [4, text('Lường Thị Khuyên')],
    [10, time(42n * 60_000n * 10_000n)],
    [12, time(created)],
    [18, text('Microsoft Word 9.0')],
  ];
  const head = Buffer.alloc(48 + 8 + properties.length * 8);
  head.writeUInt16LE(0xfffe, 0);
  head.writeUInt32LE(1, 24);
  head.writeUInt32LE(48, 44);
  head.writeUInt32LE(properties.length, 52);
  let at = 8 + properties.length * 8;
  for (const [index, [id, value]] of properties.entries()) {
    head.writeUInt32LE(id, 56 + index * 8);
    head.writeUInt32LE(at, 60 + index * 8);
    at += value.length;
  }
  return Buffer.concat([head, ...properties.map(([, value]) => value)]);
}
