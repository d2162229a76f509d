import type { Citations } from '../model/detection.js';
import type { CitationLimits } from '../model/settings.js';
import type { Span } from '../model/span.js';
import { CITED, type MarkedSequence, OWN, SAYING, type TokenSequence } from '../model/tokens.js';
import { isAttributed } from './attribution.js';
import { findQuotations } from './quotations.js';

/** Words in quotation marks with their author beside them: tokens `first` up to, but not including, `end`. */
interface Citation {
  readonly first: number;
  readonly end: number;
}

/** Marks citations in their order, each as long as all those marked keep to their share of the text. */
export function markCitations(sequence: MarkedSequence, text: string, limits: CitationLimits): void {
  const { kinds } = sequence;
  const most = limits.share * kinds.length;
  let taken = 0;
  for (const { first, end } of findCitations(text, sequence, limits)) {
    if (end - first > limits.longest) continue;
    const own = kinds.subarray(first, end).filter((kind) => kind === OWN).length;
    if (taken + own > most) continue;
    taken += own;
    for (let i = first; i < end; i++) if (kinds[i] === OWN || kinds[i] === SAYING) kinds[i] = CITED;
  }
}

/** Tells the citations that `markCitations` set apart from those that it could not; quotes of the references are neither. */
export function tellCitations(sequence: MarkedSequence, text: string, limits: CitationLimits): Citations {
  const { kinds, starts, ends } = sequence;
  const [named, beyond]: [Span[], Span[]] = [[], []];
  let cited = 0;
  for (const { first, end } of findCitations(text, sequence, limits)) {
    const inside = kinds.subarray(first, end);
    const span = { start: starts[first]!, end: ends[end - 1]! };
    const count = (kind: number): number => inside.filter((one) => one === kind).length;
    if (count(CITED) > 0) {
      named.push(span);
      cited += count(CITED);
    } else if (2 * count(OWN) > inside.length) beyond.push(span);
  }
  return { named, share: kinds.length === 0 ? 0 : cited / kinds.length, beyond };
}

function findCitations(text: string, { starts, ends }: TokenSequence, { shortest }: CitationLimits): Citation[] {
  const citations: Citation[] = [];
  let token = 0;
  for (const quotation of findQuotations(text)) {
    while (token < starts.length && starts[token]! < quotation.start) token++;
    let end = token;
    while (end < ends.length && ends[end]! <= quotation.end) end++;
    if (end - token >= shortest && isAttributed(text, quotation)) citations.push({ first: token, end });
    token = end;
  }
  return citations;
}
