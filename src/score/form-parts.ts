import type { Writer } from '../model/submission.js';
import type { Token } from '../model/tokens.js';
import { type BareText, type Line, linesOf, toBareText } from './bare-text.js';
import { findFormFields } from './form-fields.js';
import { LOOSE_POSTS, POSTS, TITLE, UNITS } from './form-words.js';
import { hasSigningDate } from './signing-date.js';

export const FORM_PARTS = ['name', 'unit', 'post', 'date'] as const;
/** What the heading and foot of an essay say of whoever wrote it, and when. */
export type FormPart = (typeof FORM_PARTS)[number];

/** Tokens at the head and at the foot among which people say who they are. */
const HEAD = 120;
const FOOT = 60;
/** A Vietnamese name has two syllables or more, and seldom more than six. */
const SHORTEST_NAME = 2;
const LONGEST_NAME = 6;

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
/** "Bài thu hoạch của ông Nghiêm Xuân Tựu", "Tôi tên Ngô Bảo Quyên", "Người viết: Kỹ sư Hà Đình Phấn": up to four words of title may precede the name. */
const INTRODUCED =
  /^(?!chi bo|don vi|co quan|noi |dang bo|kinh|ve |nghi|phan |cau )[a-z]+(?: [a-z]+){0,3} ?: ?$|(?:^|[.,:;–-] ?|\n)(?:(?:bai|ban)(?: viet)? thu hoach(?: ca nhan)?(?: cua)?|thu hoach cua|(?:ten )?toi(?: ten)?(?: la)?|em(?: ten)? la|nguoi viet(?: thu hoach)?|ho (?:va )?ten|dang vien)\b[ :–-]*(?:[a-z]+ ){0,4}?$/;
/** Runs of capitals that are no name. */
const NO_NAME =
  /^(?:nghi quyet|chi thi|ket luan|ban chap|dang bo|dang uy|dai hoi|chi bo|huyen uy|tinh uy|hoi dong|uy ban|xa|phuong|thi tran|huyen|thon|ban thu|bai thu|nguoi|kinh|xin|phan (?:thu|i+|\d)|cau|muc)\b/;
const POST = new RegExp(`\\b${anyOf(POSTS)}\\b`);
const STARTS_WITH_POST = new RegExp(`^[\\s–-]*${anyOf([...POSTS, ...LOOSE_POSTS])}\\b`);
/** "tôi là một kế toán", "là giáo viên chủ nhiệm, tôi", "với cương vị phó bí thư". */
const SELF = new RegExp(
  `(?:\\b(?:la|lam|cuong vi|vai tro|nhiem vu)(?: mot| nguoi| dong chi| nu| chan| nghe| can bo){0,3} ${anyOf([...POSTS, ...LOOSE_POSTS.slice(1, 3)])})\\b`,
);
/** In the first lines, which mostly say nothing else, wherever it stands in them. */
const FIRST_LINES = 3;
const SHORT_LINE = 14;
const NAMES_UNIT = new RegExp(`\\b${anyOf(UNITS)} [a-z0-9]`);
const UNIT = new RegExp(`(?:^|[,;:(–-] ?|\\b(?:tai|o|thuoc|gui|sinh hoat dang tai|chi uy) )${anyOf(UNITS)} [a-z0-9]`);
/** "chi bộ thôn Đồng Sậy", not "trong chi bộ góp ý". */
const CELL = new RegExp(`\\b(?:chi bo|chi uy) (?:so )?(?:${anyOf(UNITS.slice(2))}|truong|ban|khoi|khoa|hoi|doan|\\d)`);
/** What stands behind a name and is no post: a year of birth, a date, the unit. */
const NO_POST = new RegExp(
  `^(?:${anyOf(UNITS.filter((unit) => unit !== 'hat'))}|sinh|nam|ngay|thang|dang vien|doan vien|toi|sau|da|xin|tuoi)\\b`,
);

/**
 * What an essay says of whoever wrote it: in fields of a form, and in the many other ways that people write it. Generous, since a
 * part that is called missing and stands there makes every other note doubtful.
 */
