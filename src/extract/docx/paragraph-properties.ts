import type { HiddenKind } from '../../model/extraction.js';
import type { Color } from '../color.js';
import type { XmlElement } from '../xml-stream.js';
import { shadingOf } from './run-properties.js';
import type { Theme } from './theme.js';

/** What one w:pPr says about how text looks; what it leaves open is undefined. Lengths are twentieths of a point. */
export interface ParagraphProperties {
  shading?: Color | 'auto' | undefined;
  /** Height of a line; where `lineRule` is `auto`, in 240ths of that which the font asks for. */
  line?: number | undefined;
  lineRule?: string | undefined;
  /** How far the lines begin from the margin, and the first one from the others. */
  left?: number | undefined;
  first?: number | undefined;
}

/** What is in force where `upper` stands over `lower`. */
export function overlayParagraph(lower: ParagraphProperties, upper: ParagraphProperties): ParagraphProperties {
  return {
    shading: upper.shading ?? lower.shading,
    line: upper.line ?? lower.line,
    lineRule: upper.lineRule ?? lower.lineRule,
    left: upper.left ?? lower.left,
    first: upper.first ?? lower.first,
  };
}

/** Notes what a child of w:pPr says. */
export function collectParagraphProperty(properties: ParagraphProperties, element: XmlElement, theme: Theme): void {
  const { name } = element;
  if (name === 'w:shd') properties.shading = shadingOf(element, theme);
  else if (name === 'w:spacing') {
    properties.line = twips(element.get('w:line')) ?? properties.line;
    properties.lineRule = element.get('w:lineRule') ?? properties.lineRule;
  } else if (name === 'w:ind') {
    properties.left = twips(element.get('w:start') ?? element.get('w:left')) ?? properties.left;
    const hanging = twips(element.get('w:hanging'));
    properties.first = hanging === undefined ? (twips(element.get('w:firstLine')) ?? properties.first) : -hanging;
  }
}

/** Lines up to this are a blur on paper: two points, or a tenth of what the font asks for. */
const TINY_LINE = { exact: 40, auto: 24 } as const;
/** No margin is so wide (7 cm), and no sheet in use (A3 across has 42 cm). */
const WIDEST_MARGIN = 4000;
const WIDEST_SHEET = 23_800;

/** How all text of a paragraph is hidden; null where it is seen. */
export function hiddenByParagraph({ line = 240, lineRule, left = 0, first = 0 }: ParagraphProperties): HiddenKind | null {
  const tiny = lineRule === 'exact' ? TINY_LINE.exact : lineRule === 'atLeast' ? 0 : TINY_LINE.auto;
  if (line > 0 && line <= tiny) return 'tiny';
  const isOffPage = [left, left + first].some((start) => start < -WIDEST_MARGIN || start > WIDEST_SHEET);
  return isOffPage ? 'offpage' : null;
}

/** Twentieths of a point in a unit of length, which strict files may give. */
const UNITS: Readonly<Record<string, number>> = { '': 1, pt: 20, pc: 240, pi: 240, in: 1440, cm: 567, mm: 56.7 };

function twips(value: string | undefined): number | undefined {
  const match = /^(-?\d{1,7}(?:\.\d{1,6})?)(pt|pc|pi|in|cm|mm|)$/.exec(value ?? '');
  return match === null ? undefined : Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1);
}
