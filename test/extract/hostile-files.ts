import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { SubmissionState } from '../../src/model/extraction.js';
import { documentXml, docxParts, p, png, rawDocx, rawPdf, run, SENTENCE, stream, utf8, zip } from './make-files.js';

/** A file that means harm or is badly broken, and what must become of it. */
export interface HostileFile {
  /** What it is, for the name of its test. */
  readonly is: string;
  readonly file: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly state: SubmissionState | readonly SubmissionState[];
  /** Of the first message; null where there is none. */
  readonly code: string | null | readonly (string | null)[];
  /** What the message must say besides. */
  readonly says?: RegExp;
  /** What the text must not have. */
  readonly without?: RegExp;
}

const MIB = 1024 * 1024;
const sample = (file: string): Buffer => readFileSync(new URL(`../../fixtures/formats/trich-doan/${file}`, import.meta.url));
const nest = (open: string, close: string, depth: number, inside: string): string => open.repeat(depth) + inside + close.repeat(depth);

/** Many parts of one shape that no two have in common. */
const numbered = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

const DOCX: HostileFile[] = [
  {
    is: 'a DOCX of a million runs in a few kilobytes',
    file: 'trieu-doan.docx',
    make: () => rawDocx(`<w:p>${run('a').repeat(1_000_000)}</w:p>`),
    state: 'refused',
    code: 'too-large',
    says: /\d/,
  },
  {
    is: 'a DOCX with tables within each other',
    file: 'bang-long.docx',
    make: () => rawDocx(nest('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 50_000, p('a'))),
    state: 'refused',
    code: ['too-deep', 'too-large'],
    says: /\d/,
  },
  {
    is: 'a DOCX whose entities grow to a milliard',
    file: 'ty-cuoi.docx',
    make: () => {
      const entities = numbered(9, (index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);
      const head = `<!DOCTYPE w:document [<!ENTITY l0 "cười">${entities}]>`;
      return rawDocx('', { 'word/document.xml': documentXml(p('&l9;')).replace('?>', `?>${head}`) });
    },
    state: 'refused',
    code: 'doctype',
  },
  {
    is: 'a DOCX that asks for a file of the machine',
    file: 'thuc-the.docx',
    make: () =>
      rawDocx('', {
        'word/document.xml': `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${documentXml(p('&x;')).slice(38)}`,
      }),
    state: 'refused',
    code: 'doctype',
  },
  {
    is: 'a DOCX whose picture is a file of the machine',
    file: 'anh-ngoai.docx',
    make: () => {
      const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
      const picture = '<w:p><w:r><w:drawing><a:blip r:link="r9"/></w:drawing></w:r></w:p>';
      return rawDocx(p(SENTENCE) + picture, { 'word/_rels/document.xml.rels': rels });
    },
    state: 'ok',
    code: null,
    without: /root:/,
  },
  {
    is: 'a DOCX with a hundred thousand attributes on one element',
    file: 'thuoc-tinh.docx',
    make: () => rawDocx(`<w:p${numbered(100_000, (index) => ` a${index}="${index}"`)}>${run(SENTENCE)}</w:p>`),
    state: ['ok', 'refused', 'unreadable'],
    code: [null, 'too-large', 'damaged'],
  },
  {
    is: 'a DOCX with a hundred thousand namespaces',
    file: 'khong-gian-ten.docx',
    make: () => rawDocx(`<w:p${numbered(100_000, (index) => ` xmlns:n${index}="u${index}"`)}>${run(SENTENCE)}</w:p>`),
    state: ['ok', 'refused', 'unreadable'],
    code: [null, 'too-large', 'damaged'],
  },
  {
    is: 'a DOCX with an instruction that does not end',
    file: 'chi-thi.docx',
    make: () => rawDocx('', { 'word/document.xml': documentXml(p('a')).replace('<w:body>', `<?x ${'a '.repeat(100_000)}<w:body>`) }),
    state: 'unreadable',
    code: 'damaged',
  },
  {
    is: 'a DOCX whose relationships go in a circle',
    file: 'vong.docx',
    make: () => {
      const parts = docxParts(p(SENTENCE));
      return zip({ ...parts, 'word/_rels/document.xml.rels': String(parts['_rels/.rels']) });
    },
    state: 'ok',
    code: null,
  },
];

const page = (content: string, more: readonly string[] = [], resources = ''): Buffer =>
  rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ]);
const WORDS = 'BT /F 12 Tf 20 700 Td (Mot doan van ngan de doc duoc va khong qua ngan) Tj ET';

const PDF: HostileFile[] = [
  {
    is: 'a PDF of five thousand pages',
    file: 'nam-nghin-trang.pdf',
    make: () => {
      const pages = Array.from({ length: 5000 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>');
      const kids = numbered(5000, (index) => `${index + 3} 0 R `);
      return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count 5000 >>`, ...pages]);
    },
    state: 'unreadable',
    code: 'too-many-pages',
    says: /5\.000 trang/,
  },
  {
    is: 'a PDF that unpacks to three hundred megabytes',
    file: 'bom.pdf',
    make: () => {
      const packed = deflateSync(Buffer.alloc(300 * MIB, 'q ')).toString('latin1');
      return rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
        stream(packed, '/Filter /FlateDecode'),
      ]);
    },
    state: ['unreadable', 'refused'],
    code: ['out-of-memory', 'timed-out', 'too-large'],
    says: /\d/,
  },
  {
    is: 'a PDF with a form that draws itself',
    file: 'tu-ve.pdf',
    make: () =>
      page(
        `${WORDS} /X Do`,
        [stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>')],
        '/XObject << /X 6 0 R >>',
      ),
    state: 'ok',
    code: null,
  },
  {
    is: 'a PDF with twenty thousand arrays within each other',
    file: 'mang-long.pdf',
    make: () => page(WORDS, [nest('[', ']', 20_000, '0')], '/ColorSpace 6 0 R'),
    state: ['ok', 'unreadable'],
    code: [null, 'damaged'],
  },
  {
    is: 'a PDF whose page is twenty thousand arrays within each other',
    file: 'mang-long-2.pdf',
    make: () => page(`${WORDS} ${nest('[', ']', 20_000, '0')} TJ`),
    state: ['ok', 'unreadable'],
    code: [null, 'damaged', 'partial-text'],
  },
  {
    is: 'a PDF that would run a script, start a program and send a form',
    file: 'lenh.pdf',
    make: () =>
      Buffer.from(
        page(WORDS, [
          '<< /S /JavaScript /JS (app.alert\\(1\\)) /Next << /S /Launch /F (cmd.exe) /Next << /S /SubmitForm /F (http://vi.du/) >> >> >>',
        ])
          .toString('latin1')
          .replace('/Type /Catalog', '/Type /Catalog /OpenAction 6 0 R'),
        'latin1',
      ),
    state: 'ok',
    code: null,
    without: /alert|cmd\.exe|vi\.du/,
  },
  {
    is: 'a PDF whose table of objects is elsewhere',
    file: 'mat-bang.pdf',
    make: () =>
      Buffer.from(
        sample('libreoffice.pdf')
          .toString('latin1')
          .replace(/startxref\s+\d+/, 'startxref\n7'),
        'latin1',
      ),
    state: 'ok',
    code: null,
  },
  {
    is: 'a PDF behind a letter head that a mail program added',
    file: 'rac-dau.pdf',
    make: () => Buffer.concat([Buffer.from('Content-Type: application/pdf\r\n\r\n'), sample('libreoffice.pdf')]),
    state: 'ok',
    code: null,
  },
  {
    is: 'a PDF cut in half',
    file: 'nua.pdf',
    make: () => sample('libreoffice.pdf').subarray(0, 10_000),
    state: ['unreadable', 'suspicious', 'ok'],
    code: ['damaged', 'partial-text', 'no-text-layer'],
  },
];

/** A DOC of a word processor, changed. */
function changedDoc(change: (file: Buffer, directory: number, table: number) => void): Buffer {
  const file = Buffer.from(sample('libreoffice.doc'));
  change(file, (file.readUInt32LE(48) + 1) * 512, (file.readUInt32LE(76) + 1) * 512);
  return file;
}

const DOC: HostileFile[] = [
  {
    is: 'a DOC whose sectors go in a circle',
    file: 'vong.doc',
    make: () =>
      changedDoc((file, _, table) => {
        for (let sector = 0; sector < 16; sector++) file.writeInt32LE(sector, table + sector * 4);
      }),
    state: 'unreadable',
    code: 'damaged',
  },
  {
    is: 'a DOC whose streams have sizes below nothing',
    file: 'am.doc',
    make: () =>
      changedDoc((file, directory) => {
        for (let entry = 1; entry < 8; entry++) file.writeInt32LE(-1, directory + entry * 128 + 120);
      }),
    state: ['unreadable', 'ok'],
    code: ['damaged', null],
  },
  {
    is: 'a DOC whose table of sectors is said to be four milliard long',
    file: 'bang-dai.doc',
    make: () => changedDoc((file) => file.writeUInt32LE(0xffffffff, 44)),
    state: ['unreadable', 'ok'],
    code: ['damaged', null],
  },
  {
    is: 'a DOC cut in half',
    file: 'nua.doc',
    make: () => sample('libreoffice.doc').subarray(0, 5000),
    state: 'unreadable',
    code: 'damaged',
  },
  {
    is: 'an RTF named .doc',
    file: 'thuc-ra-rtf.doc',
    make: () => sample('libreoffice.rtf'),
    state: 'ok',
    code: 'name-mismatch',
    says: /RTF/,
  },
];

const OTHERS: HostileFile[] = [
  {
    is: 'an RTF with groups within each other',
    file: 'nhom-long.rtf',
    make: () => utf8(`{\\rtf1 ${nest('{', '}', 100_000, 'a')}}`),
    state: 'refused',
    code: 'too-deep',
    says: /\d/,
  },
  {
    is: 'an RTF whose binary part claims to be endless',
    file: 'nhi-phan.rtf',
    make: () =>
      utf8(`{\\rtf1\\ansi Truoc do co chu, du dai de khong ai coi day la mot tam anh ma thoi.\\par {\\pict\\bin2147483647 abc}\\par}`),
    state: ['ok', 'unreadable'],
    code: [null, 'damaged', 'partial-text'],
  },
  {
    is: 'an ODT whose spaces are a milliard',
    file: 'khoang-trang.odt',
    make: () => changedOdt((content) => content.replace('</text:p>', '<text:s text:c="1000000000"/></text:p>')),
    state: ['ok', 'refused'],
    code: [null, 'too-large'],
  },
  {
    is: 'an ODT with a DOCTYPE',
    file: 'khai-bao.odt',
    make: () => changedOdt((content) => content.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')),
    state: 'refused',
    code: 'doctype',
  },
  {
    is: 'an ODT with lists within each other',
    file: 'danh-sach.odt',
    make: () =>
      changedOdt((content) =>
        content.replace(
          '</office:text>',
          `${nest('<text:list><text:list-item>', '</text:list-item></text:list>', 20_000, '')}</office:text>`,
        ),
      ),
    state: 'refused',
    code: ['too-deep', 'too-large'],
    says: /\d/,
  },
  {
    is: 'a web page with elements within each other',
    file: 'the-long.html',
    make: () => utf8(`<!DOCTYPE html><html><body>${nest('<div>', '</div>', 100_000, SENTENCE)}</body></html>`),
    state: 'refused',
    code: 'too-deep',
    says: /\d/,
  },
  {
    is: 'a web page with a script',
    file: 'ma-lenh.html',
    make: () =>
      utf8(
        `<!DOCTYPE html><html><head><script>alert('chào')</script></head><body><p>${SENTENCE}</p><img src=x onerror="alert(1)"></body></html>`,
      ),
    state: 'ok',
    code: null,
    without: /alert/,
  },
  {
    is: 'a text of five million letters in one line',
    file: 'mot-dong.txt',
    make: () => utf8('a '.repeat(2.5 * MIB)),
    state: 'refused',
    code: 'too-large',
    says: /1\.000\.000 ký tự/,
  },
  {
    is: 'a text of ten million letters',
    file: 'muoi-trieu.txt',
    make: () => utf8(`${SENTENCE}\n`.repeat(50_000)),
    state: 'refused',
    code: 'too-large',
    says: /1\.000\.000 ký tự/,
  },
  { is: 'one word of nine hundred thousand letters', file: 'mot-tu.txt', make: () => utf8('ngh'.repeat(300_000)), state: 'ok', code: null },
  {
    is: 'one letter with half a million marks',
    file: 'dau.txt',
    make: () => utf8(`a${'\u0301'.repeat(500_000)}`),
    state: 'ok',
    code: null,
  },
  {
    is: 'a text with NUL, half letters and what is no letter',
    file: 'ky-tu-la.txt',
    make: () => Buffer.from(`\uFEFF${SENTENCE} \0 \uD800 \uFFFF \u202E abc \u2066`, 'utf16le'),
    state: 'ok',
    code: null,
  },
  {
    is: 'a picture of a milliard pixels in a hundred bytes',
    file: 'anh-lon.png',
    make: hugePicture,
    state: 'refused',
    code: 'too-large',
    says: /30\.000/,
  },
  {
    is: 'a picture cut in half',
    file: 'anh-nua.png',
    make: () => png().subarray(0, 60),
    state: ['needs-ocr', 'unreadable'],
    code: ['not-recognised', 'no-text-layer', 'damaged'],
  },
];

/** An ODT of a word processor with its content changed. */
async function changedOdt(change: (content: string) => string): Promise<Buffer> {
  const content = change(
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>${SENTENCE}</text:p></office:text></office:body></office:document-content>`,
  );
  return zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content });
}

function hugePicture(): Buffer {
  const picture = png();
  picture.writeUInt32BE(30_000, 16);
  picture.writeUInt32BE(30_000, 20);
  return picture;
}

export const HOSTILE_FILES: readonly HostileFile[] = [...DOCX, ...PDF, ...DOC, ...OTHERS];
