import { BREAK, CONTENT, LINK, STOCK_WORD, type Word } from './cut-words.js';

/** A term of a document. */
export interface Term {
  /** Keys of its syllables, joined by blanks. */
  readonly key: string;
  readonly syllables: number;
  /** First token of each place. */
  readonly places: readonly number[];
  /** Rises with how often it stands here and how rare its words are elsewhere. */
  readonly score: number;
  readonly words: readonly Word[];
}

const SHORTEST = 2;
const LONGEST = 6;
/** Words of a term that stands in one place only. */
const SINGLE_WORDS = 3;
const SINGLE_SYLLABLES = 5;
/** Places that make a term of words which are none by themselves. */
const HABIT = 3;
/** What a place counts, as a power of their number. */
const DAMPING = 0.7;
/** Share of a word's places within longer terms from which it is none of its own; terms that overlap count more than once. */
const MOSTLY_INSIDE = 0.9;

interface Found {
  readonly words: readonly Word[];
  readonly places: number[];
  weight: number;
  /** Stands between breaks at both ends, somewhere. */
  isWhole: boolean;
}

/**
 * The terms of a document, best first: runs of words between grammar, stops and figures, whole or as often as they come again; none is
 * part of a longer one that is as frequent. `pieces`: words with no stop between them; `weightAt`: how much a place counts, by its token.
 */
export function findTerms(pieces: readonly (readonly Word[])[], weightAt: (token: number) => number): Term[] {
  const found = new Map<string, Found>();
  for (const words of pieces) for (const run of runsOf(words)) collect(run, weightAt(run[0]!.from), found);
  const counts = new Map([...found].map(([key, { places }]) => [key, places.length]));
  const kept = withoutParts([...found.entries()].filter(([, one]) => isTerm(one, counts)));
  return kept
    .map(([key, { words, places, weight }]) => ({
      key,
      words,
      places,
      syllables: words.reduce((sum, { from, to }) => sum + to - from, 0),
      score: weight ** DAMPING * rarityOf(words),
    }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** Words between grammar and figures. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (word.role === BREAK) runs.push([]);
    else runs.at(-1)!.push(word);
  }
  return runs.filter(({ length }) => length > 0);
}

function collect(run: readonly Word[], weight: number, found: Map<string, Found>): void {
  for (let start = 0; start < run.length; start++) {
    if (run[start]!.role === LINK || (run[start]!.isCount && run.length > 1)) continue;
    for (let end = start + 1; end <= run.length; end++) {
      if (run[end - 1]!.role === LINK) continue;
      const words = run.slice(start, end);
      const syllables = words.at(-1)!.to - words[0]!.from;
      if (syllables > LONGEST) break;
      const key = words.map((word) => word.key).join(' ');
      const isWhole = isEdge(run[start - 1]) && isEdge(run[end]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { words, places: [words[0]!.from], weight, isWhole });
      else {
        known.places.push(words[0]!.from);
        known.weight += weight;
        known.isWhole ||= isWhole;
      }
    }
  }
}

const isEdge = (word: Word | undefined): boolean => word === undefined || word.role === LINK;

function isTerm({ words, places, isWhole, weight }: Found, counts: ReadonlyMap<string, number>): boolean {
  const own = words.filter(({ role }) => role === CONTENT);
  if (own.length === 0 || words.at(-1)!.to - words[0]!.from < SHORTEST) return false;
  if (words.length === 1) return !own[0]!.isWeak;
  if (places.length >= 2) return own.some(({ isWeak }) => !isWeak) || own.length >= 2 || weight >= HABIT;
  // Once is no habit: it must be a whole run of few words, and end with one that could stand alone or comes again.
  const last = words.at(-1)!;
  const endsWell = last.role === CONTENT && (last.to - last.from > 1 || (counts.get(last.key) ?? 0) >= 2);
  const syllables = last.to - words[0]!.from;
  const single = words.filter(({ from, to }) => to - from === 1).length;
  const hasLink = words.some(({ role }) => role === LINK);
  if (words.length > 2 && words[0]!.role === STOCK_WORD) return false;
  return isWhole && !hasLink && endsWell && words.length <= SINGLE_WORDS && syllables <= SINGLE_SYLLABLES && single <= 1;
}

/** Leaves out what mostly stands within longer terms: "thủ tục" where it is "thủ tục hành chính" nearly always. */
function withoutParts(found: readonly (readonly [string, Found])[]): (readonly [string, Found])[] {
  const inside = new Map<string, { most: number; all: number }>();
  for (const [, { words, places }] of found) {
    for (const part of partsOf(words)) {
      const known = inside.get(part) ?? { most: 0, all: 0 };
      inside.set(part, { most: Math.max(known.most, places.length), all: known.all + places.length });
    }
  }
  return found.filter(([key, { places, words }]) => {
    const { most, all } = inside.get(key) ?? { most: 0, all: 0 };
    if (most >= places.length) return false;
    return words.length > 1 || places.length < 2 || all < places.length * MOSTLY_INSIDE;
  });
}

/** Shorter runs of words within one. */
function partsOf(words: readonly Word[]): Set<string> {
  const parts = new Set<string>();
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= words.length; end++) {
      if (end - start < words.length)
        parts.add(
          words
            .slice(start, end)
            .map(({ key }) => key)
            .join(' '),
        );
    }
  }
  return parts;
}

/** Mean rarity of what is said beside stock and links. */
function rarityOf(words: readonly Word[]): number {
  const own = words.filter(({ role }) => role === CONTENT);
  const mean = own.reduce((sum, { rarity }) => sum + rarity, 0) / own.length;
  return mean * (words.some(({ role }) => role === STOCK_WORD) ? 0.8 : 1);
}
