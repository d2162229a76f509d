// @ts-check
import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT = { timeout: 120_000 };

/**
 * Whether the machine has the program.
 * @param {string} program
 */
export async function hasProgram(program) {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  const found = await Promise.all(places.map((place) => access(place).then(Boolean.bind(null, true), () => false)));
  return found.includes(true);
}

/**
 * Gives a program its input as a file and takes what it wrote.
 * @param {{ name: string, bytes: Buffer | string }} input
 * @param {string} output Name of the file that it writes.
 * @param {(paths: { input: string, output: string, folder: string }) => [string, string[]]} command
 * @returns {Promise<Buffer>}
 */
async function convert(input, output, command) {
  const folder = await mkdtemp(join(tmpdir(), 'soatbai-sample-'));
  try {
    const paths = { input: join(folder, input.name), output: join(folder, output), folder };
    await writeFile(paths.input, input.bytes);
    const [program, parameters] = command(paths);
    await run(program, parameters, LIMIT);
    return await readFile(paths.output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Buffer} docx
 * @param {'docx' | 'pdf' | 'doc' | 'rtf' | 'odt' | 'html'} format
 */
export function libreOffice(docx, format) {
  const filters = {
    docx: 'docx:MS Word 2007 XML',
    pdf: 'pdf',
    doc: 'doc:MS Word 97',
    rtf: 'rtf',
    odt: 'odt',
    html: 'html:HTML (StarWriter)',
  };
  return convert({ name: 'in.docx', bytes: docx }, format === 'docx' ? 'out/in.docx' : `out/in.${format}`, ({ input, folder }) => [
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      '--convert-to',
      filters[format],
      '--outdir',
      join(folder, 'out'),
      input,
    ],
  ]);
}

/**
 * @param {string} html
 * @param {'docx' | 'rtf' | 'odt' | 'html'} format
 */
export function pandoc(html, format) {
  return convert({ name: 'in.html', bytes: html }, `out.${format}`, ({ input, output }) => [
    'pandoc',
    ['-s', '-f', 'html', '-o', output, input],
  ]);
}

/**
 * @param {string} html
 * @param {'rtf' | 'odt'} format
 */
export function abiWord(html, format) {
  return convert({ name: 'in.html', bytes: html }, `out.${format}`, ({ input, output }) => [
    'abiword',
    [`--to=${format}`, `--to-name=${output}`, input],
  ]);
}

/** @param {string} html */
export function chromiumPrint(html) {
  return convert({ name: 'in.html', bytes: html }, 'out.pdf', ({ input, output }) => [
    'chromium',
    ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${output}`, pathToFileURL(input).href],
  ]);
}

/** @param {Buffer} pdf */
export function ghostscript(pdf) {
  return convert({ name: 'in.pdf', bytes: pdf }, 'out.pdf', ({ input, output }) => [
    'gs',
    ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=pdfwrite', `-o${output}`, input],
  ]);
}

/** @param {Buffer} pdf */
export function qpdf(pdf) {
  return convert({ name: 'in.pdf', bytes: pdf }, 'out.pdf', ({ input, output }) => [
    'qpdf',
    ['--linearize', '--object-streams=generate', input, output],
  ]);
}

/**
 * The first page as an office scanner has it: 150 dots an inch, grey.
 * @param {Buffer} pdf
 * @param {'png' | 'jpeg'} format
 */
export function scan(pdf, format) {
  const quality = format === 'jpeg' ? ['-jpegopt', 'quality=60'] : [];
  return convert({ name: 'in.pdf', bytes: pdf }, format === 'png' ? 'out.png' : 'out.jpg', ({ input, folder }) => [
    'pdftoppm',
    ['-r', '150', '-gray', `-${format}`, ...quality, '-singlefile', input, join(folder, 'out')],
  ]);
}
