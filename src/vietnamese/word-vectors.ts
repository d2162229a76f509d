// Small word vectors: what a word of an essay is near to, for themes that are named in other words. Where they come from: docs/words.md.

/** Stands in the list for any number. */
const NUMBER = '<số>';
/** First bytes of a file of vectors. */
const MAGIC = 'VIW1';
const HEADER = 12;
/** Syllables of a listed word at most. */
const LONGEST_WORD = 4;
/** Weight of a word by its frequency: `a / (a + p)` (Arora et al. 2017, smooth inverse frequency). */
const SIF = 3e-4;
/** The most frequent single syllables say nothing of a subject. */
const FUNCTION_WORDS = 130;

/** Share of all words that look alike without marks, by frequency, which the most frequent one must have to be taken for what is meant. */
const PLAIN_SHARE = 0.7;

/** The key of one syllable with its marks, and without them, as an essay's tokens have them. */
export interface SyllableKeys {
  readonly key: string;
  readonly bareKey: string;
}

/** One listed word in a text: its number in the list, and the tokens that it covers. */
export interface FoundWord {
  readonly word: number;
  readonly from: number;
  readonly to: number;
}

/** Listed words, most frequent first, with their directions. */
export interface WordVectors {
  readonly words: readonly string[];
  /** How often each was counted in training. */
  readonly frequencies: Float64Array;
  readonly dimensions: number;
  /** Unit rows, one a word, the mean of all taken off: the mean says no more than "this is a word". */
  readonly rows: Float32Array;
  /** Weight of each word in a mean, 0..1; 0 for function words. */
  readonly weights: Float32Array;
  /** Numbers of words by their keys, joined by blanks. */
  readonly byKey: ReadonlyMap<string, number>;
  /** The same without marks, where one word is what nearly all that look so are. */
  readonly byBareKey: ReadonlyMap<string, number>;
  /** Beginnings of listed words, with marks and without: what is none goes on to no word. */
  readonly beginnings: ReadonlySet<string>;
}

/**
 * Reads a file of vectors (`VIW1`, number of words and of dimensions as uint32 LE, rows of int8) and its list (`word<TAB>frequency`).
 * `keysOf` makes the keys of a syllable. RangeError when the two are none or do not belong together.
 */
export function readWordVectors(vectors: Uint8Array, list: string, keysOf: (syllable: string) => SyllableKeys): WordVectors {
  const view = new DataView(vectors.buffer, vectors.byteOffset, vectors.byteLength);
  const magic = vectors.length < HEADER ? '' : String.fromCharCode(...vectors.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new RangeError('not a file of word vectors');
  const count = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  const lines = list.split('\n').filter((line) => line !== '');
  if (vectors.length !== HEADER + count * dimensions || lines.length !== count || count === 0) {
    throw new RangeError(
      `word vectors of ${count} words and ${dimensions} dimensions, ${vectors.length} bytes, and a list of ${lines.length} words`,
    );
  }
  const words = lines.map((line) => line.slice(0, line.indexOf('\t')));
  const frequencies = Float64Array.from(lines, (line) => Number(line.slice(line.indexOf('\t') + 1)));
  const bytes = new Int8Array(vectors.buffer, vectors.byteOffset + HEADER, count * dimensions);
  return {
    words,
    frequencies,
    dimensions,
    rows: centredRows(bytes, dimensions),
    weights: weightsOf(words, frequencies),
    ...indexWords(words, frequencies, keysOf),
  };
}

function centredRows(bytes: Int8Array, dimensions: number): Float32Array {
  const rows = Float32Array.from(bytes);
  const mean = new Float32Array(dimensions);
  const count = rows.length / dimensions;
  for (let at = 0; at < rows.length; at += dimensions) {
    toUnit(rows, at, dimensions);
    for (let j = 0; j < dimensions; j++) mean[j]! += rows[at + j]! / count;
  }
  for (let at = 0; at < rows.length; at += dimensions) {
    for (let j = 0; j < dimensions; j++) rows[at + j]! -= mean[j]!;
    toUnit(rows, at, dimensions);
  }
  return rows;
}

function toUnit(rows: Float32Array, at: number, dimensions: number): void {
  let sum = 0;
  for (let j = 0; j < dimensions; j++) sum += rows[at + j]! ** 2;
  const length = Math.sqrt(sum) || 1;
  for (let j = 0; j < dimensions; j++) rows[at + j]! /= length;
}

function weightsOf(words: readonly string[], frequencies: Float64Array): Float32Array {
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0);
  let functionWords = 0;
  return Float32Array.from(words, (word, i) => {
    const isFrequent = !word.includes(' ') && functionWords++ < FUNCTION_WORDS;
    return isFrequent ? 0 : SIF / (SIF + frequencies[i]! / total);
  });
}

