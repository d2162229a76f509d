import type { LaidGlyph } from './laid-glyph.js';

/** Accents that stand alone in their font, by the marks that they are once laid over a letter. */
const ACCENTS = new Map([
  ['`', '\u0300'],
  ['´', '\u0301'],
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['˘', '\u0306'],
]);
/** Marks that make another letter (ô, ă, ơ) come before the marks of tones. */
const SHAPE = /^[\u0302\u0306\u031B]$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]+$/;
/** How far from its letter a mark may be placed, in sizes of the letter: before it, behind it, and up or down. */
const BEFORE = 0.05;
const NEAR = 0.4;
const REACH = 0.9;
/** Letters looked at for one mark: a page has a hundred lines, of which as many letters end at one place. */
const MOST_LOOKED_AT = 500;

/**
 * Joins marks that are glyphs of their own to their letters, as files have them whose text is decomposed (NFD): to the letter shown just
 * before, else to the one that stands there. Gives the glyphs without the marks.
 */
export function attachMarks(glyphs: readonly LaidGlyph[]): readonly LaidGlyph[] {
  if (!glyphs.some(({ text }) => isMark(text) || ACCENTS.has(text))) return glyphs;
  const bases: LaidGlyph[] = [];
  const lost: LaidGlyph[] = [];
  for (const glyph of glyphs) {
    const last = bases.at(-1);
    const mark = isMark(glyph.text) ? glyph.text : ACCENTS.get(glyph.text);
    if (mark !== undefined && last !== undefined && (isMark(glyph.text) ? isNear(glyph, last) : isLaidOver(glyph, last))) add(last, mark);
    else if (isMark(glyph.text)) lost.push(glyph);
    else {
      const accent = last === undefined ? undefined : ACCENTS.get(last.text);
      // Typesetters may show the accent first, the letter over it.
      if (accent !== undefined && isLaidOver(last!, glyph)) {
        bases.pop();
        add(glyph, accent);
      }
      bases.push(glyph);
    }
  }
  return lost.length === 0 ? bases : [...bases, ...attachLost(bases, lost)];
}

/** Gives the marks that no letter stands near. */
function attachLost(bases: readonly LaidGlyph[], lost: readonly LaidGlyph[]): LaidGlyph[] {
  const ordered = bases.filter(({ isBlank }) => !isBlank).sort((one, other) => one.left - other.left);
  return lost.filter((mark) => {
    const base = baseOf(mark, ordered);
    if (base !== undefined) add(base, mark.text);
    return base === undefined;
  });
}

/** The letter that begins nearest before a mark. */
function baseOf(mark: LaidGlyph, ordered: readonly LaidGlyph[]): LaidGlyph | undefined {
  const middle = mark.left + (mark.right - mark.left) / 2;
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const center = (low + high) >> 1;
    if (ordered[center]!.left < middle - 0.01) low = center + 1;
    else high = center;
  }
  const end = Math.max(0, low - MOST_LOOKED_AT);
  for (let i = low - 1; i >= end && middle - ordered[i]!.left < 2 * mark.size; i--) if (isNear(mark, ordered[i]!)) return ordered[i];
  return undefined;
}

function add(base: LaidGlyph, mark: string): void {
  const tones = SHAPE.test(mark) ? (TONES.exec(base.text)?.[0] ?? '') : '';
  base.text = `${base.text.slice(0, base.text.length - tones.length)}${mark}${tones}`;
}

function isMark(text: string): boolean {
  return /^\p{M}+$/u.test(text);
}

function isNear(mark: LaidGlyph, base: LaidGlyph): boolean {
  const middle = (mark.left + mark.right) / 2;
  const isBeside = middle >= base.left - BEFORE * base.size && middle <= base.right + NEAR * base.size;
  return isBeside && !base.isBlank && Math.abs(mark.baseline - base.baseline) <= REACH * base.size;
}

function isLaidOver(accent: LaidGlyph, letter: LaidGlyph): boolean {
  const middle = (accent.left + accent.right) / 2;
  const isWithin = middle > letter.left && middle < letter.right && accent.left < letter.right && letter.left < accent.right;
  return isWithin && isNear(accent, letter) && /^\p{L}/u.test(letter.text);
}
