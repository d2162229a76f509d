import type { Encoding, HiddenKind } from '../model/extraction.js';
import { formatCount, formatDecimal, formatShare } from '../model/format.js';
import { visibleText } from './messages.js';

/** As much of a passage as is quoted to find it again, characters, and as many passages. */
const SHOWN_OPENING = 40;
const SHOWN_PASSAGES = 3;

/** How a limit was passed, for `too-large`. */
export const OVER_LIMIT = {
  fileBytes: (bytes: number) => `lớn hơn ${megabytes(bytes)}`,
  unpackedBytes: (bytes: number) => `giải nén ra hơn ${megabytes(bytes)}`,
  ratio: (ratio: number) => `có phần bên trong nén hơn ${formatCount(ratio)} lần`,
  entries: (count: number) => `gồm hơn ${formatCount(count)} phần bên trong`,
  textLength: (units: number) => `dài hơn ${formatCount(units)} ký tự`,
  places: (count: number) => `có hơn ${formatCount(count)} chỗ chữ ẩn hoặc ghi chú`,
  xmlBytes: (bytes: number) => `có phần chữ bên trong dài hơn ${megabytes(bytes)}`,
  elements: (count: number) => `gồm hơn ${formatCount(count)} phần tử`,
  pixels: (width: number, height: number, limit: number) =>
    `có ảnh ${formatCount(width)} × ${formatCount(height)} điểm ảnh, hơn ${formatCount(limit)} điểm`,
} as const;

/** Parts of a document that are not read. */
export const PART_NAMES = {
  chunk: 'tài liệu nhúng (altChunk)',
  'embedded-document': 'tài liệu đính kèm trong bài (OLE)',
  subdocument: 'tài liệu con nằm ở tệp khác',
  equations: 'công thức toán',
  diagram: 'sơ đồ, biểu đồ',
  object: 'đối tượng nhúng của chương trình khác (như bảng tính, hình vẽ)',
} as const;

/** What the content of a file is, for `name-mismatch`. */
export const CONTENT_NAMES = {
  docx: 'tệp Word (.docx)',
  pdf: 'tệp PDF',
  doc: 'tệp Word cũ (.doc)',
  rtf: 'tệp RTF',
  odt: 'tệp ODT',
  txt: 'văn bản thường (.txt)',
  html: 'trang web (HTML)',
  image: 'ảnh',
} as const;

/** "chưa đọc được tài liệu con …": parts of a document whose text was left out. */
export function missingParts(parts: readonly (keyof typeof PART_NAMES)[]): string {
  return `chưa đọc được ${partList(parts)}`;
}

/** The parts by their names, in the order given. */
export function partList(parts: readonly (keyof typeof PART_NAMES)[]): string {
  return parts.map((part) => PART_NAMES[part]).join('; ');
}

/** "trang 2, 3"; page numbers count from 1. */
export function pageList(pages: readonly number[]): string {
  return `trang ${pages.join(', ')}`;
}

/** "trang 2, 3 (2/5 trang) không có chữ …"; page numbers count from 1. */
export function missingPages(pages: readonly number[], total: number): string {
  return `trang ${pages.join(', ')} (${pages.length}/${total} trang) không có hoặc có rất ít chữ, có thể là ảnh`;
}

/** What is recognised one by one: pages of a file, or pictures in a document. */
export type PageUnit = 'page' | 'picture';

/** "trang 1, độ tin cậy 93%; trang 2, độ tin cậy 71%": what was read from pictures, and how sure that is. */
export function recognisedPages(pages: readonly { readonly page: number; readonly confidence: number }[], unit: PageUnit): string {
  const name = unit === 'page' ? 'trang' : 'ảnh';
  return pages.map(({ page, confidence }) => `${name} ${page}, độ tin cậy ${formatShare(confidence)}`).join('; ');
}

