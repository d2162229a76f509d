import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { SubmissionState } from '../../src/model/extraction.js';
import { documentXml, docxParts, p, rawDocx, rawPdf, run, SENTENCE, stream, zip } from './make-files.js';

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

/** Bytes of a megabyte. */
export const MIB = 1024 * 1024;
/** A file of the shortest essay. */
export const sample = (file: string): Buffer => readFileSync(new URL(`../../fixtures/formats/trich-doan/${file}`, import.meta.url));
/** The parts within each other. */
export const nest = (open: string, close: string, depth: number, inside: string): string =>
  open.repeat(depth) + inside + close.repeat(depth);

/** Many parts of one shape that no two have in common. */
const numbered = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

/** Documents of Word that mean harm. */
export const HOSTILE_DOCX: readonly HostileFile[] = [
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

/** PDFs that mean harm. */
export const HOSTILE_PDF: readonly HostileFile[] = [
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
