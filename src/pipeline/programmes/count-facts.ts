import type { TextFacts } from '../../model/generic-text.js';
import type { Span } from '../../model/span.js';
import { OWN, type Token } from '../../model/tokens.js';
import { normalise } from '../../normalise/normalise.js';
import { findFacts, type KnownWriter } from '../../score/own-facts.js';

/** Days, months and quarters. A year alone is none: every resolution names some. */
const DATES =
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}|\/\d{1,2})|tháng\s+\d{1,2}\s*(?:\/\s*\d{4}|năm\s+\d{4})|quý\s+(?:I{1,3}|IV|[1-4])\b|\b\d{1,2}\/\d{4}\b/giu;

/** How often a text says a number, a day, or a name of its own unit, in its own words. */
export function countFacts(writer: KnownWriter, names: readonly string[]): Pick<TextFacts, 'figures' | 'dates' | 'names'> {
  const { text, tokens, kinds } = writer;
  const dates = [...text.matchAll(DATES)]
    .map(({ 0: found, index }): Span => ({ start: index, end: index + found.length }))
    .filter((date) => tokens.some((token, at) => kinds[at] === OWN && isWithin(token.span, date)));
  const figures = findFacts(writer).filter(({ from, to, keys }) => {
    const isNumber = keys.some((key) => /\d/.test(key)) || !/^\p{Lu}/u.test(text.slice(tokens[from]!.span.start));
    return isNumber && !dates.some((date) => tokens.slice(from, to).some(({ span }) => isWithin(span, date)));
  });
  return { figures: figures.length, dates: dates.length, names: countNames(writer, names) };
}

const isWithin = (span: Span, { start, end }: Span): boolean => span.start >= start && span.end <= end;

/** Places where one of the names stands, longer names first, none counted twice. */
function countNames({ tokens, kinds }: KnownWriter, names: readonly string[]): number {
  const wanted = new Map<string, string[][]>();
  for (const keys of new Map(names.flatMap((name) => ownPart(name) ?? []).map((keys) => [keys.join(' '), keys])).values())
    wanted.set(
      keys[0]!,
      [...(wanted.get(keys[0]!) ?? []), keys].sort((one, other) => other.length - one.length),
    );
  let count = 0;
  for (let at = 0; at < tokens.length; ) {
    const found = wanted.get(tokens[at]!.key)?.find((keys) => keys.every((key, i) => kinds[at + i] === OWN && tokens[at + i]?.key === key));
    if (found !== undefined) count++;
    at += found?.length ?? 1;
  }
  return count;
}

/**
 * What of a name is its own: the run of capitals or numbers at its end ("Đảng ủy xã Mả Vối" has "Mả Vối"). A single syllable goes with
 * the word before it ("thôn Hạ"), a number with the two before it ("Chi bộ 5"). A list of one, or nothing.
 */
function ownPart(name: string): [string[]] | null {
  const { tokens } = normalise(name);
  const word = ({ span }: Token): string => name.slice(span.start, span.end);
  let from = tokens.length;
  while (from > 0 && /^(?:\p{Lu}|\d)/u.test(word(tokens[from - 1]!))) from--;
  const isShort = tokens.length - from === 1;
  const before = isShort && /^\d/.test(word(tokens[from]!)) ? 2 : isShort ? 1 : 0;
  const keys = tokens.slice(Math.max(0, from - before)).map(({ key }) => key);
  return from === tokens.length || keys.length < 2 ? null : [keys];
}
