import type { Span } from '../../model/span.js';
import { withoutMarks } from '../../vietnamese/without-marks.js';
import { type Paragraph, splitParagraphs } from './paragraphs.js';
import { readTitle, type Title } from './title.js';

/** What a stretch of a resolution is for. */
export type Part = 'situation' | 'viewpoints' | 'goals' | 'tasks' | 'organisation' | 'other';

/** A paragraph of the body; places are UTF-16 offsets in the text. */
export interface Block {
  readonly part: Part;
  readonly span: Span;
  /** What a numbered paragraph is headed by: its first clause, or all of a line that is only a heading. null where it has none. */
  readonly heading: Span | null;
  /** How deep it is numbered: 0 for "A.", 1 for "I.", 2 for "1.", and so on; null without a number. */
  readonly level: number | null;
  /** Whether its heading is that of the part. */
  readonly isPartHeading: boolean;
}

/** A resolution, directive or the like, cut by what its parts are for. */
export interface Outline {
  readonly title: Title;
  readonly blocks: readonly Block[];
}

/** Words of a heading at most. */
const LONGEST_HEADING = 30;

/** How paragraphs are numbered, from the top; looked for in the order of `LOOKED_FOR`, since "1.1." looks like "1." to a hasty reader. */
const LEVELS: readonly RegExp[] = [
  /^(?:[A-HĐ]\s*[.)/:–-]+|(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:thứ\s+|THỨ\s+)?\p{L}+\s*[.:–-]*)\s*/u,
  /^(?:[IVX]{1,5}\s*[.)/:–-]+|(?:Mục|MỤC)\s+[IVX\d]+\s*[.:–-]*)\s*/u,
  /^(?:Điều\s+)?\d{1,2}\s*[.)/-]+\s*(?!\d)/u,
  /^\d{1,2}(?:\.\d{1,2})+\s*[.)]*\s*/u,
  /^[a-zđ]\s*\)\s*/u,
  /^[-–•+*]\s*/u,
];
const LOOKED_FOR = [3, 1, 0, 2, 4, 5];
/** The last level whose headings head parts. */
const ROMAN = 1;

const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['viewpoints', /quan diem|tu tuong chi dao|phuong cham/],
  ['goals', /muc tieu|chi tieu|muc dich/],
  ['tasks', /nhiem vu|giai phap/],
  ['organisation', /to chuc thuc hien|to chuc, thuc hien|hieu luc/],
  ['situation', /tinh hinh|thuc trang|nguyen nhan|ket qua dat duoc|han che|dac diem|boi canh|can cu/],
];
/** What stands below a document's last words. */
const SIGNED = /^(?:T\s*\/\s*M|TM\.|K\s*\/\s*T|KT\.|Nơi nhận|TL\.|T\/L)/u;

/** Cuts the text of a resolution into blocks, from behind its title to the signature. A text without any heading is blocks of the part `other`. */
export function readOutline(text: string): Outline {
  const paragraphs = splitParagraphs(text);
  const { title, next } = readTitle(paragraphs);
  const blocks: Block[] = [];
  /** Part that each level of numbering is in. */
  const parts: (Part | undefined)[] = [];
  for (const paragraph of paragraphs.slice(next)) {
    if (SIGNED.test(paragraph.text)) break;
    const { level, label } = readNumber(paragraph.text);
    const heading = headingOf(paragraph, label.length, level !== null);
    const depth = level ?? (isCapitals(paragraph.text) ? ROMAN : null);
    if (depth !== null) parts.length = Math.min(parts.length, depth);
    const isTop = depth !== null && depth <= ROMAN && parts.every((part) => part === undefined);
    const named = heading === null ? null : partNamed(text.slice(heading.start, heading.end), isTop);
    if (named !== null) parts[depth ?? LEVELS.length] = named;
    const part = parts.findLast((one) => one !== undefined) ?? 'other';
    blocks.push({ part, span: paragraph.span, heading, level, isPartHeading: named !== null });
  }
  return { title, blocks: withTasks(blocks) };
}

/** How a paragraph is numbered: its level as in `Block`, and its label with what parts it from the words. */
export function readNumber(text: string): { readonly level: number | null; readonly label: string } {
  for (const level of LOOKED_FOR) {
    const label = LEVELS[level]!.exec(text)?.[0];
    if (label !== undefined) return { level, label };
  }
  return { level: null, label: '' };
}

/** The first clause of a numbered paragraph, or the whole of a short line that ends without a stop. */
function headingOf({ text, span }: Paragraph, label: number, isNumbered: boolean): Span | null {
  const rest = text.slice(label);
  const clause = /^.*?(?=[.:;](?:\s|$)|$)/su.exec(rest)?.[0] ?? rest;
  const words = clause.split(/\s+/).filter((word) => word !== '').length;
  const isWhole = clause.length === rest.length || rest.slice(clause.length).trim().length <= 1;
  if (words === 0 || words > LONGEST_HEADING) return null;
  if (!isNumbered && !/^[:]/.test(rest.slice(clause.length)) && !(isWhole && !rest.endsWith('.'))) return null;
  return { start: span.start + label, end: span.start + label + clause.length };
}

/** Words of a heading that opens a part within another at most: a longer one is a task that happens to begin so. */
const SHORT_HEADING = 10;

/** A part's own heading says anywhere what it is; one within a part begins with it. */
function partNamed(heading: string, isTop: boolean): Part | null {
  const bare = withoutMarks(heading.normalize('NFC').toLowerCase());
  if (!isTop && bare.split(/\s+/).length > SHORT_HEADING) return null;
  let best: Part | null = null;
  let first = Number.POSITIVE_INFINITY;
  for (const [part, words] of PARTS) {
    const at = bare.search(words);
    if (at < 0 || at >= first || (!isTop && at > 0)) continue;
    best = part;
    first = at;
  }
  return best;
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 6 && letters === letters.toUpperCase();
}

/** Level of "1." */
const ITEM = 2;

/** A directive has no parts: what it numbers are the tasks. */
function withTasks(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ part }) => part === 'tasks')) return blocks;
  const numbered = blocks.filter(({ level, part }) => level === ITEM && part === 'other');
  if (numbered.length < 2) return blocks;
  let isTask = false;
  return blocks.map((block) => {
    if (block.part !== 'other') return block;
    if (block.level !== null && block.level <= ITEM) isTask = block.level === ITEM;
    return isTask ? { ...block, part: 'tasks' } : block;
  });
}
