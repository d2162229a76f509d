import type { Advisory } from '../model/assessment.js';
import { type Extraction, type FontRun, MOST_FONT_RUNS } from '../model/extraction.js';
import { mergeSpans, type Span } from '../model/span.js';
import { mixedFonts } from './messages.js';

/** Letters of a stretch in another font, from which on it is told: two sentences. Headings and emphasis are shorter. */
const SHORTEST_STRETCH = 200;
/** Share of a line's letters that one font must have: where a program puts single letters in a second font, no line is in another one. */
const WHOLE_LINE = 0.9;
const MAX_SPANS = 50;

/** A text set in one font with long stretches in others. */
interface MixedFonts {
  readonly main: string;
  /** Names of the others, by their first place. */
  readonly others: readonly string[];
  readonly stretches: readonly Span[];
}

/** Tells of long stretches in another font; they change no proposal. */
export function adviseFonts({ text, fontRuns, asides, hidden, furniture }: Extraction): Advisory[] {
  const mixed = findMixedFonts(text, fontRuns, mergeSpans([...asides, ...hidden, ...furniture]));
  if (mixed === null) return [];
  const { main, others, stretches } = mixed;
  return [{ code: 'mixed-fonts', text: mixedFonts(stretches.length, main, others), spans: stretches.slice(0, MAX_SPANS) }];
}

/** Finds stretches of neighbouring lines in another font than most of the text; null where there are none. `apart`, in order, is left out. */
function findMixedFonts(text: string, fontRuns: readonly FontRun[], apart: readonly Span[]): MixedFonts | null {
  // With more, those behind the last one that is told apart are not known.
  if (fontRuns.length >= MOST_FONT_RUNS) return null;
  const lines = linesOf(text, fontRuns, apart);
  const letters = new Map<string, number>();
  for (const line of lines) for (const [font, count] of line.letters) letters.set(font, (letters.get(font) ?? 0) + count);
  const [main] = [...letters].sort((one, other) => other[1] - one[1])[0] ?? [];
  if (main === undefined || letters.size === 1) return null;
  const stretches = joined(lines).filter(({ font, count }) => font !== null && font !== main && count >= SHORTEST_STRETCH);
  if (stretches.length === 0) return null;
  const nameOf = (family: string): string => withoutSubset(fontRuns.find(({ font }) => familyOf(font) === family)!.font);
  return {
    main: nameOf(main),
    others: [...new Set(stretches.map(({ font }) => nameOf(font!)))],
    stretches: stretches.map(({ start, end }) => ({ start, end })),
  };
}

interface Line extends Span {
  readonly letters: ReadonlyMap<string, number>;
}

/** The lines that have letters in a known font. */
function linesOf(text: string, fontRuns: readonly FontRun[], apart: readonly Span[]): Line[] {
  const lines: Line[] = [];
  let run = 0;
  let gap = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    while (run < fontRuns.length && fontRuns[run]!.end <= start) run++;
    while (gap < apart.length && apart[gap]!.end <= start) gap++;
    const isApart = gap < apart.length && apart[gap]!.start < end;
    const letters = new Map<string, number>();
    for (let at = run; at < fontRuns.length && fontRuns[at]!.start < end && !isApart; at++) {
      const { start: from, end: to, font } = fontRuns[at]!;
      const count = text.slice(Math.max(from, start), Math.min(to, end)).replace(/\s/g, '').length;
      const family = familyOf(font);
      if (count > 0) letters.set(family, (letters.get(family) ?? 0) + count);
    }
    if (letters.size > 0) lines.push({ start, end, letters });
    start = end + 1;
  }
  return lines;
}

/** Neighbouring lines of one font together; `font` is null where none has the whole line. */
function joined(lines: readonly Line[]): (Span & { font: string | null; count: number })[] {
  const stretches: (Span & { font: string | null; count: number })[] = [];
  for (const { start, end, letters } of lines) {
    const total = [...letters.values()].reduce((sum, count) => sum + count, 0);
    const font = [...letters].find(([, count]) => count >= WHOLE_LINE * total)?.[0] ?? null;
    const last = stretches.at(-1);
    if (last !== undefined && last.font === font) stretches[stretches.length - 1] = { ...last, end, count: last.count + total };
    else stretches.push({ start, end, font, count: total });
  }
  return stretches;
}

const withoutSubset = (font: string): string => font.replace(/^[A-Z]{6}\+/, '');

/** The family of a font by its name in a document or in a PDF: bold and slanted cuts belong to it, and the capitals of an old encoding. */
const familyOf = (font: string): string =>
  withoutSubset(font)
    .toLowerCase()
    .replace(/\s/g, '')
    .split(/[-,]/, 1)[0]!
    .replace(/(?:psmt|ps|mt)$/, '')
    .replace(/^(\.vn\w+)h$/, '$1');
