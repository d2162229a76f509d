import { align } from '../align/align.js';
import { indexSeeds, type SeedIndex } from '../align/seed-index.js';
import type { ExcludeSettings } from '../model/settings.js';
import type { Span } from '../model/span.js';
import { type MarkedSequence, OWN, QUOTED, TEMPLATE, type TokenSequence } from '../model/tokens.js';

/** What members may quote (resolution, study material) and what the form says, ready to be looked for in essays. */
export interface Exclusion {
  readonly quotable: SeedIndex;
  readonly template: SeedIndex;
  readonly settings: ExcludeSettings;
}

/** Prepares reference and template texts; done once for a campaign. */
export function prepareExclusion(
  references: readonly TokenSequence[],
  templates: readonly TokenSequence[],
  settings: ExcludeSettings,
): Exclusion {
  return {
    quotable: indexSeeds({ ids: join(references) }, settings.quotes.seed),
    template: indexSeeds({ ids: join(templates) }, settings.template.seed),
    settings,
  };
}

/** One stream of all texts, a 0 between them so that no run crosses from one to the next. */
function join(sequences: readonly TokenSequence[]): Uint32Array {
  return Uint32Array.from(sequences.flatMap(({ ids }) => [...ids, 0]));
}

/**
 * Marks each token of an essay as OWN, QUOTED or TEMPLATE. A quote is a run of at least `minimumRun` syllables of a
 * reference, small edits inside included; the form's lines are found with what was filled in between them.
 */
export function markExcluded(sequence: TokenSequence, exclusion: Exclusion): MarkedSequence {
  const { quotable, template, settings } = exclusion;
  const kinds = new Uint8Array(sequence.ids.length);
  mark(QUOTED, quotable, settings.quotes);
  mark(TEMPLATE, template, settings.template);
  closeIslands(kinds, settings.island);
  return { ...sequence, kinds };

  function mark(kind: number, index: SeedIndex, limits: ExcludeSettings['quotes']): void {
    for (const run of align({ ids: sequence.ids }, index, limits)) {
      if (run.firstEnd - run.first >= limits.minimumRun) kinds.fill(kind, run.first, run.firstEnd);
    }
  }
}

/** An own word or two between two excluded runs is an edit at the seam of two quotes. */
function closeIslands(kinds: Uint8Array, island: number): void {
  for (let i = 1; i < kinds.length; i++) {
    if (kinds[i] !== OWN || kinds[i - 1] === OWN) continue;
    let end = i;
    while (end < kinds.length && kinds[end] === OWN) end++;
    if (end < kinds.length && end - i <= island) kinds.fill(kinds[i - 1]!, i, end);
    i = end;
  }
}

/** The excluded stretches of a text as spans, neighbours of one kind joined. */
export function excludedSpans({ kinds, starts, ends }: MarkedSequence): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] === OWN) continue;
    let end = i + 1;
    while (end < kinds.length && kinds[end] === kinds[i]) end++;
    spans.push({ start: starts[i]!, end: ends[end - 1]! });
    i = end - 1;
  }
  return spans;
}
