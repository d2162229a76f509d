// @ts-check
// Trains the word vectors that tell which words speak of one subject, from a folder of texts of one's own (docs/words.md).
//   npm run train-words -- FOLDER --out FOLDER [--lexicon FILE|none] [--dimensions 96] [--minimum 10] [--npmi 0.42] [--words 26000] [--look WORD,WORD] [--dist dist]
// --lexicon  list of words that are looked for, beside those that are found: the shipped one unless given
// --minimum  times that a word must be met; single syllables three times as often
// --npmi     how much more often than by chance syllables must stand together to be a word, 0 to 1
// --words    how many words at most, the most frequent ones
// --look     words whose neighbours are shown; some that are frequent unless given
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { neighbours, wordsToLookAt } from './train-words/neighbours.mjs';
import { MOST_NUMBERS } from './train-words/pair-counter.mjs';
import { loadProduct } from './train-words/read-folder.mjs';
import { TooLittleText, trainWords } from './train-words/train.mjs';
import { readWordList, writeWordFiles } from './train-words/word-files.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '' },
    lexicon: { type: 'string', default: '' },
    dimensions: { type: 'string', default: '96' },
    minimum: { type: 'string', default: '10' },
    npmi: { type: 'string', default: '0.42' },
    words: { type: 'string', default: '26000' },
    look: { type: 'string', default: '' },
    dist: { type: 'string', default: 'dist' },
  },
});
const started = performance.now();
const note = (/** @type {string} */ line) => console.error(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}`);

try {
  await main();
} catch (error) {
  // What has a code is a folder or file that cannot be had; its message names it.
  if (!(error instanceof TooLittleText || error instanceof RangeError || (error instanceof Error && 'code' in error))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main() {
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0 || values.out === '')
    throw new RangeError('usage: npm run train-words -- FOLDER --out FOLDER');
  const dimensions = numberOf('dimensions', 8, 512);
  const shipped = readWordList(join(values.dist, 'vietnamese/words/vi-words.tsv'));
  const listed = values.lexicon === 'none' ? [] : values.lexicon === '' ? shipped : readWordList(values.lexicon);
  const product = await loadProduct(values.dist);
  const options = {
    listed,
    dimensions,
    minimum: numberOf('minimum', 2, 1e6),
    npmi: numberOf('npmi', 0, 1),
    most: numberOf('words', 1, MOST_NUMBERS),
  };
  const { vocabulary, rows } = await trainWords(product, folder, options, note);
  writeWordFiles(values.out, vocabulary, rows, dimensions);
  note(`written to ${values.out}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
  tell(product, vocabulary.words, shipped);
}

/** @param {'dimensions' | 'minimum' | 'npmi' | 'words'} name @param {number} least @param {number} most */
function numberOf(name, least, most) {
  const value = Number(values[name]);
  if (!(value >= least && value <= most) || (name !== 'npmi' && !Number.isInteger(value)))
    throw new RangeError(`--${name} ${values[name]}: from ${least} to ${most}`);
  return value;
}

/** @param {Awaited<ReturnType<typeof loadProduct>>} product @param {readonly string[]} words @param {readonly string[]} shipped */
function tell(product, words, shipped) {
  const there = new Set(words.map(product.keyOf));
  const missing = shipped.filter((word) => !there.has(product.keyOf(word)));
  console.log(
    `${missing.length} of the ${shipped.length} words of the shipped file are missing, first of all: ${missing.slice(0, 12).join(', ') || 'none'}`,
  );
  const vectors = product.readVectors(
    readFileSync(join(values.out, 'vi-words.bin')),
    readFileSync(join(values.out, 'vi-words.tsv'), 'utf8'),
  );
  for (const word of values.look === '' ? wordsToLookAt(words) : values.look.split(',')) {
    const near = neighbours(vectors, word, 6).map((one) => `${one.word} ${one.cosine.toFixed(2)}`);
    console.log(`${word}: ${near.join(', ') || 'not in the list'}`);
  }
}
