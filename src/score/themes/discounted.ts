import type { Discounted } from '../../model/assessment.js';
import type { Span } from '../../model/span.js';
import { QUOTED, type Token } from '../../model/tokens.js';
import type { PhraseIndex } from './phrase-index.js';

/** Syllables of a stretch that is told at least. */
const SHORTEST = 8;
/** Stretches told of one theme, the first ones. */
const MOST = 6;
/** Whose words a token is, beside the kinds of model/tokens.ts: stands in another essay too. */
export const COPIED = 16;

/** Text beside the body, or hidden in it, with its tokens; their places are those of the whole text. */
export interface ApartText extends Span {
  readonly tokens: readonly Token[];
}

export interface DiscountInput {
  readonly tokens: readonly Token[];
  /** As the model's kinds, and COPIED. */
  readonly sources: Uint8Array;
  readonly apart: readonly ApartText[];
  /** Sentences that string phrases together. */
  readonly listed: readonly { readonly firstToken: number; readonly endToken: number }[];
  readonly phrases: PhraseIndex;
  readonly bare: boolean;
}

/** By theme, the stretches that name it and earned nothing, in text order. */
export function findDiscounted(input: DiscountInput, themes: number): Discounted[][] {
  const { tokens, sources, phrases, bare } = input;
  const found: Discounted[][] = Array.from({ length: themes }, () => []);
  const tell = (span: Span, because: Discounted['because'], labels: readonly number[]): void => {
    for (const label of new Set(labels)) found[label]!.push({ start: span.start, end: span.end, because });
  };
  const labelsIn = (all: readonly Token[], from: number, to: number): number[] =>
    phrases.find(all, { from, to }, bare).map(({ label }) => label);
  for (const { from, to, source } of foreignRuns(sources)) {
    if (to - from < SHORTEST) continue;
    tell(
      { start: tokens[from]!.span.start, end: tokens[to - 1]!.span.end },
      source === COPIED ? 'copied' : 'quoted',
      labelsIn(tokens, from, to),
    );
  }
  for (const { firstToken, endToken } of input.listed) {
    tell({ start: tokens[firstToken]!.span.start, end: tokens[endToken - 1]!.span.end }, 'listed', labelsIn(tokens, firstToken, endToken));
  }
  for (const { start, end, tokens: inside } of input.apart) tell({ start, end }, 'hidden', labelsIn(inside, 0, inside.length));
  return found.map((stretches) => stretches.sort((a, b) => a.start - b.start).slice(0, MOST));
}

/** Runs of tokens that quote a reference or stand in another essay too; forms and sayings name no theme of their own. */
function* foreignRuns(sources: Uint8Array): Generator<{ from: number; to: number; source: number }> {
  let from = 0;
  for (let at = 1; at <= sources.length; at++) {
    if (sources[at] === sources[from]) continue;
    const source = sources[from]!;
    if (source === QUOTED || source === COPIED) yield { from, to: at, source };
    from = at;
  }
}
