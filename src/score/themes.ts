import type { ThemeScore } from '../model/assessment.js';
import type { Theme } from '../model/campaign.js';
import { ACTS, CUES } from './cues.js';
import { missingFacets, missingTheme, thinTheme } from './messages.js';
import {
  ABOUT,
  NUMBER,
  type Phrase,
  type PreparedPhrase,
  preparePhrase,
  type SentenceWords,
  saysPhrase,
  WHOLE,
  withSynonyms,
} from './phrases.js';

/** A theme with its phrases cut into keys, synonyms filled in and the cues of its kind added. */
export interface PreparedTheme {
  readonly theme: Theme;
  readonly phrases: readonly PreparedPhrase[];
  /** Lists of which a sentence that performs the theme's act says one phrase each; empty for a theme that has no such mark. */
  readonly act: readonly (readonly PreparedPhrase[])[];
  readonly facets: readonly { readonly name: string; readonly phrases: readonly PreparedPhrase[] }[];
}

/** Own syllables that a sentence needs to say something about a theme rather than to name it, as a heading does. */
const MINIMUM_SENTENCE = 8;
/** Sentences shown as evidence. */
const MAX_EVIDENCE = 3;
/** Weight at which the score has come 63 % of its way: one sentence with one phrase is not enough for 0.5, two are. */
const SATURATION = 1.5;
/** Weight of a sentence that says more than one phrase: little more than one, since stringing phrases together says no more. */
const SEVERAL_PHRASES = 1.25;

interface Evidence {
  readonly said: SentenceWords;
  readonly weight: number;
}

/** Prepares the themes of a campaign; `toPhrase` cuts a phrase into keys as the essays are cut. */
export function prepareThemes(
  themes: readonly Theme[],
  synonyms: readonly (readonly string[])[],
  toPhrase: (text: string) => Phrase,
): PreparedTheme[] {
  const groups = synonyms.map((group) => group.map(toPhrase));
  const about = (phrases: readonly string[]): PreparedPhrase[] =>
    phrases.flatMap((phrase) => withSynonyms(toPhrase(phrase), groups)).map((phrase) => preparePhrase(phrase, ABOUT));
  const whole = (cue: string): PreparedPhrase =>
    preparePhrase(cue === NUMBER ? { keys: [NUMBER], bareKeys: [NUMBER] } : toPhrase(cue), WHOLE);
  return themes.map((theme) => ({
    theme,
    phrases: [...about(theme.phrases), ...CUES[theme.kind].map(whole)],
    act: (ACTS[theme.kind] ?? []).map((words) => words.map(whole)),
    facets: theme.facets.map((facet) => ({ name: facet.name, phrases: about(facet.phrases) })),
  }));
}

/**
 * Scores one theme on own words: the sentences that say its phrases, with diminishing returns; where it has facets, the
 * share of them that is covered makes half of the score. `places`: the member's own unit by name, which counts for themes
 * of the kind own-unit. Score 0..1; evidence: the strongest sentences in text order.
 */
export function scoreTheme(
  sentences: readonly SentenceWords[],
  { theme, phrases, act, facets }: PreparedTheme,
  places: readonly PreparedPhrase[],
): ThemeScore {
  const named = theme.kind === 'own-unit' ? places : [];
  const allPhrases = [...phrases, ...named, ...facets.flatMap((facet) => facet.phrases)];
  const evidence = sentences.flatMap((said) => weighSentence(said, allPhrases, act));
  const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const said = 1 - Math.exp(-total / SATURATION);
  const open = facets.filter((facet) => !evidence.some((one) => facet.phrases.some((phrase) => saysPhrase(one.said, phrase))));
  const score = facets.length === 0 ? said : (said + 1 - open.length / facets.length) / 2;
  const met = score >= theme.minimum;
  return {
    id: theme.id,
    score,
    met,
    missing: met ? '' : describeMissing(theme, evidence.length, open),
    evidence: strongest(evidence).map((one) => ({ ...one.said.sentence.span, words: [] })),
    discounted: [],
  };
}

function weighSentence(said: SentenceWords, phrases: readonly PreparedPhrase[], act: PreparedTheme['act']): Evidence[] {
  if (said.length < MINIMUM_SENTENCE) return [];
  const acts = act.length > 0 && act.every((words) => words.some((word) => saysPhrase(said, word))) ? 1 : 0;
  const count = acts + phrases.filter((phrase) => saysPhrase(said, phrase)).length;
  return count === 0 ? [] : [{ said, weight: count === 1 ? 1 : SEVERAL_PHRASES }];
}

function strongest(evidence: readonly Evidence[]): Evidence[] {
  const place = ({ said }: Evidence): number => said.sentence.firstToken;
  return [...evidence]
    .sort((a, b) => b.weight - a.weight || place(a) - place(b))
    .slice(0, MAX_EVIDENCE)
    .sort((a, b) => place(a) - place(b));
}

function describeMissing(theme: Theme, sentences: number, open: readonly { readonly name: string }[]): string {
  if (sentences === 0) return missingTheme(theme.name);
  return open.length > 0 ? missingFacets(open.map(({ name }) => name)) : thinTheme(sentences);
}
