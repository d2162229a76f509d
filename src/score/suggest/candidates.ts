import type { Candidate } from './choose-phrases.js';
import { BREAK, CONTENT, type Word } from './cut-words.js';
import type { Term } from './find-terms.js';
import type { Reading } from './reading.js';
import { termText } from './surface.js';

/** What a name says is worth more than any term. */
const NAMED = 10;
/** Syllables of a part of a name that is a phrase as it stands. */
const LONGEST = 6;
const SHORTEST = 2;

/** A term as a phrase, of the value that is given. */
export function toCandidate({ text, tokens }: Reading, term: Term, value: number): Candidate {
  return { text: termText(text, tokens, term), key: term.key, words: wordsAbout(term.words), value };
}

/** The parts of a subject's name as phrases: what it is about, then the same with its verb: "nguồn nhân lực", "phát triển nguồn nhân lực". */
export function candidatesOfName(name: string, { wordsIn }: Reading): Candidate[] {
  const found = new Map<string, Candidate>();
  const isList = /[,;]/.test(name);
  for (const part of name.split(isList ? /[,;]|\s+và\s+/iu : /;/)) {
    const syllables = part.trim().split(/\s+/);
    const words = wordsIn(part);
    const first = words.findIndex(({ role }) => role !== BREAK);
    const last = words.findLastIndex(({ role }) => role !== BREAK);
    if (first < 0 || wordsAbout(words).length === 0) continue;
    add(words.slice(first, last + 1), syllables);
    add(words, syllables);
  }
  return [...found.values()];

  function add(words: readonly Word[], syllables: readonly string[]): void {
    const [from, to] = [words[0]!.from, words.at(-1)!.to];
    if (to - from < SHORTEST || to - from > LONGEST) return;
    const text = syllables.slice(from, to).join(' ').toLocaleLowerCase('vi');
    const key = words.map((word) => word.key).join(' ');
    found.set(key, { text, key, words: wordsAbout(words), value: NAMED });
  }
}

const wordsAbout = (words: readonly Word[]): string[] => words.filter(({ role }) => role === CONTENT).map(({ key }) => key);
