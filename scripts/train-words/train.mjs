// @ts-check
import { countNeighbours, positiveInformation } from './co-occurrence.mjs';
import { buildLexicon } from './collocations.mjs';
import { factorise, leastRows } from './factorise.mjs';
import { readFolder } from './read-folder.mjs';
import { chooseVocabulary, LEAST_DOCUMENTS } from './vocabulary.mjs';

/** What was trained on 0.4 million words told subjects apart markedly worse than the shipped numbers; below this a word has hardly any company to be known by. */
const LEAST_SYLLABLES = 200_000;
/** A word counts from LEAST_DOCUMENTS documents on, so a few long ones give none. */
const LEAST_FILES = 50;

/** The folder's text does not do for training; the message says why. */
export class TooLittleText extends Error {}

/**
 * Trains word vectors from the texts of a folder.
 * @param {Awaited<ReturnType<typeof import('./read-folder.mjs').loadProduct>>} product @param {string} folder
 * @param {{ listed: readonly string[], minimum: number, npmi: number, dimensions: number, most: number }} options
 * @param {(line: string) => void} note
 */
export async function trainWords(product, folder, options, note) {
  const { table, documents, repeated } = await readFolder(product, folder, options.listed, note);
  const syllables = documents.reduce((sum, { length }) => sum + length, 0);
  note(`${documents.length} documents, ${syllables} syllables; ${repeated} files were repeated and count once`);
  requireText(documents.length, syllables);

  const known = new Set(options.listed.map((word) => table.partsOf(word)?.join(' ')).filter((word) => word !== undefined));
  const lexicon = buildLexicon(documents, table, { ...options, known });
  const vocabulary = chooseVocabulary(documents, lexicon, table, { ...options, known });
  const { words, leftOut } = vocabulary;
  note(
    `${words.length} words; left out: ${leftOut.rare} too rare or in fewer than ${LEAST_DOCUMENTS} documents, ${leftOut.names} that are mostly written with a capital`,
  );
  requireWords(words.length, options);

  const pairs = countNeighbours(documents, vocabulary);
  const matrix = positiveInformation(pairs, words.length);
  note(`${pairs.size} pairs of neighbours, ${matrix.values.length} of their directions beyond chance`);
  return { vocabulary, rows: factorise(matrix, options.dimensions) };
}

/** @param {number} documents @param {number} syllables */
function requireText(documents, syllables) {
  if (syllables >= LEAST_SYLLABLES && documents >= LEAST_FILES) return;
  throw new TooLittleText(
    `The folder holds ${syllables} Vietnamese syllables in ${documents} different documents; training needs at least ${LEAST_SYLLABLES} in ${LEAST_FILES}. ` +
      `A word is known by the words around it, so it must be met dozens of times; from less text, words come out near to each other by chance. ` +
      `Two million syllables (2,000 essays) and more are better. Add files, or keep the words that are shipped.`,
  );
}

/** @param {number} words @param {{ dimensions: number, minimum: number }} options */
function requireWords(words, { dimensions, minimum }) {
  if (words >= leastRows(dimensions)) return;
  throw new TooLittleText(
    `Only ${words} words are met ${minimum} times and in ${LEAST_DOCUMENTS} documents; ${dimensions} dimensions need ${leastRows(dimensions)}. ` +
      `Add texts on more subjects, or ask for fewer dimensions.`,
  );
}
