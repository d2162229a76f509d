import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { SMALL_LETTERS } from '../../src/extract/legacy/charsets.js';
import { codes } from './findings.js';
import { LIMITS, SENTENCE } from './make-files.js';
import { inLatin1 } from './old-encodings.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const read = (rtf: string, fileName = 'bai.rtf') => extract(latin1(rtf), fileName, LIMITS);
const textOf = async (body: string) => (await read(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}}${body}}`)).text;

/** As word processors write it: each letter beyond ASCII with its substitute. */
const unicode = (text: string): string => text.replace(/[^\0-\x7F]/g, (unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}\\'3f`);
const hex = (bytes: string): string => bytes.replace(/[\x80-\xFF]/g, (byte) => `\\'${byte.charCodeAt(0).toString(16)}`);

const LETTERS = SMALL_LETTERS.replaceAll(' ', '') + SMALL_LETTERS.replaceAll(' ', '').toUpperCase();

describe('the letters of an RTF', () => {
  it('are all 134 of Vietnamese, with any number of substitutes behind them', async () => {
    expect(await textOf(unicode(LETTERS))).toBe(`${LETTERS}\n\n`);
    expect(await textOf(`\\uc0 ${unicode(LETTERS).replaceAll("\\'3f", ' ')}`)).toBe(`${LETTERS}\n\n`);
    expect(await textOf("{\\uc2 \\u7885\\'d6\\'d0c \\u7853 ??p}\\u7883?n")).toBe('ọc ậpịn\n\n');
    // The end of a group ends its substitutes, and a control word is none.
    expect(await textOf('a\\uc3\\u7885 ?{b}\\u7885\\u7885\\tab c')).toBe('aọbọọ\tc\n\n');
  });

  it('are signed numbers of 16 bits, in pairs beyond them; whole code points are read too', async () => {
    expect(await textOf("\\u-10179\\'3f\\u-8704\\'3f \\u-4\\'3f \\u128512?")).toBe('😀 \uFFFC 😀\n\n');
  });

  it('are in the code page of the document, or of their font', async () => {
    // "Đảng", "học": letters and tones of Windows-1258.
    const dang = "\\'d0\\'61\\'d2ng h\\'6f\\'f2c";
    const bytes = `{\\rtf1\\ansi\\ansicpg1258{\\fonttbl{\\f0\\fnil Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Arial;}{\\f3\\cpg1250 Arial;}}`;
    const { text } = await read(`${bytes}${dang} \\f1\\'e4\\'e0 \\f2\\'93\\'fa \\f3\\'b3}`);
    expect(text.normalize('NFC')).toBe('Đảng học да 日 ł\n\n');
    const byFont = await read(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset163 B;}}\\f0 \\'e9 \\f1 ${dang}}`);
    expect(byFont.text.normalize('NFC')).toBe('é Đảng học\n\n');
  });

  it.each([
    ['\\ansi', "\\'93a\\'94\\'80", '“a”€'],
    ['\\mac', "\\'8e\\'d2", 'é“'],
    ['\\pc', "\\'82\\'85", 'éà'],
    ['\\pca', "\\'b5\\'82", 'Áé'],
    ['\\ansi\\ansicpg65001', "\\'e1\\'bb\\'8dc", 'ọc'],
    ['\\ansi\\ansicpg99999', "\\'e9", 'é'],
  ])('are in the character set %s', async (head, body, text) => {
    expect((await read(`{\\rtf1${head} ${body}}`)).text).toBe(`${text}\n\n`);
  });

  it('of fonts from before Unicode come as they are, with the fonts, and are decoded later', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset0 .VnTime;}{\\f2\\fcharset0 VNI-Times;}}';
    const tcvn3 = hex(inLatin1(SENTENCE, 'tcvn3'));
    const vni = hex(inLatin1(SENTENCE, 'vni'));
    const extraction = await read(`{\\rtf1\\ansi\\ansicpg1252${fonts}\\f1 ${tcvn3}\\par\\f2 ${vni}\\par\\f0 ${unicode(SENTENCE)}\\par}`);
    expect(extraction).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n`.repeat(3), encoding: 'mixed' });
    expect(extraction.metadata.fonts).toEqual(expect.arrayContaining(['.VnTime', 'VNI-Times', 'Times New Roman']));
    expect(extraction.fontRuns.map(({ font }) => font)).toEqual(['.VnTime', 'VNI-Times', 'Times New Roman']);
  });

  it('may stand as they are, and lines of the file are none of the text', async () => {
    expect(await textOf('Caf\xE9\r\nn\nh\\{\\}\\\\\\~\\_\\-\\emdash\\lquote\\rdblquote\\bullet ')).toBe(
      'Cafénh{}\\\u00A0\u2011\u00AD—‘”•\n\n',
    );
  });
});

describe('the text of an RTF', () => {
  it('keeps paragraphs, lines, tabs, pages and cells apart', async () => {
    const row = '\\trowd\\cellx100\\cellx200\\pard\\intbl m\\u7897?t\\cell hai\\cell\\row';
    const body = `a\\par b\\line c\\tab d\\page e\\sect ${row}\\pard f\\\ng`;
    expect(await textOf(body)).toBe('a\n\nb\nc\td\ne\n\nmột\n\nhai\n\nf\n\ng\n\n');
  });

  it('is what is shown: results of fields, one form of each picture and shape, nothing of unknown groups', async () => {
    const shape = '{\\shp{\\*\\shpinst{\\sp{\\sn fill}{\\sv 1}}{\\shptxt \\pard hộp\\par}}{\\shprslt{\\*\\do{\\dptxbxtext lại}}}}'.replace(
      'ộ',
      '\\u7897?',
    );
    const field = '{\\field{\\*\\fldinst{ HYPERLINK "x" }}{\\fldrslt{xem}}}';
    const body = `Tr${shape}ong ${field}{\\*\\la lạ}{\\*\\bkmkstart dau}{\\upr{a}{\\*\\ud b}}{\\xe muc}{\\listtext 1.\\tab}{\\pntext 2.} ra`;
    expect(await textOf(body.replace('ạ', 'a'))).toBe('Trong xemb ra\n\nhộp\n\n');
  });

  it('holds WordArt, behind its paragraph, and no other property of a shape', async () => {
    const property = (name: string, value: string) => `{\\sp{\\sn ${name}}{\\sv ${value}}}`;
    const properties = property('wzName', 'Ten') + property('gtextUNICODE', 'BAI THU HO\\u7840?CH') + property('gtextFont', 'Arial');
    expect(await textOf(`Tr{\\shp{\\*\\shpinst\\shpleft0${properties}}}ong\\par`)).toBe('Trong\n\nBAI THU HOẠCH\n\n');
  });

  it('holds formulas, with nothing of how they are set', async () => {
    const fraction = '{\\mf{\\mfPr{\\mctrlPr x}}{\\mnum{\\mr a}}{\\mden{\\mr b}}}';
    expect(await textOf(`{\\mmath{\\*\\moMath ${fraction}}}{\\mmathPict lại}`.replace('ạ', 'a'))).toBe('ab\n\n');
  });

  it('has notes, comments, heads and feet beside the body, equal ones once', async () => {
    const heads = '{\\header Chi bo mot\\par}{\\headerf Chi bo mot\\par}{\\footer {\\field{\\*\\fldinst PAGE}{\\fldrslt 12}}\\par}';
    const note = '{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} Xem bao.\\par}';
    const comment = '{\\*\\atnid An}{\\*\\atnauthor An}\\chatn{\\*\\annotation{\\*\\atndate 1}\\pard Nen sua.}';
    const extraction = await read(`{\\rtf1${heads}Than ${note}bai${comment}.\\par}`);
    expect(extraction.text).toBe('Than bai.\n\nChi bo mot\n\n Xem bao.\n\nNen sua.\n\n');
    const asides = extraction.asides.map(({ start, end }) => extraction.text.slice(start, end).trim());
    expect(asides).toEqual(['Chi bo mot', 'Xem bao.', 'Nen sua.']);
  });

  it('is read with its changes accepted, and that is told', async () => {
    const body = 'Giu {\\revised\\revauth1 them }{\\deleted\\revauthdel1 bo }{\\mvf tu }{\\mvt den }het{\\deleted\\par}.\\par';
    const extraction = await read(`{\\rtf1 ${body}}`);
    expect(extraction).toMatchObject({ state: 'ok', text: 'Giu them den het.\n\n' });
    expect(codes(extraction)).toEqual(['tracked-changes']);
  });

  it('comes with what the file says of itself', async () => {
    const info =
      '{\\info{\\title Bai}{\\author Nguy\\u7877?n An}{\\operator B\\u236?nh}{\\creatim\\yr2025\\mo3\\dy4\\hr5\\min6}{\\revtim\\yr2025\\mo4\\dy1}{\\edmins75}{\\*\\company Chi bo}}';
    const head = `{\\*\\generator Riched20 10.0.19041;}{\\*\\template C:\\\\Mau.dotm}{\\*\\rsidtbl \\rsid11\\rsid16711680}${info}`;
    const extraction = await read(`{\\rtf1${head}Bai\\par}`);
    expect(extraction).toMatchObject({ text: 'Bai\n\n' });
    expect(extraction.metadata).toMatchObject({
      creator: 'Nguyễn An',
      lastModifiedBy: 'Bình',
      created: '2025-03-04T05:06:00',
      modified: '2025-04-01T00:00:00',
      application: 'Riched20 10.0.19041',
      template: 'C:\\Mau.dotm',
      editingMinutes: 75,
      revisions: ['0000000B', '00FF0000'],
    });
  });

  it('is read under the name .doc, which is noted', async () => {
    const extraction = await read(`{\\rtf1 ${unicode(SENTENCE)}}`, 'bai.doc');
    expect(extraction).toMatchObject({ state: 'ok', format: 'rtf', text: `${SENTENCE}\n\n` });
    expect(codes(extraction)).toEqual(['name-mismatch']);
  });

  it('that stands in pictures needs OCR; a picture is counted once', async () => {
    const picture = '{\\*\\shppict{\\pict\\pngblip 8950}}{\\nonshppict{\\pict\\wmetafile8 0100}}';
    expect(await read(`{\\rtf1 ${picture}Bai\\par}`)).toMatchObject({ state: 'needs-ocr', format: 'rtf', text: '' });
    expect(await read(`{\\rtf1 ${picture}${'Bai viet '.repeat(8)}\\par}`)).toMatchObject({ state: 'ok', messages: [] });
  });

  it('does not hold embedded objects, which is told', async () => {
    const object = (name: string) => `{\\object\\objemb{\\*\\objclass ${name}}{\\*\\objdata 0105}{\\result {\\pict 00}}}`;
    const extraction = await read(
      `{\\rtf1 ${'Bai viet '.repeat(30)}${object('Word.Document.12')}${object('Equation.3')}${object('Excel.Sheet.8')}}`,
    );
    expect(extraction.messages).toMatchObject([
      { code: 'partial-text', text: expect.stringContaining('tài liệu đính kèm') },
      { code: 'not-read-parts', text: expect.stringContaining('công thức toán; đối tượng nhúng') },
    ]);
  });
});

describe('hidden text of an RTF', () => {
  const colors = '{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;\\red255\\green255\\blue0;}';
  const secret = 'Day la doan chu ma nguoi doc khong nhin thay';
  const hiddenOf = async (body: string) => {
    const extraction = await read(`{\\rtf1${colors}Bai viet. \\par ${body}\\pard\\plain Het bai.}`);
    expect(extraction.text).toContain(secret);
    return extraction.hidden.map(({ start, end, kind }) => [extraction.text.slice(start, end).trim(), kind]);
  };

  it.each([
    ['set so', `{\\v ${secret}}`, 'vanish'],
    ['hidden on the web', `{\\webhidden ${secret}}`, 'vanish'],
    ['in white', `{\\cf1 ${secret}}\\par`, 'white'],
    ['in the colour of its highlighting', `{\\cf3\\highlight3 ${secret}}\\par`, 'white'],
    ['in the colour of its shading', `{\\cf2\\chcbpat2 ${secret}}\\par`, 'white'],
    ['in the colour of its full pattern', `{\\cf2\\chshdng10000\\chcfpat2 ${secret}}\\par`, 'white'],
    ['in the colour of its paragraph', `\\pard\\cbpat2{\\cf2 ${secret}}\\par`, 'white'],
    ['in the colour of its cell', `\\trowd\\clcbpat2\\cellx900\\pard\\intbl{\\cf2 ${secret}}\\cell\\row`, 'white'],
    ['in lines of half a point', `{\\pard\\sl-10\\slmult0 ${secret}\\par}`, 'tiny'],
    ['in lines of a hundredth', `\\pard ${secret}\\sl2\\slmult1\\par`, 'tiny'],
    ['squeezed', `{\\charscalex1 ${secret}}\\par`, 'tiny'],
    ['left of the sheet', `\\pard\\li-31000 ${secret}\\par`, 'offpage'],
    ['right of the sheet', `\\pard\\li30000 ${secret}\\par`, 'offpage'],
    ['of 2 points', `{\\fs4 ${secret}}\\par`, 'tiny'],
  ])('is told: %s', async (_, body, kind) => {
    expect(await hiddenOf(body)).toEqual([[secret, kind]]);
  });

  it.each([
    ['white in a dark cell', `\\trowd\\cellx500\\clcbpat2\\cellx900\\pard\\intbl a\\cell{\\cf1 ${secret}}\\cell\\row`],
    [
      'white in a table of a table',
      `\\trowd\\cellx900\\pard\\intbl\\itap2{\\cf1 ${secret}\\nestcell{\\*\\nesttableprops\\trowd\\clcbpat2\\cellx9\\nestrow}}`,
    ],
    ['white on a dark paragraph', `\\pard\\cbpat2{\\cf1 ${secret}}\\par`],
    ['white on dark highlighting', `{\\cf1\\highlight2 ${secret}}\\par`],
    ['in lines at least as high', `\\pard\\sl1\\slmult0 ${secret}\\par`],
    ['in lines of one and a half', `\\pard\\sl360\\slmult1\\li720\\fi-360 ${secret}\\par`],
    ['no longer hidden', `{\\v\\v0 ${secret}}\\par`],
    ['plain again', `{\\v\\fs2\\cf1\\plain ${secret}}\\par`],
    ['of the colour of the window', `{\\cf0 ${secret}}\\par`],
  ])('is not what is seen: %s', async (_, body) => {
    expect(await hiddenOf(body)).toEqual([]);
  });

  it('makes the file suspicious and leaves the seen words whole', async () => {
    const extraction = await read(`{\\rtf1 Ca{\\v xen vao giua mot tu cua bai viet}phe {\\v ${secret}\\par}va tra.\\par}`);
    expect(extraction.state).toBe('suspicious');
    expect(codes(extraction)).toEqual(['hidden-text']);
    expect(extraction.text).toContain('Caphe');
  });
});
