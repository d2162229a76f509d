// @ts-check
// Builds one essay in many formats by many programs: npm run build && node scripts/build-samples.mjs [--all]
// Makes the samples that are missing, with --all all of them anew: most programs write the hour into their files. Where a
// program is missing the committed sample stays.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import { readZip, writeZip } from './fixtures/archive.mjs';
import { docxBytes, pdfBytes } from './fixtures/documents.mjs';
import * as shapes from './samples/docx-shapes.mjs';
import { html, parseEssay } from './samples/essay.mjs';
import * as programs from './samples/programs.mjs';
import { rtfInBytes, rtfInUnicode } from './samples/rtf-shapes.mjs';
import { inOldEncoding, utf16 } from './samples/texts.mjs';

/** @typedef {import('./samples/essay.mjs').Essay} Essay */
/** @typedef {{ file: string, needs?: string[], make: (essay: Essay) => Promise<Buffer> | Buffer | string }} Sample */

const FOLDER = 'fixtures/formats';
/** A font without the Vietnamese letters: a word processor takes them from another one. */
const POOR_FONT = 'Nimbus Roman';

const docx = (/** @type {Essay} */ { text, author }) => docxBytes(text, author);
const libreOffice = (/** @type {Parameters<typeof programs.libreOffice>[1]} */ format) => async (/** @type {Essay} */ essay) =>
  programs.libreOffice(await docx(essay), format);

/** @type {Sample[]} In every essay. */
const MAIN = [
  { file: 'docx.docx', make: docx },
  { file: 'libreoffice.docx', needs: ['soffice'], make: libreOffice('docx') },
  { file: 'libreoffice.pdf', needs: ['soffice'], make: libreOffice('pdf') },
  {
    file: 'libreoffice-two-fonts.pdf',
    needs: ['soffice'],
    make: async (essay) => programs.libreOffice(await inPoorFont(await docx(essay)), 'pdf'),
  },
  { file: 'chromium.pdf', needs: ['chromium'], make: (essay) => programs.chromiumPrint(html(essay)) },
  { file: 'libreoffice.doc', needs: ['soffice'], make: libreOffice('doc') },
  { file: 'libreoffice.rtf', needs: ['soffice'], make: libreOffice('rtf') },
  { file: 'libreoffice.odt', needs: ['soffice'], make: libreOffice('odt') },
  { file: 'utf8.html', make: (essay) => html(essay) },
  { file: 'utf8.txt', make: ({ text }) => text },
];

/** @type {Sample[]} In one essay only, since they add up. */
const MORE = [
  { file: 'pandoc.docx', needs: ['pandoc'], make: (essay) => programs.pandoc(html(essay), 'docx') },
  { file: 'word-desktop.docx', make: shapes.wordDesktop },
  { file: 'word-online.docx', make: shapes.wordOnline },
  { file: 'google-docs.docx', make: shapes.googleDocs },
  { file: 'wps.docx', make: shapes.wps },
  { file: 'strict.docx', make: shapes.strict },
  { file: 'pdfmake.pdf', make: ({ text, author }) => pdfBytes(text, author) },
  { file: 'ghostscript.pdf', needs: ['soffice', 'gs'], make: async (essay) => programs.ghostscript(await libreOffice('pdf')(essay)) },
  { file: 'qpdf-linearised.pdf', needs: ['soffice', 'qpdf'], make: async (essay) => programs.qpdf(await libreOffice('pdf')(essay)) },
  { file: 'pandoc.rtf', needs: ['pandoc'], make: (essay) => programs.pandoc(html(essay), 'rtf') },
  { file: 'abiword.rtf', needs: ['abiword'], make: (essay) => programs.abiWord(html(essay), 'rtf') },
  { file: 'cp1258-bytes.rtf', make: rtfInBytes },
  { file: 'word-unicode.rtf', make: rtfInUnicode },
  { file: 'pandoc.odt', needs: ['pandoc'], make: (essay) => programs.pandoc(html(essay), 'odt') },
  { file: 'abiword.odt', needs: ['abiword'], make: (essay) => programs.abiWord(html(essay), 'odt') },
  { file: 'libreoffice.html', needs: ['soffice'], make: libreOffice('html') },
  { file: 'pandoc.html', needs: ['pandoc'], make: (essay) => programs.pandoc(html(essay), 'html') },
  { file: 'utf16.html', make: (essay) => utf16(html(essay, 'utf-16'), { mark: true }) },
  { file: 'cp1258.html', make: (essay) => inOldEncoding(html(essay, 'windows-1258'), 'cp1258') },
  { file: 'utf8-mark.txt', make: ({ text }) => `\uFEFF${text}` },
  { file: 'utf16le-mark.txt', make: ({ text }) => utf16(text, { mark: true }) },
  { file: 'utf16be-mark.txt', make: ({ text }) => utf16(text, { mark: true, isBig: true }) },
  { file: 'utf16le.txt', make: ({ text }) => utf16(text, { mark: false }) },
  { file: 'utf16be.txt', make: ({ text }) => utf16(text, { mark: false, isBig: true }) },
  { file: 'cp1258.txt', make: ({ text }) => inOldEncoding(text, 'cp1258') },
  { file: 'tcvn3.txt', make: ({ text }) => inOldEncoding(text, 'tcvn3') },
  { file: 'vni.txt', make: ({ text }) => inOldEncoding(text, 'vni') },
  {
    file: 'scan.png',
    needs: ['chromium', 'pdftoppm'],
    make: async (essay) => programs.scan(await programs.chromiumPrint(html(essay)), 'png'),
  },
  {
    file: 'scan.jpg',
    needs: ['chromium', 'pdftoppm'],
    make: async (essay) => programs.scan(await programs.chromiumPrint(html(essay)), 'jpeg'),
  },
  {
    file: 'scan.pdf',
    needs: ['chromium', 'pdftoppm'],
    make: async (essay) => pictureOf(await programs.scan(await programs.chromiumPrint(html(essay)), 'jpeg')),
  },
];