export function findFormParts(text: string, tokens: readonly Token[], bare: BareText = toBareText(text, tokens)): ReadonlySet<FormPart> {
  const fields = findFormFields(text, tokens);
  const heading = headingOf(bare);
  const names = heading.flatMap((line) => nameIn(line, text, bare));
  const found = new Set<FormPart>();
  if (names.length > 0 || fields.name.some(({ from, to }) => to - from >= SHORTEST_NAME)) found.add('name');
  if (fields.unit.length > 0 || heading.some(isUnitLine)) found.add('unit');
  if (fields.post.length > 0 || heading.some(isPostLine) || names.some(isFollowedByPost) || SELF.test(bare.text)) found.add('post');
  if (hasSigningDate(bare)) found.add('date');
  return found;

  function isFollowedByPost(end: number): boolean {
    const rest = bare.text.slice((bare.starts[end - 1] ?? 0) + tokens[end - 1]!.bareKey.length).split('\n', 1)[0]!;
    const [separator = '', word = ''] =
      /^(?: ?[,;–(-] ?)(?:(?:\d+ tuoi|sinh nam \d+)(?: doi| dang)?[,;. ]+)*([a-z]+(?: [a-z]+)*)/.exec(rest) ?? [];
    return separator !== '' && !NO_POST.test(word);
  }
}

/** The lines of head and foot; of a line that is longer, only what of it lies there. */
function headingOf(bare: BareText): Line[] {
  const { length } = bare.tokens;
  const zones = length <= HEAD + FOOT ? [[0, length] as const] : [[0, HEAD] as const, [length - FOOT, length] as const];
  return linesOf(bare).flatMap((line) =>
    zones.flatMap(([start, end]) => {
      const [from, to] = [Math.max(line.from, start), Math.min(line.to, end)];
      return from < to
        ? [{ from, to, bare: from === line.from && to === line.to ? line.bare : bare.text.slice(bare.starts[from], bare.starts[to]) }]
        : [];
    }),
  );
}

function isUnitLine({ from, to, bare }: Line, place: number): boolean {
  const isShort = place < FIRST_LINES && to - from <= SHORT_LINE;
  return CELL.test(bare) || (!TITLE.test(bare) && (UNIT.test(bare) || (isShort && NAMES_UNIT.test(bare))));
}

function isPostLine({ bare }: Line): boolean {
  return !TITLE.test(bare) && !/^kinh gui/.test(bare) && (POST.test(bare) || STARTS_WITH_POST.test(bare));
}

/** Ends of the names in a line: behind words that introduce one, or alone on a line of its own, as a signature. */
function nameIn({ from, to }: Line, text: string, bare: BareText): number[] {
  const { tokens, starts } = bare;
  const isCapital = (i: number): boolean => /^\p{Lu}/u.test(text.slice(tokens[i]!.span.start, tokens[i]!.span.end).normalize('NFC'));
  const isJoined = (i: number): boolean => /^[ \u00a0]*$/.test(text.slice(tokens[i - 1]!.span.end, tokens[i]!.span.start));
  const words = tokens.slice(from, to);
  const isShouted = !/\p{Ll}/u.test(text.slice(words[0]!.span.start, words.at(-1)!.span.end));
  const ends: number[] = [];
  for (let start = from; start < to; start++) {
    if (!isCapital(start) || (start > from && isCapital(start - 1) && isJoined(start))) continue;
    let end = start + 1;
    while (end < to && isCapital(end) && isJoined(end)) end++;
    const name = tokens.slice(start, end);
    if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME || NO_NAME.test(name.map(({ bareKey }) => bareKey).join(' '))) continue;
    const before = bare.text.slice(starts[from], starts[start]);
    const isOwner = / cua (?:ong |ba |dong chi )?$/.test(before) && name.length > SHORTEST_NAME;
    const isSignature = start === from && (end === to ? !isShouted || name.length <= 5 : name.length > SHORTEST_NAME && isSetOff(end));
    if (isSignature || (!isShouted && (isOwner || INTRODUCED.test(before)))) ends.push(end);
  }
  return ends;

  /** A comma, a dash or a bracket behind the name: "Ngô Bảo Quyên, 25/4/2026". */
  function isSetOff(end: number): boolean {
    return /^\s*[,;(–-]/.test(text.slice(tokens[end - 1]!.span.end, tokens[end]!.span.start));
  }
}

const LABELS: readonly (readonly [FormPart, RegExp])[] = [
  ['name', /\b(?:ho (?:va )?ten|ten toi la|nguoi viet)\b/],
  ['unit', /\b(?:don vi|co quan|chi bo|noi sinh hoat|noi cong tac|dang bo)\b/],
  ['post', /\b(?:chuc vu|chuc danh|nghe nghiep|nhiem vu dang|cong viec (?:dang|duoc))\b|(?:^|\n)(?:nhiem vu|cong viec)[^\n]{0,20}:/],
  ['date', /\bngay\b[^\n]{0,12}\bthang\b[^\n]{0,12}\bnam\b/],
];

/** What the forms of a campaign ask for; without a form, or with one that asks for nothing of this, all of it. */
export function partsAsked(forms: readonly BareText[]): ReadonlySet<FormPart> {
  const asked = LABELS.filter(([, label]) => forms.some(({ text }) => label.test(text))).map(([part]) => part);
  return new Set(asked.length > 0 ? asked : FORM_PARTS);
}

/** The parts that are asked for and stand nowhere. Who is listed with unit and post need not write them: whoever listed them knows. */
export function missingParts(found: ReadonlySet<FormPart>, asked: ReadonlySet<FormPart>, { unit, post }: Writer): FormPart[] {
  const listed: Partial<Record<FormPart, boolean>> = { unit: unit !== '', post: post !== '' };
  return FORM_PARTS.filter((part) => asked.has(part) && !found.has(part) && listed[part] !== true);
}
