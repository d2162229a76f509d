import type { ThemeScore } from '../model/assessment.js';
import type { NormalisedText } from '../model/tokens.js';
import { findFormFields, ownPlaces } from './form-fields.js';
import { preparePhrase, toPhrase, toSentenceWords, WHOLE } from './phrases.js';
import { type PreparedTheme, scoreTheme } from './themes.js';

/** Scores all themes of an essay on its own words; the lines in which a form is filled in say nothing about any theme. */
export function scoreThemes(
  text: string,
  { tokens, sentences }: NormalisedText,
  kinds: Uint8Array,
  themes: readonly PreparedTheme[],
): ThemeScore[] {
  const fields = findFormFields(text, tokens);
  const formTokens = [...fields.name, ...fields.unit].map(({ from }) => from);
  const body = sentences.filter(({ firstToken, endToken }) => !formTokens.some((token) => token >= firstToken && token < endToken));
  const said = toSentenceWords(tokens, kinds, body);
  const places = ownPlaces(tokens, fields.unit).map(({ from, to }) => preparePhrase(toPhrase(tokens.slice(from, to)), WHOLE));
  return themes.map((theme) => scoreTheme(said, theme, places));
}
