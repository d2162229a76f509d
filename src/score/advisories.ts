import type { Advisory } from '../model/assessment.js';
import type { Policy } from '../model/campaign.js';
import type { Citations } from '../model/detection.js';
import type { FileMessage } from '../model/extraction.js';
import type { Span } from '../model/span.js';
import type { Writer } from '../model/submission.js';
import { QUOTED, TEMPLATE } from '../model/tokens.js';
import { type BareText, spanBetween, toBareText } from './bare-text.js';
import { findOtherDocument } from './documents-named.js';
import { type EvasionInput, findEvasions } from './evasions.js';
import type { Expectations } from './expectations.js';
import { findFormParts, missingParts } from './form-parts.js';
import { citedSayings, missingPart, notAnEssay, otherResolution, restatesResolution, tooLong, tooShort } from './messages.js';
import { whyNotAnEssay } from './not-an-essay.js';

const MAX_SPANS = 50;

export interface AdvisoryInput extends EvasionInput {
  readonly kinds: Uint8Array;
  readonly citations: Citations;
  readonly messages: readonly FileMessage[];
  readonly limits: Pick<Policy, 'minimumSyllables' | 'maximumSyllables'>;
  /** Share of the words outside the form that quote the resolution, 0..1, from which a text mostly restates it. */
  readonly restatesFrom: number;
  /** What the roster says of whoever wrote it. */
  readonly writer: Writer;
  readonly expectations: Expectations;
}

type Finder = (input: AdvisoryInput, bare: BareText) => readonly Advisory[];

/** What is looked for in every essay, in the order in which it is told. */
const FINDERS: readonly Finder[] = [
  adviseLength,
  adviseFile,
  adviseResolution,
  adviseRestating,
  adviseCitations,
  (input) => findEvasions(input).map((one) => ({ ...one, spans: one.spans.slice(0, MAX_SPANS) })),
  adviseForm,
  adviseMessages,
];

/** What a reviewer should know of an essay beside copying and themes. */
export function findAdvisories(input: AdvisoryInput): Advisory[] {
  const bare = toBareText(input.text, input.normalised.tokens);
  return FINDERS.flatMap((find) => find(input, bare));
}

/** Too short is what has too little in all, quotes and form included; a form that is long, with little in it, makes no essay long. */
function adviseLength({ kinds, limits: { minimumSyllables, maximumSyllables } }: AdvisoryInput): Advisory[] {
  if (minimumSyllables !== null && kinds.length < minimumSyllables)
    return [{ code: 'too-short', text: tooShort(kinds.length, minimumSyllables), spans: [] }];
  const { outside } = countQuoted(kinds);
  if (maximumSyllables !== null && outside >= maximumSyllables)
    return [{ code: 'too-long', text: tooLong(outside, maximumSyllables, outside < kinds.length), spans: [] }];
  return [];
}

function adviseFile(input: AdvisoryInput, bare: BareText): Advisory[] {
  const why = whyNotAnEssay({ ...input, bare });
  return why === null ? [] : [{ code: 'not-an-essay', text: notAnEssay(why), spans: [] }];
}

function adviseResolution({ text, expectations: { documents } }: AdvisoryInput, bare: BareText): Advisory[] {
  const other = findOtherDocument(bare, documents);
  const span = other && spanBetween(bare, other.from, other.to);
  if (span === null) return [];
  return [{ code: 'other-resolution', text: otherResolution(text.slice(span.start, span.end), documents.title), spans: [span] }];
}

function adviseRestating({ kinds, restatesFrom }: AdvisoryInput): Advisory[] {
  const { quoted, outside } = countQuoted(kinds);
  if (quoted === 0 || quoted < outside * restatesFrom) return [];
  return [{ code: 'restates-resolution', text: restatesResolution(quoted / outside, outside - quoted), spans: [] }];
}

function adviseCitations({ citations: { named, beyond, share } }: AdvisoryInput): Advisory[] {
  if (named.length + beyond.length === 0) return [];
  const spans = [...named, ...beyond].sort(byStart).slice(0, MAX_SPANS);
  return [{ code: 'cited-sayings', text: citedSayings(named.length, share, beyond.length), spans }];
}

function adviseForm({ text, normalised, writer, expectations }: AdvisoryInput, bare: BareText): Advisory[] {
  const missing = missingParts(findFormParts(text, normalised.tokens, bare), expectations.parts, writer);
  return missing.map((part) => ({ code: `missing-${part}` as const, text: missingPart[part], spans: [] }));
}

function adviseMessages({ messages, hidden }: AdvisoryInput): Advisory[] {
  return (['partial-text', 'hidden-text'] as const).flatMap((code) => {
    const message = messages.find((one) => one.code === code);
    return message === undefined ? [] : [{ code, text: message.text, spans: code === 'hidden-text' ? hidden.slice(0, MAX_SPANS) : [] }];
  });
}

/** Tokens outside the form, and how many of them quote the resolution. */
function countQuoted(kinds: Uint8Array): { readonly quoted: number; readonly outside: number } {
  let quoted = 0;
  let outside = 0;
  for (const kind of kinds) {
    if (kind === TEMPLATE) continue;
    outside++;
    if (kind === QUOTED) quoted++;
  }
  return { quoted, outside };
}

const byStart = (one: Span, other: Span): number => one.start - other.start;
