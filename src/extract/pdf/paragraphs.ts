import type { Line } from './lines.js';

/** Distance of two baselines, in those of the column, from which on a paragraph ends between them. */
const WIDER = 1.25;
/** Sizes that differ by this share are of two paragraphs. */
const OTHER_SIZE = 0.15;
/** An indent, in sizes of the font. */
const INDENT = 0.8;
/** What a line may end short of its column, in sizes of the font, before it tells anything. */
const SHORT = 0.5;

/** For each line of a column, whether a paragraph ends with it; the last one is left to what comes after. */
export function paragraphEnds(lines: readonly Line[]): boolean[] {
  const right = lines.reduce((most, line) => Math.max(most, line.right), Number.NEGATIVE_INFINITY);
  const usual = usualDistance(lines);
  return lines.map((line, i) => {
    const next = lines[i + 1];
    if (next === undefined) return false;
    const size = Math.max(line.size, next.size);
    if (Math.abs(line.size - next.size) > OTHER_SIZE * size) return true;
    if (line.baseline - next.baseline > WIDER * (usual ?? 1.4 * size)) return true;
    return isShort(line, next, right) || isIndented(line, next, lines[i + 2]);
  });
}

/** Whether the first word of the next line would have found room at the end of this one. */
function isShort(line: Line, next: Line, right: number): boolean {
  const room = right - line.right;
  return room > SHORT * line.size && room > firstWordWidth(next) + 0.3 * line.size;
}

function isIndented(line: Line, next: Line, afterNext: Line | undefined): boolean {
  const indent = INDENT * next.size;
  // A hanging indent is none: there all further lines stand as far in.
  return next.left - line.left > indent && (afterNext === undefined || next.left - afterNext.left > indent);
}

function firstWordWidth(line: Line): number {
  const end = line.glyphs.findIndex(({ isAfterSpace }) => isAfterSpace);
  return (line.glyphs.at(end === -1 ? -1 : end - 1)?.glyph.right ?? line.right) - line.left;
}

/** The distance of baselines that most lines keep: the lower quartile, since paragraphs and headings stand further apart. */
function usualDistance(lines: readonly Line[]): number | undefined {
  const distances = lines.slice(1).map((line, i) => lines[i]!.baseline - line.baseline);
  const close = distances.filter((distance, i) => distance < 3 * lines[i]!.size && distance > 0).sort((one, other) => one - other);
  return close.length < 3 ? undefined : close[close.length >> 2];
}
