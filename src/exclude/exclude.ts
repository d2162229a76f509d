import { indexSeeds, type SeedIndex } from '../align/seed-index.js';
import type { ExcludeSettings } from '../model/settings.js';
import type { Span } from '../model/span.js';
import {
  CITED,
  isCompared,
  joinParts,
  type MarkedSequence,
  OWN,
  partsOf,
  QUOTED,
  SAYING,
  TEMPLATE,
  type TokenSequence,
} from '../model/tokens.js';
import { markCitations } from './citations.js';
import { closeIslands, markRuns } from './mark-runs.js';

/** What members may quote (resolution, study material), what the form says and what everybody knows, ready to be looked for in essays. */
export interface Exclusion {
  readonly quotable: SeedIndex;
  readonly template: SeedIndex;
  readonly given: SeedIndex;
  readonly sayings: SeedIndex;
  readonly settings: ExcludeSettings;
}

/** The tokens of the texts that are looked for. */
export interface KnownTexts {
  readonly references: readonly TokenSequence[];
  readonly templates: readonly TokenSequence[];
  /** Sentences that everybody was given, with nothing to fill in: the question, the frame of a programme. */
  readonly given?: readonly TokenSequence[];
  readonly sayings: readonly TokenSequence[];
}

/** Prepares the known texts; done once for a campaign. */
export function prepareExclusion({ references, templates, given = [], sayings }: KnownTexts, settings: ExcludeSettings): Exclusion {
  return {
    quotable: indexSeeds({ ids: join(references) }, settings.quotes.seed),
    template: indexSeeds({ ids: join(templates) }, settings.template.seed),
    given: indexSeeds({ ids: join(given) }, settings.quotes.seed),
    sayings: indexSeeds({ ids: join(sayings) }, settings.sayings.seed),
    settings,
  };
}

/** One stream of all texts, a 0 between them so that no run crosses from one to the next. */
function join(sequences: readonly TokenSequence[]): Uint32Array {
  return Uint32Array.from(sequences.flatMap(({ ids }) => [...ids, 0]));
}

/**
 * Marks whose words each token of a text is. A quote is a clause of at least `minimumRun` syllables of a reference, a longer run
 * anywhere, small edits included, and shorter runs beside one; the form's lines are found with what was filled in between
 * them; well-known sayings are nobody's own; words in quotation marks with their author are set apart as far as
 * `settings.citations` lets them be. What stands beside the body, as kinds given tell, is marked by itself.
 */
export function markExcluded(sequence: TokenSequence | MarkedSequence, exclusion: Exclusion, text: string): MarkedSequence {
  return 'kinds' in sequence ? inParts(sequence, (part) => markPart(part, exclusion, text)) : markPart(sequence, exclusion, text);
}

/** Works on the body and on what stands beside it apart, so that nothing reaches from one into the other. */
function inParts(sequence: MarkedSequence, mark: (part: MarkedSequence) => MarkedSequence): MarkedSequence {
  const [body, beside] = partsOf(sequence);
  return joinParts(mark(body), mark(beside));
}

function markPart(sequence: TokenSequence, exclusion: Exclusion, text: string): MarkedSequence {
  const { sayings, settings } = exclusion;
  const kinds = markTaken(sequence, exclusion);
  markRuns(kinds, SAYING, { sequence, index: sayings, limits: settings.sayings, island: settings.island });
  const marked = { ...sequence, kinds };
  markCitations(marked, text, settings.citations);
  closeIslands(kinds, settings.island);
  return marked;
}

/** Marks an essay again that was marked for another campaign or by an earlier version of this one: its sayings and citations stay. */
export function remarkExcluded(marked: MarkedSequence, exclusion: Exclusion): MarkedSequence {
  return inParts(marked, (part) => remarkPart(part, exclusion));
}

function remarkPart(marked: MarkedSequence, exclusion: Exclusion): MarkedSequence {
  const kinds = markTaken(marked, exclusion);
  for (const [i, kind] of marked.kinds.entries()) if (kinds[i] === OWN && (kind === SAYING || kind === CITED)) kinds[i] = kind;
  closeIslands(kinds, exclusion.settings.island);
  return { ...marked, kinds };
}

/**
 * Quotes, and lines of the form. What was given to all counts as the form does, but is found as quotes are: an answer speaks of what
 * the question does, and between the question's words stand its own.
 */
function markTaken(sequence: TokenSequence, { quotable, template, given, settings }: Exclusion): Uint8Array {
  const kinds = new Uint8Array(sequence.ids.length);
  markRuns(kinds, QUOTED, { sequence, index: quotable, limits: settings.quotes, island: settings.island });
  markRuns(kinds, TEMPLATE, { sequence, index: given, limits: settings.quotes, island: settings.island });
  markRuns(kinds, TEMPLATE, { sequence, index: template, limits: settings.template, island: settings.island });
  return kinds;
}

/** The excluded stretches of a text as spans, neighbours of one kind joined; those of the body first. */
export function excludedSpans({ ids, kinds, starts, ends }: MarkedSequence): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < kinds.length; i++) {
    if (isCompared(kinds[i]!) || ids[i] === 0) continue;
    let end = i + 1;
    while (end < kinds.length && kinds[end] === kinds[i]) end++;
    spans.push({ start: starts[i]!, end: ends[end - 1]! });
    i = end - 1;
  }
  return spans;
}