/** Of the short one that mutations begin with: small and of many writers. */
const SHORT = [
  'word-desktop.docx',
  'wps.docx',
  'qpdf-linearised.pdf',
  'pdfmake.pdf',
  'word-unicode.rtf',
  'cp1258-bytes.rtf',
  'abiword.rtf',
  'pandoc.odt',
  'cp1258.txt',
  'tcvn3.txt',
  'utf16le.txt',
];

const SAMPLES = {
  'lung-ngan': [...MAIN, ...MORE],
  'bai-giong': MAIN,
  'doc-vang': MAIN,
  'trich-doan': [...MAIN, ...MORE.filter(({ file }) => SHORT.includes(file))],
};

/** @param {Buffer} bytes */
async function inPoorFont(bytes) {
  const items = await readZip(bytes);
  return writeZip(
    items.map(({ name, bytes: part }) => ({
      name,
      bytes: name.endsWith('.xml') ? Buffer.from(part.toString().replaceAll('Times New Roman', POOR_FONT)) : part,
    })),
  );
}

/** @param {Buffer} jpeg */
function pictureOf(jpeg) {
  const content = [{ image: `data:image/jpeg;base64,${jpeg.toString('base64')}`, width: 595 }];
  return pdfmake.createPdf({ content, pageSize: 'A4', pageMargins: 0, defaultStyle: { font: 'Serif' } }).getBuffer();
}

/**
 * @param {string} path
 * @param {Sample} sample
 * @param {Essay} essay
 */
async function build(path, { needs = [], make }, essay) {
  const has = await Promise.all(needs.map(programs.hasProgram));
  const missing = needs.filter((_, index) => !has[index]);
  if (missing.length > 0) return console.log(`kept      ${path}: no ${missing.join(', ')} on this machine`);
  const bytes = Buffer.from(/** @type {Buffer} */ (await make(essay)));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  console.log(`written   ${path} (${bytes.length} bytes)`);
}

const isAll = process.argv.includes('--all');
for (const [name, samples] of Object.entries(SAMPLES)) {
  const essay = parseEssay(await readFile(join(FOLDER, 'sources', `${name}.txt`), 'utf8'));
  const there = await readdir(join(FOLDER, name)).catch(() => /** @type {string[]} */ ([]));
  for (const sample of samples) {
    if (isAll || !there.includes(sample.file)) await build(join(FOLDER, name, sample.file), sample, essay);
  }
}
const sizes = await Promise.all(
  Object.entries(SAMPLES).flatMap(([name, samples]) => samples.map(({ file }) => stat(join(FOLDER, name, file)).then(({ size }) => size))),
);
console.log(`${sizes.length} samples, ${sizes.reduce((sum, size) => sum + size, 0)} bytes`);
