import { hashString } from '../model/hash.js';
import { characterInfo, INVISIBLE } from './characters.js';

/** Tones as the VNI typing rule numbers them; the level tone has no digit. */
const TONES = new Map([
  ['\u0301', '1'],
  ['\u0300', '2'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0323', '5'],
]);

/** Circumflex, breve and horn make another letter; every other mark is noise. */
const QUALITIES = new Map([
  ['a\u0302', 'â'],
  ['e\u0302', 'ê'],
  ['o\u0302', 'ô'],
  ['a\u0306', 'ă'],
  ['o\u031b', 'ơ'],
  ['u\u031b', 'ư'],
]);

const BARE = new Map([
  ['â', 'a'],
  ['ă', 'a'],
  ['ê', 'e'],
  ['ô', 'o'],
  ['ơ', 'o'],
  ['ư', 'u'],
  ['đ', 'd'],
]);

/** y alone after a consonant is written i as well: lý = lí, quý = quí; but not uy, ay, y tế. */
const FINAL_Y = /^(?:qu|[^aeiouyâêôăơư\d]+)y$/;

export interface SyllableKeys {
  readonly key: string;
  readonly bareKey: string;
  /** 32-bit hash of the bare key, never 0. */
  readonly id: number;
}

const MAX_KNOWN = 100_000;
const known = new Map<string, SyllableKeys>();

/** The keys of one word as it stands in the text, marks, look-alikes and invisible characters included. */
export function syllableKeys(word: string): SyllableKeys {
  let keys = known.get(word);
  if (keys === undefined) {
    keys = computeKeys(word);
    // A text made of endless new words must not fill the memory.
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(word, keys);
  }
  return keys;
}

function computeKeys(word: string): SyllableKeys {
  const letters: string[] = [];
  let tone = '';
  for (const part of partsOf(word)) {
    const toneDigit = TONES.get(part);
    if (toneDigit !== undefined) {
      tone = toneDigit;
      continue;
    }
    const quality = QUALITIES.get((letters.at(-1) ?? '') + part);
    if (quality !== undefined) letters[letters.length - 1] = quality;
    else if (!/\p{M}/u.test(part)) letters.push(part);
  }
  const plain = letters.join('');
  const spelled = FINAL_Y.test(plain) ? `${plain.slice(0, -1)}i` : plain;
  const bareKey = [...spelled].map((letter) => BARE.get(letter) ?? letter).join('');
  return { key: spelled + tone, bareKey, id: hashString(bareKey) || 1 };
}

function* partsOf(word: string): Generator<string> {
  for (const character of word) {
    const info = characterInfo(character.codePointAt(0)!);
    if (info.kind !== INVISIBLE) yield* info.parts;
  }
}
