import type { SyllableKeys } from '../../vietnamese/word-vectors.js';

/** Something found in a text: what the index calls it, and the tokens that it covers. */
export interface Found {
  readonly label: number;
  readonly from: number;
  readonly to: number;
}

/** Token sequences that are looked for in every essay, each with a label. */
export class PhraseIndex {
  private readonly marked = new Map<string, number[]>();
  private readonly bare = new Map<string, number[]>();
  private longest = 0;
  /** Keys that a phrase begins with, marked and bare: most tokens begin none. */
  private readonly begins = new Set<string>();

  add(tokens: readonly SyllableKeys[], label: number): void {
    if (tokens.length === 0) return;
    this.longest = Math.max(this.longest, tokens.length);
    this.begins.add(tokens[0]!.key).add(tokens[0]!.bareKey);
    put(this.marked, tokens.map(({ key }) => key).join(' '), label);
    put(this.bare, tokens.map(({ bareKey }) => bareKey).join(' '), label);
  }

  /** Everything that stands in the tokens `from` up to, but not including, `to`; `bare`: the text has no marks. */
  find(tokens: readonly SyllableKeys[], { from, to }: { readonly from: number; readonly to: number }, bare: boolean): Found[] {
    const index = bare ? this.bare : this.marked;
    const found: Found[] = [];
    for (let at = from; at < to; at++) {
      if (!this.begins.has(bare ? tokens[at]!.bareKey : tokens[at]!.key)) continue;
      let joined = '';
      for (let end = at + 1; end <= to && end - at <= this.longest; end++) {
        const { key, bareKey } = tokens[end - 1]!;
        joined = joined === '' ? (bare ? bareKey : key) : `${joined} ${bare ? bareKey : key}`;
        for (const label of index.get(joined) ?? []) found.push({ label, from: at, to: end });
      }
    }
    return found;
  }
}

function put(index: Map<string, number[]>, key: string, label: number): void {
  const labels = index.get(key);
  if (labels === undefined) index.set(key, [label]);
  else if (!labels.includes(label)) labels.push(label);
}
