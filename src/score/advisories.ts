import type { Advisory } from '../model/assessment.js';
import type { FileMessage } from '../model/extraction.js';
import { type NormalisedText, QUOTED, TEMPLATE } from '../model/tokens.js';
import { findFormFields } from './form-fields.js';
import { missingName, missingUnit, replacedCharacters, restatesResolution, tooShort } from './messages.js';

/** Share of the words outside the form that quote the resolution, from which an essay mostly restates it. */
const RESTATES_FROM = 0.5;
/** Replaced or invisible characters that word processors leave behind on their own stay below this number of places. */
const REPLACED_FROM = 5;
const MAX_SPANS = 50;
/** A Vietnamese name has two syllables or more. */
const MINIMUM_NAME = 2;

export interface AdvisoryInput {
  readonly text: string;
  readonly normalised: NormalisedText;
  readonly kinds: Uint8Array;
  readonly messages: readonly FileMessage[];
  /** null when the campaign sets no minimum. */
  readonly minimumSyllables: number | null;
}

/** What a reviewer should know of an essay beside copying and themes. */
export function findAdvisories(input: AdvisoryInput): Advisory[] {
  const { normalised, kinds, minimumSyllables } = input;
  const advisories: Advisory[] = [];
  const syllables = normalised.tokens.length;
  if (minimumSyllables !== null && syllables < minimumSyllables) add('too-short', tooShort(syllables, minimumSyllables));
  const restated = quotedShare(kinds);
  if (restated >= RESTATES_FROM) add('restates-resolution', restatesResolution(restated));
  const { lookalike, invisible } = normalised.folded;
  if (lookalike.length + invisible.length >= REPLACED_FROM) {
    const spans = [...lookalike, ...invisible].sort((a, b) => a.start - b.start).slice(0, MAX_SPANS);
    add('replaced-characters', replacedCharacters(lookalike.length, invisible.length), spans);
  }
  const fields = findFormFields(input.text, normalised.tokens);
  if (!fields.name.some(({ from, to }) => to - from >= MINIMUM_NAME)) add('missing-name', missingName);
  if (fields.unit.length === 0) add('missing-unit', missingUnit);
  for (const code of ['partial-text', 'hidden-text'] as const) {
    const message = input.messages.find((one) => one.code === code);
    if (message) add(code, message.text);
  }
  return advisories;

  function add(code: Advisory['code'], text: string, spans: Advisory['spans'] = []): void {
    advisories.push({ code, text, spans });
  }
}

/** Quoted tokens over all tokens outside the form, 0..1; 0 for a text that is nothing but form. */
function quotedShare(kinds: Uint8Array): number {
  let quoted = 0;
  let outside = 0;
  for (const kind of kinds) {
    if (kind === TEMPLATE) continue;
    outside++;
    if (kind === QUOTED) quoted++;
  }
  return outside === 0 ? 0 : quoted / outside;
}
