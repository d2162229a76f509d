import type { FileFormat } from '../model/extraction.js';

/** Extensions under which each format is known. */
const EXTENSIONS: Readonly<Partial<Record<FileFormat, readonly string[]>>> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  pdf: ['pdf'],
  doc: ['doc', 'dot'],
  rtf: ['rtf'],
  odt: ['odt', 'fodt'],
  txt: ['txt', 'text', 'md'],
  html: ['html', 'htm', 'xhtml', 'mht', 'mhtml'],
  image: ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff', 'webp', 'heic', 'heif', 'avif'],
};

const SCRIPTS = new Set([
  'js',
  'mjs',
  'cjs',
  'jse',
  'ts',
  'vbs',
  'vbe',
  'wsf',
  'hta',
  'ps1',
  'bat',
  'cmd',
  'sh',
  'py',
  'php',
  'pl',
  'rb',
  'reg',
]);
const PROGRAMS = new Set(['exe', 'com', 'scr', 'msi', 'dll', 'jar', 'lnk', 'pif', 'cpl', 'apk', 'app', 'dmg']);

/** The last extension, lower case, without its dot; empty where there is none. */
export function extensionOf(fileName: string): string {
  return /\.([^./\\]{1,10})$/.exec(fileName.trimEnd())?.[1]?.toLowerCase() ?? '';
}

/** Whether the name is that of program code in a text file. */
export function isScriptName(fileName: string): boolean {
  return SCRIPTS.has(extensionOf(fileName));
}

/** Whether the name is that of a program, whatever the content. */
export function isProgramName(fileName: string): boolean {
  return PROGRAMS.has(extensionOf(fileName));
}

/** Whether the name carries a NUL, plain or encoded: the trick of `a.exe%00.pdf`. */
export function isUnsafeName(fileName: string): boolean {
  return fileName.includes('\0') || /%00/.test(fileName);
}

/** Whether the name promises a word processor's document or a PDF. */
export function promisesDocument(fileName: string): boolean {
  const extension = extensionOf(fileName);
  return ['docx', 'pdf', 'doc', 'odt', 'rtf'].some((format) => EXTENSIONS[format as FileFormat]?.includes(extension));
}

/** Whether the name has the extension of another format than the content; a missing or unknown extension disagrees with nothing. */
export function disagrees(fileName: string, format: FileFormat): boolean {
  const own = EXTENSIONS[format];
  if (own === undefined) return false;
  const extension = extensionOf(fileName);
  return !own.includes(extension) && Object.values(EXTENSIONS).some((extensions) => extensions.includes(extension));
}
