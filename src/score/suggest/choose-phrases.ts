/** Phrases by which a theme or a part of one is known. */
export interface NamedPhrases {
  readonly name: string;
  readonly phrases: readonly string[];
}

/** What may become a phrase of a theme. */
export interface Candidate {
  readonly text: string;
  /** Keys of its syllables, joined by blanks. */
  readonly key: string;
  /** Keys of the words that it is about. */
  readonly words: readonly string[];
  /** How much it speaks for the theme. */
  readonly value: number;
}

/** How many phrases, and from which value on: beneath `weak` none, and once there are `fewest` none beneath `strong`. */
export interface Choice {
  readonly most: number;
  readonly fewest: number;
  readonly weak: number;
  readonly strong: number;
}

/** Phrases that may hold the same word: more say the same. */
const SAME_WORD = 3;

/** The best phrases that say different things, best first; `candidates` are in that order. */
export function choosePhrases(candidates: readonly Candidate[], { most, fewest, weak, strong }: Choice): string[] {
  const chosen: Candidate[] = [];
  const uses = new Map<string, number>();
  for (const candidate of candidates) {
    if (chosen.length >= most) break;
    if (candidate.value < (chosen.length < fewest ? weak : strong)) continue;
    if (chosen.some((other) => saysTheSame(candidate, other))) continue;
    if (candidate.words.some((word) => (uses.get(word) ?? 0) >= SAME_WORD)) continue;
    for (const word of new Set(candidate.words)) uses.set(word, (uses.get(word) ?? 0) + 1);
    chosen.push(candidate);
  }
  return chosen.map(({ text }) => text);
}

/** The same syllables in any order. */
function saysTheSame(first: Candidate, second: Candidate): boolean {
  const [a, b] = [first.key, second.key].map((key) => key.split(' ').sort().join(' '));
  return a === b;
}
