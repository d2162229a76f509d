import stringWidth from 'string-width';

const GRAPHEMES = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Cells of a terminal that a text takes; composed and decomposed Vietnamese take the same. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text if it fits, else its beginning with "…". */
export function clip(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${headOf(text, width - 1).trimEnd()}…`;
}

/** A file name that loses its folders first, then its middle: the writer stands at its beginning or at its end. */
export function fitName(name: string, width: number): string {
  if (widthOf(name) <= width) return name;
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (base !== name && widthOf(base) + 2 <= width) return `…/${base}`;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(base)?.[0] ?? '';
  const stem = base.slice(0, base.length - ending.length);
  const tail = width >= 20 ? `${tailOf(stem, Math.floor((width - 1 - widthOf(ending)) / 2)).trimStart()}${ending}` : ending;
  return `${headOf(base, width - 1 - widthOf(tail)).trimEnd()}…${tail}`;
}

/** Fills a text up to a width, at its right or, for figures, at its left. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

/** Breaks a text at spaces into lines of at most `width` cells; a longer word is broken too. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => breakWord(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function breakWord(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (widthOf(rest) > width) {
    const head = headOf(rest, width);
    if (head === '') break;
    parts.push(head);
    rest = rest.slice(head.length);
  }
  return [...parts, rest];
}

function headOf(text: string, width: number): string {
  let used = 0;
  let head = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    head += segment;
  }
  return head;
}

function tailOf(text: string, width: number): string {
  const segments = [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
  let tail = '';
  while (segments.length > 0) {
    const longer = `${segments.pop()}${tail}`;
    if (widthOf(longer) > width) break;
    tail = longer;
  }
  return tail;
}
