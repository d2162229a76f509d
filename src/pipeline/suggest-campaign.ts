import { themeId } from '../api/theme-id.js';
import type { CampaignKind, Facet, Theme } from '../model/campaign.js';
import { normalise } from '../normalise/normalise.js';
import { suggestThemes, type ThemeSuggestion } from '../score/suggest/suggest-themes.js';
import type { WordVectors } from '../vietnamese/word-vectors.js';
import { defaultsOf } from './campaign-defaults.js';
import { campaignName, noOwnThemes, requestTheme, tooLittleText } from './messages.js';

/** A document that was read. */
export interface SuggestionSource {
  readonly file: string;
  readonly text: string;
}

/** A campaign as a resolution suggests it; people edit it. */
export interface SuggestedCampaign {
  readonly name: string;
  readonly kind: CampaignKind;
  readonly themes: readonly Theme[];
  /** What could not be suggested and why, in Vietnamese. */
  readonly notes: readonly string[];
}

/** Characters of one document that are looked at: about two hundred pages. */
const MOST_TEXT = 600_000;
const MOST_TOPICS = 4;
const MOST_PHRASES = 12;
/** Of all kinds of essay, only the answer to a question asks for nothing. */
const WITHOUT_REQUEST: CampaignKind = 'situational-answer';

/**
 * Suggests a campaign from its documents: name, and the themes of its kind with the phrases of the resolution. Study material beside a
 * resolution is left out, and of several resolutions each gives its share. Without enough text only the usual themes, and a note.
 */
export function suggestCampaign(documents: readonly SuggestionSource[], kind: CampaignKind, vectors: WordVectors): SuggestedCampaign {
  const tokensOf = (text: string) => normalise(text).tokens;
  const read = documents.map(({ file, text }) => {
    const cut = text.slice(0, MOST_TEXT);
    return { file, suggestion: suggestThemes(cut, tokensOf(cut), { vectors, tokensOf }) };
  });
  const titled = read.filter(({ suggestion }) => suggestion.title.kind !== '');
  const sources = titled.length > 0 ? titled : read.slice(0, 1);
  const suggestions = sources.map(({ suggestion }) => suggestion);
  const themes = toThemes(suggestions, kind);
  return {
    name: campaignName(
      suggestions.map(({ title }) => title),
      sources[0]?.file ?? '',
    ),
    kind,
    themes,
    notes: sources.flatMap(({ file, suggestion }) => {
      if (suggestion.isTooShort) return [tooLittleText(file)];
      return suggestion.topics.length === 0 ? [noOwnThemes(file)] : [];
    }),
  };
}

function toThemes(suggestions: readonly ThemeSuggestion[], kind: CampaignKind): Theme[] {
  const topics = topicsOf(suggestions);
  const usual = defaultsOf(kind).themes.map((theme) => (theme.kind === 'awareness' ? withPhrases(theme, suggestions) : theme));
  const after = usual.findIndex((theme) => theme.kind === 'awareness') + 1;
  const asks = kind === WITHOUT_REQUEST || usual.some((theme) => theme.kind === 'request') ? [] : [requestOf()];
  return withIds([...usual.slice(0, after), ...topics, ...usual.slice(after), ...asks]);
}

function withPhrases(theme: Theme, suggestions: readonly ThemeSuggestion[]): Theme {
  const phrases = unique(suggestions.flatMap((one) => one.phrases)).slice(0, MOST_PHRASES);
  const facets = new Map<string, readonly string[]>();
  for (const facet of suggestions.flatMap((one) => one.facets)) {
    facets.set(facet.name, unique([...(facets.get(facet.name) ?? []), ...facet.phrases]));
  }
  return { ...theme, phrases: [...theme.phrases, ...phrases], facets: [...facets].map(([name, all]): Facet => ({ name, phrases: all })) };
}

/** Each resolution's first subjects before any one's second. */
function topicsOf(suggestions: readonly ThemeSuggestion[]): Theme[] {
  const longest = Math.max(0, ...suggestions.map(({ topics }) => topics.length));
  const inTurn = Array.from({ length: longest }, (_, i) => suggestions.flatMap(({ topics }) => topics[i] ?? [])).flat();
  const names = unique(inTurn.map(({ name }) => name)).slice(0, MOST_TOPICS);
  return names.map((name) => ({
    id: '',
    name,
    kind: 'topic',
    required: true,
    minimum: 0.5,
    phrases: unique(inTurn.filter((topic) => topic.name === name).flatMap(({ phrases }) => phrases)).slice(0, MOST_PHRASES),
    facets: [],
  }));
}

const requestOf = (): Theme => ({
  id: 'kien-nghi',
  name: requestTheme,
  kind: 'request',
  required: false,
  minimum: 0.5,
  phrases: [],
  facets: [],
});

function withIds(themes: readonly Theme[]): Theme[] {
  const taken = new Set(themes.map(({ id }) => id).filter((id) => id !== ''));
  return themes.map((theme) => {
    if (theme.id !== '') return theme;
    const id = themeId(theme.name, taken);
    taken.add(id);
    return { ...theme, id };
  });
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
