import type { ComparisonJson } from '../api/comparison.js';
import { showPlainly } from '../api/odd-characters.js';
import { formatCount, formatShare } from '../model/format.js';
import type { TextComparison } from '../pipeline/compare-files.js';
import { clip } from './terminal/lines.js';

/** Cells of a passage's beginning that the terminal shows. */
const OPENING_CELLS = 90;

/** A comparison as `compare --json` writes it. */
export function toComparisonJson(first: string, second: string, comparison: TextComparison): ComparisonJson {
  const { similarityOfFirst, similarityOfSecond, jaccard, passages, quoted } = comparison;
  return {
    first,
    second,
    similarityOfFirst,
    similarityOfSecond,
    jaccard,
    passages: passages.map((passage) => ({ ...passage })),
    quoted: { first: [...quoted.first], second: [...quoted.second] },
  };
}

/** A comparison for the terminal: the two shares, then each passage with how it begins in the first text. */
export function comparisonToTerminal(first: string, second: string, firstText: string, comparison: TextComparison): string {
  const [one, two] = [showPlainly(first), showPlainly(second)];
  const lines = [
    `${one}: ${formatShare(comparison.similarityOfFirst)} phần tự viết trùng khớp với ${two}`,
    `${two}: ${formatShare(comparison.similarityOfSecond)} phần tự viết trùng khớp với ${one}`,
    '',
  ];
  if (comparison.passages.length === 0) lines.push('Không có đoạn nào đủ dài để hiển thị.');
  for (const [i, { first: span, syllables, identical }] of comparison.passages.entries()) {
    // Far more than is shown, so that only what is not shown can be cut within a letter.
    const opening = clip(showPlainly(firstText.slice(span.start, Math.min(span.end, span.start + 1000))), OPENING_CELLS);
    lines.push(`Đoạn ${i + 1}: ${formatCount(syllables)} âm tiết, giống ${formatShare(identical)}: “${opening}”`);
  }
  return `${lines.join('\n')}\n`;
}
