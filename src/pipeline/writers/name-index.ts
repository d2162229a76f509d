import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import type { KnownPerson } from '../../corpus/records/writers.js';
import { bareText, FORM_WORDS, type NameWord, nameWords, standsFor } from './name-words.js';

/** Similarity from which a name is put before a person. */
const NEAR = 0.85;
/** People whose names are measured for one text, those that share the rarest words with it. */
const MOST_MEASURED = 30;

interface Named {
  readonly id: string;
  readonly words: readonly NameWord[];
  readonly bare: string;
}

/** A name that stands in a text, with all who bear it. */
export interface FoundName {
  readonly people: readonly string[];
  /** Whether it stands there whole, with nothing beside it that could be a part of a longer name. */
  readonly isWhole: boolean;
}

/** Finds names of a roster in texts. */
export class NameIndex {
  private readonly byBare = new Map<string, Named[]>();
  private readonly byWord = new Map<string, Named[]>();
  private longest = 0;

  constructor(people: readonly KnownPerson[]) {
    for (const { id, name } of people) {
      const words = nameWords(name);
      // One word alone is no whole name.
      if (words.length < 2) continue;
      const named = { id, words, bare: bareText(words) };
      push(this.byBare, named.bare, named);
      for (const word of new Set(words.map(({ bare }) => bare))) push(this.byWord, word, named);
      this.longest = Math.max(this.longest, words.length);
    }
  }

  /** Names that stand in a text with their marks or without any, case aside; of one within another only the longer. */
  find(text: string): FoundName[] {
    const words = nameWords(text);
    const found: { from: number; to: number; people: string[] }[] = [];
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + this.longest); to >= from + 2; to--) {
        const part = words.slice(from, to);
        const people = (this.byBare.get(bareText(part)) ?? []).filter((one) => part.every((word, i) => standsFor(word, one.words[i]!)));
        if (people.length > 0) found.push({ from, to, people: people.map(({ id }) => id) });
      }
    }
    const outer = found.filter((one) => !found.some((other) => other !== one && other.from <= one.from && other.to >= one.to));
    return outer.map(({ from, to, people }) => ({ people, isWhole: isAlone(words, from, to) }));
  }

  /** People whose names are like a text, the likest first: words in another order, missing or mistyped. */
  similar(text: string): string[] {
    const words = nameWords(text).filter(({ bare }) => !FORM_WORDS.has(bare) && /\p{L}/u.test(bare));
    const all = words.map(({ bare }) => bare);
    const weights = new Map<Named, number>();
    for (const word of new Set(all)) {
      const bearers = this.byWord.get(word) ?? [];
      for (const one of bearers) weights.set(one, (weights.get(one) ?? 0) + 1 / Math.sqrt(bearers.length));
    }
    const likely = [...weights].sort(([, a], [, b]) => b - a).slice(0, MOST_MEASURED);
    return likely
      .map(([one]) => ({ id: one.id, score: likeness(one, all) }))
      .filter(({ score }) => score >= NEAR)
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  }
}

/** Of a name and any run of as many words (or one fewer or more), in this or another order. */
function likeness({ words, bare }: Named, all: readonly string[]): number {
  const sorted = (list: readonly string[]): string => [...list].sort().join(' ');
  const ownSorted = sorted(words.map((word) => word.bare));
  let best = 0;
  for (let length = Math.max(2, words.length - 1); length <= words.length + 1; length++) {
    for (let from = 0; from + length <= all.length; from++) {
      const run = all.slice(from, from + length);
      best = Math.max(best, jaroWinkler(run.join(' '), bare, {}), 0.99 * jaroWinkler(sorted(run), ownSorted, {}));
    }
  }
  return all.length < 2 ? jaroWinkler(all.join(''), bare.replaceAll(' ', ''), {}) : best;
}

/** Whether no word that may belong to the name stands on either side: only numbers, words of forms, and what something parts from it. */
function isAlone(words: readonly NameWord[], from: number, to: number): boolean {
  const [before, after] = [words[from - 1], words[to]];
  const isOther = ({ bare }: NameWord): boolean => FORM_WORDS.has(bare) || /\p{N}/u.test(bare);
  return (before === undefined || words[from]!.isFirst || isOther(before)) && (after === undefined || after.isFirst || isOther(after));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
