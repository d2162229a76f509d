import type { Paragraph } from './paragraphs.js';

/** How a document names itself; empty where it does not. */
export interface Title {
  /** "Nghị quyết", "Chỉ thị". */
  readonly kind: string;
  /** "09-NQ/HU". */
  readonly number: string;
  /** What it is about, without the word "về": "bảo vệ môi trường và xây dựng nông thôn mới". */
  readonly subject: string;
}

const KINDS =
  /^(nghị quyết|chỉ thị|kết luận|quy định|kế hoạch|chương trình hành động|chương trình|đề án|thông tri|hướng dẫn|quy chế)(?!\p{L})/iu;
const NUMBER = /(?:^|\s)S[ốôóoòọ]\s*[.:]?\s*(\d{1,4})\s*[-–/]\s*([\p{Lu}Đ]{2,4})\s*[-–/]\s*([\p{L}.]{2,12})/u;
/** A number inside a heading: "NGHỊ QUYẾT SỐ 57-NQ/TW". */
const NUMBER_IN_LINE = /S[ỐốÔ]\s*(\d{1,4})\s*[-–/]\s*([\p{Lu}Đ]{2,4})\s*[-–/]\s*([\p{L}]{2,12})/iu;
/** Paragraphs at the head of a document among which its title stands. */
const HEAD = 40;
/** Paragraphs that a title may run over. */
const LINES = 6;

/** Finds number and title at the head of a document; `next`: the first paragraph behind them. */
export function readTitle(paragraphs: readonly Paragraph[]): { readonly title: Title; readonly next: number } {
  const head = paragraphs.slice(0, HEAD);
  const numbered = head
    .map(({ text }) => NUMBER.exec(text) ?? (isLoud(text) ? NUMBER_IN_LINE.exec(text) : null))
    .find((found) => found !== null);
  const number = numbered ? `${numbered[1]}-${numbered[2]!.toUpperCase()}/${numbered[3]}` : '';
  const at = head.findIndex(({ text }) => KINDS.test(text) && isLoud(KINDS.exec(text)![0]));
  if (at < 0) return { title: { kind: '', number, subject: '' }, next: afterNumber(head) };
  const kind = capitalised(KINDS.exec(head[at]!.text)![0].toLocaleLowerCase('vi'));
  const { subject: written, next } = readSubject(paragraphs, at);
  const subject = withPlaces(written, paragraphs);
  return { title: { kind, number, subject }, next };
}

/** A document without a title begins behind the line that has its number and date, if there is one. */
const afterNumber = (head: readonly Paragraph[]): number => head.findIndex(({ text }) => NUMBER.test(text)) + 1;

const BODY =
  /^(?:(?:[IVX]{1,4}|[A-HĐ])\s*[.)-]|\d+\s*[.)]|căn cứ|thực hiện|thời gian qua|những năm qua|trong thời gian|ban chấp hành|ban thường vụ|ngày\s+\d|[-–_*]{2,})/iu;

const NUMBERED = /^(?:[IVX]{1,4}|[A-HĐ]|\d{1,2})\s*[.)]/u;

function readSubject(paragraphs: readonly Paragraph[], at: number): { readonly subject: string; readonly next: number } {
  const first = paragraphs[at]!.text.replace(KINDS, '');
  const parts: string[] = [];
  let next = at + 1;
  let rest = aboutOf(first);
  if (rest !== null) parts.push(rest);
  for (; next < Math.min(paragraphs.length, at + LINES); next++) {
    const { text } = paragraphs[next]!;
    if (parts.length === 0) {
      rest = aboutOf(text);
      if (rest !== null) parts.push(rest);
      else if (!isLoud(text) && BODY.test(text)) break;
      continue;
    }
    if (NUMBERED.test(text) || (BODY.test(text) && !isLoud(text))) break;
    const goesOn = /^\p{Ll}/u.test(text) || (isLoud(parts.join(' ')) && isLoud(text));
    if (!goesOn || /^[-–_*]/.test(text)) break;
    parts.push(text);
  }
  if (parts.length === 0) return { subject: '', next: at + 1 };
  const whole = parts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.;:*–_-]+$/u, '')
    .trim();
  return { subject: isLoud(whole) ? whole.toLocaleLowerCase('vi') : lowered(whole), next };
}

const PLACES =
  /(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn)\s+(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3})|^(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3}),\s+ngày/gu;

/** A title in capitals does not tell names of places from words; the rest of the text does. */
function withPlaces(subject: string, paragraphs: readonly Paragraph[]): string {
  if (/\p{Lu}/u.test(subject)) return subject;
  const names = paragraphs.flatMap(({ text }) => [...text.matchAll(PLACES)].map((found) => found[1] ?? found[2]!));
  let named = subject;
  for (const name of new Set(names)) {
    const at = ` ${named} `.indexOf(` ${name.toLocaleLowerCase('vi')} `);
    if (at >= 0) named = named.slice(0, at) + name + named.slice(at + name.length);
  }
  return named;
}

/** What follows "về" at the head of a line or behind whoever issued it; null where nothing does. */
function aboutOf(text: string): string | null {
  const found = /^\s*(?:.{0,120}?\s)?(?:V\/v|về việc|về)\s+(.+)$/isu.exec(text);
  if (found === null) return null;
  const before = text.slice(0, text.length - found[1]!.length);
  return isLoud(before) || /^\s*(?:V\/v|về việc|về)\s+$/iu.test(before) || /^\s*(?:số|của)\s/iu.test(before) ? found[1]!.trim() : null;
}

function isLoud(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 0 && letters === letters.toLocaleUpperCase('vi');
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const lowered = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text);
