import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import CFB from 'cfb';
import { Document, type ISectionOptions, Packer, Paragraph } from 'docx';
import pdfmake from 'pdfmake';
import { type EndOptions, ZipFile } from 'yazl';
import { EXTRACT_LIMITS, type ExtractLimits } from '../../src/model/extraction.js';

const require = createRequire(import.meta.url);

/** A paragraph of an essay, 40 syllables. */
export const SENTENCE =
  'Sau khi học tập nghị quyết, tôi nhận thức rõ trách nhiệm của người đảng viên đối với đơn vị mình và sẽ cùng tập thể hoàn thành tốt nhiệm vụ được giao trong năm nay.';

export const LIMITS = EXTRACT_LIMITS;
export const withLimits = (changed: Partial<ExtractLimits>): ExtractLimits => ({ ...EXTRACT_LIMITS, ...changed });

export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A DOCX as a word processor writes it. */
export async function docx(
  paragraphs: (string | Paragraph)[],
  extra: Partial<ISectionOptions> & Record<string, unknown> = {},
): Promise<Buffer> {
  const { headers, ...options } = extra;
  const children = paragraphs.map((one) => (typeof one === 'string' ? new Paragraph(one) : one));
  const section = headers === undefined ? { children } : { headers, children };
  return Packer.toBuffer(new Document({ ...options, sections: [section] }));
}

export type Parts = Record<string, string | Buffer>;

/** A ZIP of the given parts. */
export async function zip(parts: Parts | [string, string | Buffer][], options?: EndOptions): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Array.isArray(parts) ? parts : Object.entries(parts)) {
    file.addBuffer(Buffer.isBuffer(content) ? content : utf8(content), name);
  }
  file.end(options);
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (text: string): string => `<w:p>${run(text)}</w:p>`;

/** The parts of a minimal DOCX with the given body. */
export const docxParts = (body: string, extra: Parts = {}): Parts => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': documentXml(body),
  ...extra,
});

export const rawDocx = async (body: string, extra: Parts = {}): Promise<Buffer> => zip(docxParts(body, extra));

interface PdfMaker {
  setFonts(fonts: unknown): void;
  setLocalAccessPolicy(allow: () => boolean): void;
  setUrlAccessPolicy(allow: () => boolean): void;
  createPdf(definition: unknown): { getBuffer(): Promise<Buffer> };
}

const pdfMaker = pdfmake as unknown as PdfMaker;

/** A PDF with a Vietnamese font; each element of `content` is pdfmake's. */
export async function pdf(content: unknown[], extra: Record<string, unknown> = {}): Promise<Buffer> {
  // The product tells the same pdfmake of its own fonts, where test files share a process.
  pdfMaker.setFonts({ DejaVu: { normal: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf') } });
  pdfMaker.setLocalAccessPolicy(() => true);
  pdfMaker.setUrlAccessPolicy(() => false);
  return pdfMaker.createPdf({ content, defaultStyle: { font: 'DejaVu' }, ...extra }).getBuffer();
}

export const newPage = (text: string): unknown => ({ text, pageBreak: 'before' });
export const image = (): unknown => ({ image: `data:image/png;base64,${png().toString('base64')}`, width: 300 });

/** A PDF from its objects, numbered from 1, the first being the catalogue; without compression and cross-reference table. */
export function rawPdf(objects: readonly string[]): Buffer {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`, 'latin1');
}

export const stream = (content: string, dictionary = ''): string =>
  `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`;

/** A PDF of one page with that content. */
export function pagePdf(content: string, dictionary = ''): Buffer {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>',
    stream(content, dictionary),
  ]);
}

/** A grey PNG of 32 x 32 pixels. */
export function png(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(32, 0);
  header.writeUInt32BE(32, 4);
  header[8] = 8;
  const pixels = deflateSync(Buffer.alloc(32 * 33, 0x7f).map((value, index) => (index % 33 === 0 ? 0 : value)));
  const parts = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

/** An OLE file with the named streams, each with `content`. */
export function ole(names: readonly string[], content: Buffer = Buffer.alloc(512)): Buffer {
  const file = CFB.utils.cfb_new();
  for (const name of names) CFB.utils.cfb_add(file, `/${name}`, content);
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

/** The first bytes of a Word stream. */
export function wordHeader(magic: number, flags = 0): Buffer {
  const header = Buffer.alloc(512);
  header.writeUInt16LE(magic, 0);
  header.writeUInt16LE(flags, 10);
  return header;
}