/** "trang 3, 4 là ảnh …": what was tried in vain. */
export function unrecognisedPages(pages: readonly number[], unit: PageUnit): string {
  const list = pages.join(', ');
  if (unit === 'page') return `trang ${list} là ảnh, nhận dạng chữ (OCR) không đọc được`;
  return `ảnh ${list}, đếm từ đầu bài, chưa đọc được (không có chữ, mờ, hỏng, quá lớn hoặc dạng chưa hỗ trợ)`;
}

/** Ways to hide text. */
export const HIDDEN_NAMES: Readonly<Record<HiddenKind, string>> = {
  vanish: 'chữ ẩn',
  white: 'chữ màu trắng hoặc cùng màu với nền',
  tiny: 'chữ cỡ rất nhỏ',
  invisible: 'chữ không hiện khi in',
  clipped: 'chữ bị cắt khỏi vùng hiển thị',
  covered: 'chữ bị hình che',
  offpage: 'chữ nằm ngoài trang',
  layer: 'chữ trong lớp bị ẩn',
  'unicode-lie': 'chữ hiện ra khác với mã chữ',
};

/** "chữ ẩn (126 chữ cái); chữ màu trắng (40 chữ cái)". */
export function hiddenLetters(hidden: ReadonlyMap<HiddenKind, number>): string {
  return [...hidden].map(([kind, letters]) => `${HIDDEN_NAMES[kind]} (${formatCount(letters)} chữ cái)`).join('; ');
}

/** How the encodings are called. */
const ENCODING_NAMES: Readonly<Record<Exclude<Encoding, 'unicode' | 'mixed'>, string>> = {
  tcvn3: 'bảng mã TCVN3 (ABC)',
  vni: 'bảng mã VNI',
  viscii: 'bảng mã VISCII',
  vps: 'bảng mã VPS',
  cp1258: 'bảng mã Windows-1258',
  mojibake: 'mã Unicode (UTF-8) bị đọc sai bảng mã',
};

/** "12 đoạn dùng bảng mã TCVN3 (ABC), 3 đoạn dùng bảng mã VNI": lines by the encoding that they were decoded from. */
export function decodedLines(lines: ReadonlyMap<keyof typeof ENCODING_NAMES, number>): string {
  return [...lines].map(([encoding, count]) => `${formatCount(count)} đoạn dùng ${ENCODING_NAMES[encoding]}`).join(', ');
}

/** "2 đoạn dùng bảng mã cũ …": the passages by how they begin. */
export function legacyPassages(passages: readonly string[]): string {
  const opening = (passage: string): string =>
    `“${visibleText([...passage.slice(0, 2 * SHOWN_OPENING)].slice(0, SHOWN_OPENING).join(''))}…”`;
  const shown = passages.slice(0, SHOWN_PASSAGES).map(opening).join(', ');
  const more = passages.length > SHOWN_PASSAGES ? ' và các đoạn khác' : '';
  return `${formatCount(passages.length)} đoạn dùng bảng mã cũ (như TCVN3, VNI) hoặc sai bảng mã, bắt đầu bằng ${shown}${more}`;
}

/** For a file that ends too early, though it could be read as far as it goes. */
export const MISSING_END = 'tệp thiếu phần cuối, có thể đã bị cắt';

/** "214 trang, giới hạn 60 trang". */
export function pageCount(pages: number, limit: number): string {
  return `${formatCount(pages)} trang, giới hạn ${formatCount(limit)} trang`;
}

/** A duration in seconds, at most one decimal. */
export function seconds(milliseconds: number): string {
  return `${decimal(milliseconds / 1000)} giây`;
}

/** A size in megabytes of 1024 x 1024 bytes, or in smaller units below one. */
export function megabytes(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${decimal(bytes / 1024 / 1024)} MB`;
  if (bytes >= 1024) return `${decimal(bytes / 1024)} KB`;
  return `${formatCount(bytes)} byte`;
}

function decimal(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return formatDecimal(rounded, Number.isInteger(rounded) ? 0 : 1);
}