function indexWords(
  words: readonly string[],
  frequencies: Float64Array,
  keysOf: (syllable: string) => SyllableKeys,
): Pick<WordVectors, 'byKey' | 'byBareKey' | 'beginnings'> {
  const byKey = new Map<string, number>();
  const beginnings = new Set<string>();
  const bare = new Map<string, { first: number; all: number }>();
  for (const [number, word] of words.entries()) {
    const keys = word.split(' ').map((syllable) => (syllable === NUMBER ? { key: NUMBER, bareKey: NUMBER } : keysOf(syllable)));
    const key = keys.map((one) => one.key).join(' ');
    // Most frequent first: two spellings of one word are the more frequent one.
    if (!byKey.has(key)) byKey.set(key, number);
    const bareKey = keys.map((one) => one.bareKey).join(' ');
    for (let length = 1; length < keys.length; length++) {
      const first = keys.slice(0, length);
      beginnings.add(first.map((one) => one.key).join(' ')).add(first.map((one) => one.bareKey).join(' '));
    }
    const alike = bare.get(bareKey) ?? { first: number, all: 0 };
    alike.all += frequencies[number]!;
    bare.set(bareKey, alike);
  }
  const plain = [...bare].filter(([, { first, all }]) => frequencies[first]! >= PLAIN_SHARE * all);
  return { byKey, beginnings, byBareKey: new Map(plain.map(([bareKey, { first }]) => [bareKey, first])) };
}

/** Tokens `from` up to, but not including, `to`; `bare`: of a text that is written without marks. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
  readonly bare?: boolean;
}

/**
 * The listed words of a range of tokens: the longest match first, as the list was counted. What is not listed is passed over; a text
 * without marks, syllables without marks in others, and a syllable that no word has, are looked for without them.
 */
export function findWords(
  { byKey, byBareKey, beginnings }: WordVectors,
  tokens: readonly SyllableKeys[],
  { from, to, bare = false }: TokenRange,
): FoundWord[] {
  const found: FoundWord[] = [];
  for (let at = from; at < to; ) {
    const marked = bare ? null : longest({ index: byKey, beginnings }, tokens, { from: at, to }, markedKey);
    const mayLack = marked === null || isUnmarked(tokens[at]!);
    const plain = mayLack ? longest({ index: byBareKey, beginnings }, tokens, { from: at, to }, marked ? unmarkedKey : bareKey) : null;
    const one = plain !== null && plain.to > (marked?.to ?? at) ? plain : marked;
    if (one !== null) found.push(one);
    at = one?.to ?? at + 1;
  }
  return found;
}

/** A token's part of a word's key; null where it belongs to none. */
type KeyOf = (token: SyllableKeys) => string | null;
const markedKey: KeyOf = ({ key }) => (isNumber(key) ? NUMBER : key);
const bareKey: KeyOf = (token) => (isNumber(token.key) ? NUMBER : token.bareKey);
const unmarkedKey: KeyOf = (token) => (isUnmarked(token) ? bareKey(token) : null);

function longest(
  { index, beginnings }: { readonly index: ReadonlyMap<string, number>; readonly beginnings: ReadonlySet<string> },
  tokens: readonly SyllableKeys[],
  { from, to }: TokenRange,
  keyOf: KeyOf,
): FoundWord | null {
  let joined = '';
  let best: FoundWord | null = null;
  for (let end = from + 1; end <= to && end - from <= LONGEST_WORD; end++) {
    const key = keyOf(tokens[end - 1]!);
    if (key === null) break;
    joined += `${joined === '' ? '' : ' '}${key}`;
    const word = index.get(joined);
    if (word !== undefined) best = { word, from, to: end };
    if (!beginnings.has(joined)) break;
  }
  return best;
}

const isNumber = (key: string): boolean => key.charCodeAt(0) >= 0x30 && key.charCodeAt(0) <= 0x39;
const isUnmarked = ({ key, bareKey: bare }: SyllableKeys): boolean => key === bare;
