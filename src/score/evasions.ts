import type { Advisory } from '../model/assessment.js';
import type { Span } from '../model/span.js';
import type { NormalisedText } from '../model/tokens.js';
import { isBareSyllable } from '../vietnamese/syllables.js';
import { decodedText, invisibleCharacters, lostSpaces, noDiacritics, replacedCharacters, spacedLetters } from './messages.js';

/** Ways of writing that keep a text from being matched as it looks, and were undone before matching. */
export interface EvasionInput {
  /** With nothing in the place of hidden letters. */
  readonly text: string;
  readonly normalised: NormalisedText;
  /** Places of hidden letters: not every character that shows nothing there is the writer's. */
  readonly hidden: readonly Span[];
  /** Places whose encoding was undone. */
  readonly decoded: readonly Span[];
}

/** One way of writing: where it stands, and from when on it is told. */
interface Evasion {
  readonly code: Advisory['code'];
  readonly find: (input: EvasionInput) => readonly Span[];
  /** Number of places from which on it is told; where they are words, of different ones: a foreign name may recur. */
  readonly places: number;
  readonly differ: boolean;
  /** Syllables with such a place, as a share of all: from when on it is told. */
  readonly share: number;
  readonly say: (places: readonly Span[], input: EvasionInput) => string;
}

/**
 * Word processors leave soft hyphens, a PDF loses some spaces and a heading may be set wide: honest essays stay below these limits. An
 * encoding is always told, since what is shown is not what the file has.
 */
const EVASIONS: readonly Evasion[] = [
  {
    code: 'replaced-characters',
    find: ({ normalised }) => normalised.folded.lookalike,
    places: 5,
    differ: false,
    share: 0.005,
    say: (places, { text }) => {
      const styled = places.filter(({ start }) => /^[a-z]/i.test(text.slice(start, start + 2).normalize('NFKD'))).length;
      return replacedCharacters(places.length - styled, styled);
    },
  },
  {
    code: 'invisible-characters',
    find: insideWords,
    places: 5,
    differ: false,
    share: 0.01,
    say: ({ length }) => invisibleCharacters(length),
  },
  {
    code: 'lost-spaces',
    find: ({ normalised }) => normalised.folded.glued,
    places: 5,
    differ: true,
    share: 0.02,
    say: ({ length }) => lostSpaces(length),
  },
  {
    code: 'spaced-letters',
    find: ({ normalised }) => normalised.folded.spaced,
    places: 5,
    differ: true,
    share: 0.03,
    say: ({ length }) => spacedLetters(length),
  },
  { code: 'decoded-text', find: ({ decoded }) => decoded, places: 1, differ: false, share: 0, say: ({ length }) => decodedText(length) },
  {
    code: 'no-diacritics',
    find: unmarkedSentences,
    places: 1,
    differ: false,
    share: 0.2,
    say: (places, { normalised }) => noDiacritics(places.length, shareWith(places, normalised)),
  },
];

/** Ways of writing that the reader of an essay should know of; they change no proposal. */
export function findEvasions(input: EvasionInput): Advisory[] {
  return EVASIONS.flatMap(({ code, find, places, differ, share, say }) => {
    const spans = find(input);
    const number = differ ? new Set(spans.map(({ start, end }) => input.text.slice(start, end).toLowerCase())).size : spans.length;
    return number >= places && shareWith(spans, input.normalised) >= share ? [{ code, text: say(spans, input), spans }] : [];
  });
}

/** Share of the syllables that touch one of the spans, 0..1; both are in order. */
function shareWith(spans: readonly Span[], { tokens }: NormalisedText): number {
  let next = 0;
  const touched = tokens.filter(({ span }) => {
    while (next < spans.length && spans[next]!.end <= span.start) next++;
    return next < spans.length && spans[next]!.start < span.end;
  });
  return tokens.length === 0 ? 0 : touched.length / tokens.length;
}

/** Between words such characters change nothing, and come with text from web pages. */
function insideWords({ normalised: { folded, tokens }, hidden }: EvasionInput): Span[] {
  let next = 0;
  let covered = 0;
  return folded.invisible.filter(({ start, end }) => {
    while (covered < hidden.length && hidden[covered]!.end <= start) covered++;
    if (covered < hidden.length && hidden[covered]!.start < end) return false;
    while (next < tokens.length && tokens[next]!.span.end <= start) next++;
    return next < tokens.length && tokens[next]!.span.start < start && tokens[next]!.span.end >= end;
  });
}

/** Fewer syllables may happen to have no mark. */
const SHORTEST_SENTENCE = 8;
/** Of the words of a sentence; in Vietnamese with marks about a quarter have none, and of English words not half could be syllables. */
const UNMARKED_SHARE = 0.9;
const SYLLABLE_SHARE = 0.7;

function unmarkedSentences({ normalised: { sentences, tokens } }: EvasionInput): Span[] {
  const unmarked = sentences.filter(({ firstToken, endToken }) => {
    const words = tokens.slice(firstToken, endToken).filter(({ bareKey }) => /^\p{L}/u.test(bareKey));
    if (words.length < SHORTEST_SENTENCE) return false;
    const bare = words.filter(({ key, bareKey }) => key === bareKey);
    const syllables = bare.filter(({ bareKey }) => isBareSyllable(bareKey));
    return bare.length >= words.length * UNMARKED_SHARE && syllables.length >= words.length * SYLLABLE_SHARE;
  });
  return unmarked.map(({ span }) => span);
}
