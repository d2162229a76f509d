// @ts-check
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addText, NUMBER_WORD, SyllableTable } from './syllables.mjs';

/** A text is normalised in pieces of this many UTF-16 units, cut at ends of lines. */
const PIECE = 200_000;
/** Bytes of one plain text file: it is held in memory while it is read. */
const TEXT_BYTES = 200 * 2 ** 20;
/** After so many files a line says how far it is. */
const TOLD_EVERY = 5_000;
/** Files that are read ahead, so that the reading processes have work. */
const AHEAD = 16;

/** The built program as training uses it. @param {string} build folder with the compiled modules */
export async function loadProduct(build) {
  /** @param {string} path @returns {Promise<any>} */
  const load = (path) => import(pathToFileURL(join(resolve(build), path)).href);
  const { withSandbox, DEFAULT_JOBS } = await load('cli/house.js');
  const { decodeText } = await load('extract/plain-text.js');
  const { EXTRACT_LIMITS } = await load('model/extraction.js');
  const { normalise } = await load('normalise/normalise.js');
  const { readEssayText } = await load('normalise/read-essay.js');
  const { describeWord, SYLLABLE } = await load('normalise/syllable.js');
  const { collectInputs } = await load('pipeline/intake/collect.js');
  const { isReadable } = await load('pipeline/read-essay.js');
  const { findWords, readWordVectors } = await load('vietnamese/word-vectors.js');
  return {
    withSandbox,
    jobs: DEFAULT_JOBS,
    limits: EXTRACT_LIMITS,
    decodeText,
    normalise,
    readEssayText,
    speller: { describeWord, SYLLABLE },
    collectInputs,
    isReadable,
    findWords,
    /** Spellings of one word have one key. @param {string} word */
    keyOf: (word) =>
      word
        .split(' ')
        .map((syllable) => (syllable === NUMBER_WORD ? syllable : describeWord(syllable).key))
        .join(' '),
    /** @param {Uint8Array} bytes @param {string} list */
    readVectors: (bytes, list) => readWordVectors(bytes, list, (/** @type {string} */ syllable) => describeWord(syllable)),
  };
}

/**
 * All texts of a folder, its folders and ZIP archives, as numbers of syllables; a file is a document, and the same bytes count once.
 * @param {Awaited<ReturnType<typeof loadProduct>>} product @param {string} folder @param {readonly string[]} listed
 * @param {(line: string) => void} note told of each file that could not be read
 */
export async function readFolder(product, folder, listed, note) {
  const table = new SyllableTable(product.speller, listed);
  /** @type {Uint32Array[]} */
  const documents = [];
  const seen = new Set();
  let [read, repeated] = [0, 0];
  const inputs = await product.collectInputs([folder], { ...product.limits, fileBytes: TEXT_BYTES });
  try {
    for (const { file } of inputs.skipped) note(`left out: ${file}`);
    await product.withSandbox(product.jobs, async (/** @type {any} */ sandbox) => {
      for await (const { name, sha256, texts } of readAhead(inputs.files, (input) => readFile(product, sandbox, input))) {
        if (++read % TOLD_EVERY === 0) note(`${read} of ${inputs.files.length} files`);
        if (texts === null) note(`left out: ${name}`);
        else if (seen.has(sha256)) repeated++;
        else {
          seen.add(sha256);
          /** @type {number[]} */
          const syllables = [];
          for (const { text, normalised } of texts()) addText(text, normalised, table, syllables);
          if (syllables.length > 0) documents.push(Uint32Array.from(syllables));
        }
      }
    });
  } finally {
    inputs.close();
  }
  return { table, documents, repeated };
}

/**
 * In the order of the files, a few of them read at a time.
 * @template I, O
 * @param {readonly I[]} files @param {(file: I) => Promise<O>} read @returns {AsyncGenerator<O>}
 */
async function* readAhead(files, read) {
  /** @type {Promise<O>[]} */
  const reading = [];
  for (const file of files) {
    reading.push(read(file));
    const first = reading.length === AHEAD ? reading.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const one of reading) yield await one;
}

/** @param {Awaited<ReturnType<typeof loadProduct>>} product @param {any} sandbox @param {{ name: string, read: () => Promise<Uint8Array> }} input */
async function readFile(product, sandbox, { name, read }) {
  const bytes = await read().catch(() => null);
  if (bytes === null) return { name, sha256: '', texts: null };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const plain = /\.txt$/i.test(name) ? product.decodeText(bytes, product.limits.textLength) : undefined;
  if (plain !== undefined) return { name, sha256, texts: () => readPieces(product, plain.text) };
  const extraction = await sandbox.extract(bytes, name);
  if (!product.isReadable(extraction)) return { name, sha256, texts: null };
  return {
    name,
    sha256,
    texts: () => {
      const { text, body } = product.readEssayText(extraction.text, extraction);
      return [{ text, normalised: body }];
    },
  };
}

/** @param {Awaited<ReturnType<typeof loadProduct>>} product @param {string} whole */
function* readPieces(product, whole) {
  for (let start = 0; start < whole.length; ) {
    const line = whole.indexOf('\n', start + PIECE);
    const end = line < 0 ? whole.length : line + 1;
    const text = whole.slice(start, end);
    yield { text, normalised: product.normalise(text) };
    start = end;
  }
}
