import type { FigureGroup, OutlineDraft, OutlineSection, SectionLevel } from '../../model/unit-report.js';

/** A paragraph of a document that an outline is read from. */
export interface OutlineParagraph {
  readonly text: string;
  /** By its style; null for what has none of a heading. */
  readonly level: number | null;
}

/** Sections of one outline; what comes behind them is no heading any more. */
const MOST_SECTIONS = 60;
const LONGEST_HEADING = 300;
const LONGEST_HINT = 1_000;
/** Letters of a line that can be a heading without a style: a sentence of text is longer. */
const LONGEST_NUMBERED = 200;

/** How headings are numbered: by parts and Roman numbers, by numbers, by numbers of numbers and by letters. */
const NUMBERS: readonly (readonly [pattern: RegExp, level: SectionLevel])[] = [
  [/^(?:phần|mục)\s+(?:thứ\s+\p{L}+|[IVX\d]+)\b/iu, 1],
  [/^[IVX]{1,6}\s*[.\-–)/]\s*\S/u, 1],
  [/^\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s+\S/u, 3],
  [/^\d{1,2}\.\d{1,2}[.)]?\s+\S/u, 3],
  [/^\d{1,2}\s*[.\-–)]\s+\S/u, 2],
  [/^[a-zđ]\s*[.)]\s+\S/u, 3],
];

/** Words of a heading by which it asks for figures, the most telling first. */
const ASKED: readonly (readonly [words: RegExp, groups: readonly FigureGroup[]])[] = [
  [/xem xét lại|khiếu nại|phúc tra/iu, ['secondLooks']],
  [/chương trình hành động|kế hoạch (?:cá nhân|hành động)/iu, ['programmes']],
  [/tiêu biểu|điển hình/iu, ['exemplary']],
  [/bài (?:thu hoạch|viết)|nộp bài/iu, ['essays', 'results']],
  [/kết quả (?:soát|chấm|đánh giá)/iu, ['results']],
  [/tài liệu/iu, ['material']],
  [/(?:số|tỷ lệ|tỉ lệ).*(?:tham gia|học tập|dự học)|học bù|học bổ sung/iu, ['attendance']],
  [/buổi học|hội nghị|tổ chức học tập|lớp học/iu, ['sessions', 'attendance']],
  [/số (?:lượng )?đảng viên|đội ngũ đảng viên/iu, ['members']],
  [/(?:các|số) (?:đơn vị|chi bộ|tổ chức đảng)|tình hình (?:nộp báo cáo|các đơn vị)/iu, ['units']],
];
/** Headings that are people's words whatever else they name. */
const TYPED =
  /ưu điểm|hạn chế|khuyết điểm|thiếu sót|nguyên nhân|kiến nghị|đề xuất|giải pháp|nhiệm vụ|phương hướng|bài học|lãnh đạo, chỉ đạo/iu;
/** What need not be written. */
const OPTIONAL = /kiến nghị|đề xuất|nếu có/iu;

/**
 * The outline that a document draws up: its headings by style, or by their numbers where none has one; what stands below a heading says what
 * to write there. Headings that ask for what is counted become figures. Without any heading there are no sections.
 */
export function outlineFrom(paragraphs: readonly OutlineParagraph[]): Pick<OutlineDraft, 'title' | 'sections'> {
  const styled = paragraphs.filter(({ level }) => level !== null).length;
  const levelOf = styled >= 2 ? styledLevels(paragraphs) : ({ text }: OutlineParagraph) => numberedLevel(text);
  const first = paragraphs.findIndex((paragraph) => levelOf(paragraph) !== null);
  if (first < 0) return { title: titleOf(paragraphs), sections: [] };
  const found: { heading: string; level: SectionLevel; hints: string[] }[] = [];
  for (const paragraph of paragraphs.slice(first)) {
    const level = levelOf(paragraph);
    if (level !== null && found.length < MOST_SECTIONS) found.push({ heading: cut(paragraph.text, LONGEST_HEADING), level, hints: [] });
    else found.at(-1)?.hints.push(paragraph.text);
  }
  const sections = found.map(({ heading, level, hints }, place) =>
    sectionOf({ heading, level, hint: cut(hints.join(' '), LONGEST_HINT), isParent: (found[place + 1]?.level ?? 0) > level }, place),
  );
  return { title: titleOf(paragraphs.slice(0, first)), sections };
}

/** The topmost style of heading in the document is level 1. */
function styledLevels(paragraphs: readonly OutlineParagraph[]): (paragraph: OutlineParagraph) => SectionLevel | null {
  const used = [...new Set(paragraphs.flatMap(({ level }) => level ?? []))].sort((one, other) => one - other);
  return ({ level }) => (level === null ? null : (Math.min(3, used.indexOf(level) + 1) as SectionLevel));
}

function numberedLevel(text: string): SectionLevel | null {
  if (text.length > LONGEST_NUMBERED) return null;
  return NUMBERS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function sectionOf(
  { heading, level, hint, isParent }: { heading: string; level: SectionLevel; hint: string; isParent: boolean },
  place: number,
): OutlineSection {
  const id = `muc-${place + 1}`;
  const groups = TYPED.test(heading) ? [] : (ASKED.find(([words]) => words.test(heading))?.[1] ?? []);
  // A heading with others below it only gathers them, unless something is asked for right there.
  const isFigures = groups.length > 0 || (isParent && hint === '');
  if (isFigures) return { id, heading, level, kind: 'figures', groups: isParent ? [] : groups, hint: '', isRequired: false };
  return { id, heading, level, kind: 'text', groups: [], hint, isRequired: !OPTIONAL.test(heading) };
}

/** What is set in bold or capitals before the first heading, the names of the issuer and the Party left out. */
function titleOf(paragraphs: readonly OutlineParagraph[]): string {
  const title = paragraphs.find(({ text }) => /đề cương|báo cáo/iu.test(text) && !/^số/iu.test(text));
  return cut(title?.text ?? '', LONGEST_HEADING).replace(/^đề cương\s+/iu, '');
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
