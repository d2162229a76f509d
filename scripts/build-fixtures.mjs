// @ts-check
// Builds the batch of the Vân Trạch campaign from its plain texts: node scripts/build-fixtures.mjs [fixtures/van-trach]
// Running it twice gives the same bytes: dates are fixed, and the one file with random bytes (the encrypted one) is kept
// from the archive that is already there as long as its content is the same.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import officecrypto from 'officecrypto-tool';
import { readZip, writeZip } from './fixtures/archive.mjs';
import { entryText, readBatch, readSource, rosterCsv } from './fixtures/batch.mjs';
import { docxBytes, imagePdfBytes, ownerFileBytes, pdfBytes } from './fixtures/documents.mjs';
import { verifyWords } from './fixtures/verify.mjs';

/** @typedef {import('./fixtures/batch.mjs').Entry} Entry */

const ARCHIVE = 'bai-nop.zip';
const PASSWORD = 'vantrach';
const STUDY_TEXTS = [
  { file: 'nghi-quyet.docx', source: 'nghi-quyet.txt', format: 'docx', author: 'Văn phòng Huyện ủy Vân Trạch' },
  { file: 'tai-lieu-hoc-tap.pdf', source: 'tai-lieu-hoc-tap.txt', format: 'pdf', author: 'Ban Tuyên giáo và Dân vận Huyện ủy Vân Trạch' },
  { file: 'mau-bai-thu-hoach.docx', source: 'mau-bai-thu-hoach.txt', format: 'docx', author: 'Văn phòng Huyện ủy Vân Trạch' },
];

/** @param {string} folder */
async function build(folder) {
  const entries = await readBatch(folder);
  for (const study of STUDY_TEXTS) {
    const text = await readSource(folder, study.source);
    await writeChanged(join(folder, study.file), await (study.format === 'pdf' ? pdfBytes : docxBytes)(text, study.author));
  }
  await writeChanged(join(folder, 'roster.csv'), Buffer.from(rosterCsv(entries, ARCHIVE)));
  await writeChanged(join(folder, ARCHIVE), await batchArchive(folder, entries));
}

/**
 * @param {string} folder
 * @param {Entry[]} entries
 */
async function batchArchive(folder, entries) {
  const before = await archiveFiles(join(folder, ARCHIVE)).catch(() => new Map());
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const entry of entries.filter(({ format }) => format !== 'bytes-of')) {
    files.set(entry.file, await entryBytes(folder, entry, before.get(entry.file)));
  }
  for (const entry of entries.filter(({ format }) => format === 'bytes-of')) {
    const original = files.get(entry.source ?? '');
    if (!original) throw new Error(`${entry.file}: the batch has no file ${entry.source}`);
    files.set(entry.file, original);
  }
  // Sorted as the program that packed the folder would, so that the cases do not stand in their order.
  return writeZip([...files.keys()].sort().map((name) => ({ name, bytes: /** @type {Buffer} */ (files.get(name)) })));
}

/**
 * @param {string} folder
 * @param {Entry} entry
 * @param {Buffer | undefined} before The same file in the archive of the last run.
 * @returns {Promise<Buffer>}
 */
async function entryBytes(folder, entry, before) {
  if (entry.format === 'empty') return Buffer.alloc(0);
  if (entry.format === 'owner-file') return ownerFileBytes(entry.source ?? '');
  const text = await entryText(folder, entry);
  const author = /^(?:Họ và tên|Ho va ten): (.+)$/m.exec(text)?.[1] ?? '';
  if (entry.format === 'pdf') return pdfBytes(text, author);
  if (entry.format === 'pdf-image') return imagePdfBytes(text, author);
  // Notepad, where such files come from, ends lines with CR LF.
  if (entry.format === 'txt') return Buffer.from(text.replaceAll('\n', '\r\n'));
  if (entry.format === 'txt-utf16') return Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
  const docx = await docxBytes(text, author);
  return entry.format === 'docx-encrypted' ? encrypted(docx, before) : docx;
}

/**
 * @param {Buffer} docx
 * @param {Buffer | undefined} before
 */
async function encrypted(docx, before) {
  const same = before && (await officecrypto.decrypt(before, { password: PASSWORD }).catch(() => undefined))?.equals(docx);
  return same ? before : officecrypto.encrypt(docx, { password: PASSWORD });
}

/**
 * Reads everything back from the disk, as the program under test will.
 * @param {string} folder
 */
async function verify(folder) {
  for (const { file, source, format } of STUDY_TEXTS) {
    await verifyWords(file, await readFile(join(folder, file)), format, await readSource(folder, source), PASSWORD);
  }
  const entries = await readBatch(folder);
  const files = await archiveFiles(join(folder, ARCHIVE));
  if (files.size !== entries.length) throw new Error(`${ARCHIVE}: ${files.size} files, batch.yaml lists ${entries.length}`);
  for (const entry of entries.filter(({ format }) => format !== 'empty' && format !== 'owner-file')) {
    const bytes = files.get(entry.file) ?? Buffer.alloc(0);
    const original = entry.format === 'bytes-of' ? entries.find(({ file }) => file === entry.source) : entry;
    if (!original) throw new Error(`${entry.file}: the batch has no file ${entry.source}`);
    await verifyWords(entry.file, bytes, original.format, await entryText(folder, original), PASSWORD);
  }
}

/**
 * @param {string} path
 * @returns {Promise<Map<string, Buffer>>}
 */
async function archiveFiles(path) {
  const items = await readZip(await readFile(path));
  return new Map(items.map(({ name, bytes }) => [name, bytes]));
}

/**
 * @param {string} path
 * @param {Buffer} bytes
 */
async function writeChanged(path, bytes) {
  const before = await readFile(path).catch(() => undefined);
  const same = before?.equals(bytes);
  if (!same) await writeFile(path, bytes);
  console.log(`${same ? 'unchanged' : 'written  '} ${path} (${bytes.length} bytes)`);
}

const folder = process.argv[2] ?? 'fixtures/van-trach';
await build(folder);
await verify(folder);
