import type { Advisory } from '../model/assessment.js';
import type { Citations } from '../model/detection.js';
import type { FileMessage } from '../model/extraction.js';
import type { Span } from '../model/span.js';
import { QUOTED, TEMPLATE } from '../model/tokens.js';
import { type EvasionInput, findEvasions } from './evasions.js';
import { findFormFields } from './form-fields.js';
import { citedSayings, missingName, missingUnit, restatesResolution, tooShort } from './messages.js';

const MAX_SPANS = 50;
/** A Vietnamese name has two syllables or more. */
const MINIMUM_NAME = 2;

export interface AdvisoryInput extends EvasionInput {
  readonly kinds: Uint8Array;
  readonly citations: Citations;
  readonly messages: readonly FileMessage[];
  /** null when the campaign sets no minimum. */
  readonly minimumSyllables: number | null;
  /** Share of the words outside the form that quote the resolution, 0..1, from which a text mostly restates it. */
  readonly restatesFrom: number;
}

/** What a reviewer should know of an essay beside copying and themes. */
export function findAdvisories(input: AdvisoryInput): Advisory[] {
  const { normalised, kinds, minimumSyllables } = input;
  const advisories: Advisory[] = [];
  const syllables = normalised.tokens.length;
  if (minimumSyllables !== null && syllables < minimumSyllables) add('too-short', tooShort(syllables, minimumSyllables));
  const { quoted, outside } = countQuoted(kinds);
  if (quoted > 0 && quoted >= outside * input.restatesFrom)
    add('restates-resolution', restatesResolution(quoted / outside, outside - quoted));
  const { named, beyond, share } = input.citations;
  if (named.length + beyond.length > 0) {
    add('cited-sayings', citedSayings(named.length, share, beyond.length), [...named, ...beyond].sort(byStart).slice(0, MAX_SPANS));
  }
  for (const { code, text, spans } of findEvasions(input)) add(code, text, spans.slice(0, MAX_SPANS));
  const fields = findFormFields(input.text, normalised.tokens);
  if (!fields.name.some(({ from, to }) => to - from >= MINIMUM_NAME)) add('missing-name', missingName);
  if (fields.unit.length === 0) add('missing-unit', missingUnit);
  for (const code of ['partial-text', 'hidden-text'] as const) {
    const message = input.messages.find((one) => one.code === code);
    if (message) add(code, message.text, code === 'hidden-text' ? input.hidden.slice(0, MAX_SPANS) : []);
  }
  return advisories;

  function add(code: Advisory['code'], text: string, spans: Advisory['spans'] = []): void {
    advisories.push({ code, text, spans });
  }
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
