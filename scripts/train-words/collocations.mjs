// @ts-check
import { Lexicon, LONGEST_WORD } from './lexicon.mjs';
import { capitalReadings, caseOfUse } from './names.mjs';
import { MOST_NUMBERS, PairCounter } from './pair-counter.mjs';
import { CAPITAL, isParted, NUMBER, UNKNOWN } from './syllables.mjs';

/** Words that join others and name nothing: part of no collocation, however often they stand beside a word. */
const FUNCTION_WORDS = `và của là các những được cho trong với có không này đó đây kia ấy đã đang sẽ khi để từ đến tới vào ra lên xuống về
  ở tại trên dưới theo bởi vì nên thì mà cũng rất hơn nhất nhiều ít một hai ba bốn năm sáu bảy tám chín mười mỗi mọi từng cả tất như vẫn còn
  lại phải bị do nếu tuy nhưng hoặc hay rồi chỉ đều tôi ta họ nó anh chị em ông bà ai gì nào đâu sao bao thế vậy qua sau trước giữa cùng
  nhau lúc hết quá chưa chẳng đừng hãy thật nữa luôn ngay mới`.split(/\s+/);
/** Two rounds of joining two make words of four syllables. */
const ROUNDS = 2;

/**
 * Listed words, and words that stand together more often than chance would have them, joined to words of up to four syllables.
 * @param {readonly Uint32Array[]} documents @param {import('./syllables.mjs').SyllableTable} table
 * @param {{ known: ReadonlySet<string>, minimum: number, npmi: number }} options `known`: listed words, as numbers of syllables joined by
 *   blanks; `npmi`: least normalised pointwise mutual information, -1..1
 */
export function buildLexicon(documents, table, { known, minimum, npmi }) {
  const lexicon = new Lexicon(singleSyllables(table));
  for (const word of known) lexicon.add(word.split(' ').map(Number));
  const silent = new Set([UNKNOWN, NUMBER, ...FUNCTION_WORDS.map((word) => table.partsOf(word)?.[0] ?? UNKNOWN)]);
  for (let round = 0; round < ROUNDS; round++) {
    const isSilent = lexicon.words.map((parts) => parts.length === 1 && silent.has(parts[0] ?? UNKNOWN));
    const counts = countPairs(documents, lexicon, isSilent, capitalReadings(lexicon, table, known));
    const found = collocations(lexicon, counts, minimum, npmi);
    for (const parts of found.slice(0, MOST_NUMBERS - lexicon.words.length)) lexicon.add(parts);
  }
  return lexicon;
}

/** @param {import('./syllables.mjs').SyllableTable} table */
const singleSyllables = (table) => table.spellings.map((_, id) => [id]).filter(([id]) => id !== UNKNOWN);

/** The most frequent ones first. @param {Lexicon} lexicon @param {ReturnType<typeof countPairs>} counts @param {number} minimum @param {number} npmi */
function collocations(lexicon, { uses, pairs, total }, minimum, npmi) {
  /** @type {{ parts: number[], count: number }[]} */
  const found = [];
  pairs.forEach((first, second, count) => {
    if (count < minimum) return;
    const expected = ((uses[first] ?? 0) * (uses[second] ?? 0)) / total;
    if (Math.log(count / expected) / -Math.log(count / total) < npmi) return;
    found.push({ parts: [...(lexicon.words[first] ?? []), ...(lexicon.words[second] ?? [])], count });
  });
  found.sort((a, b) => b.count - a.count || compareParts(a.parts, b.parts));
  return found.map(({ parts }) => parts);
}

/** @param {readonly number[]} a @param {readonly number[]} b */
function compareParts(a, b) {
  const at = a.findIndex((part, i) => part !== b[i]);
  return (a[at] ?? -1) - (b[at] ?? -1);
}

/**
 * Uses of words, and of neighbours that nothing parts and no capital marks as a name.
 * @param {readonly Uint32Array[]} documents @param {Lexicon} lexicon @param {readonly boolean[]} isSilent @param {Uint8Array} readings
 */
function countPairs(documents, lexicon, isSilent, readings) {
  const lengths = Uint8Array.from(lexicon.words, (parts) => parts.length);
  const uses = new Float64Array(lexicon.words.length);
  const pairs = new PairCounter(lexicon.words.length);
  let total = 0;
  for (const document of documents) {
    let last = -1;
    lexicon.forEachWord(document, (word, from, to) => {
      if (word >= 0) {
        uses[word] = (uses[word] ?? 0) + 1;
        total++;
      }
      const isPart = word >= 0 && !isSilent[word] && caseOfUse(document, from, to, readings[word]) !== CAPITAL;
      const fits = (lengths[last] ?? 0) + (lengths[word] ?? 0) <= LONGEST_WORD;
      if (isPart && last >= 0 && fits && !isParted(document[from] ?? 0)) pairs.add(last, word, 1);
      last = isPart ? word : -1;
    });
  }
  return { uses, pairs, total };
}
