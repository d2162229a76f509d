import type { ComparisonJson } from '../api/comparison.js';
import { formatCount, formatShare } from '../model/format.js';
import type { TextComparison } from '../pipeline/compare-files.js';

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
  const lines = [
    `${first}: ${formatShare(comparison.similarityOfFirst)} phần tự viết trùng khớp với ${second}`,
    `${second}: ${formatShare(comparison.similarityOfSecond)} phần tự viết trùng khớp với ${first}`,
    '',
  ];
  if (comparison.passages.length === 0) lines.push('Không có đoạn nào đủ dài để hiển thị.');
  for (const [i, { first: span, syllables, identical }] of comparison.passages.entries()) {
    const opening = firstText.slice(span.start, span.start + 90).replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
    lines.push(`Đoạn ${i + 1}: ${formatCount(syllables)} âm tiết, giống ${formatShare(identical)}: “${opening}…”`);
  }
  return `${lines.join('\n')}\n`;
}
