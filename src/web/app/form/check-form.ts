import type { Say } from '../../words/words.js';
import { type CampaignForm, type GroupForm, LIMIT_NAMES, LIMITS, type LimitName, type ThemeForm } from './campaign-form.js';
import { parseDay } from './days.js';
import { parseCount, parseDecimal, parsePercent } from './numbers.js';
import { parseSynonyms } from './parse-phrases.js';

/** What is wrong, by the place it is shown at: "name", "limit reviewBest", "theme KEY minimum". */
export type Wrongs = ReadonlyMap<string, string>;

/** Everything that is wrong with a form, in the order of the page. */
export function checkForm(form: CampaignForm, say: Say): Wrongs {
  const wrongs = new Map<string, string>();
  if (form.name.trim() === '') wrongs.set('name', say('form.nameMissing'));
  // Nothing can be looked for in answers to a question that nobody wrote down.
  if (form.kind === 'situational-answer' && form.prompt.trim() === '' && form.themes.length === 0)
    wrongs.set('prompt', say('form.promptMissing'));
  if (form.rewriteBy.trim() !== '' && parseDay(form.rewriteBy) === null) wrongs.set('rewriteBy', say('form.dayWrong'));
  for (const theme of form.themes) checkTheme(theme, wrongs, say);
  checkGroups(form.groups, wrongs, say);
  checkLimits(form, wrongs, say);
  const { wrongLine } = parseSynonyms(form.synonyms);
  if (wrongLine !== null) wrongs.set('synonyms', say('form.synonymsWrong', { line: wrongLine }));
  return wrongs;
}

function checkGroups(groups: readonly GroupForm[], wrongs: Map<string, string>, say: Say): void {
  const taken = new Set<string>();
  for (const { key, group, themes } of groups) {
    const name = group.trim();
    if (name === '') wrongs.set(`group ${key}`, say('form.groupNameMissing'));
    else if (taken.has(name)) wrongs.set(`group ${key}`, say('form.groupTwice'));
    else if (themes.length === 0) wrongs.set(`group ${key}`, say('form.groupThemesMissing'));
    taken.add(name);
    for (const theme of themes) checkTheme(theme, wrongs, say);
  }
}

function checkTheme(theme: ThemeForm, wrongs: Map<string, string>, say: Say): void {
  const at = (part: string): string => `theme ${theme.key} ${part}`;
  if (theme.name.trim() === '') wrongs.set(at('name'), say('form.themeNameMissing'));
  const minimum = parseDecimal(theme.minimum);
  if (minimum === null || minimum > 1) wrongs.set(at('minimum'), say('form.minimumWrong'));
  // The other kinds are known by how things are said, too.
  if (theme.kind === 'topic' && theme.phrases.length === 0 && theme.facets.length === 0)
    wrongs.set(at('phrases'), say('form.phrasesMissing'));
  for (const { key, name, phrases } of theme.facets) {
    if (name.trim() === '') wrongs.set(`facet ${key} name`, say('form.facetNameMissing'));
    if (phrases.length === 0) wrongs.set(`facet ${key} phrases`, say('form.facetPhrasesMissing'));
  }
}

function checkLimits({ limits }: CampaignForm, wrongs: Map<string, string>, say: Say): void {
  for (const name of LIMIT_NAMES) {
    const { isOn, value } = limits[name];
    if (!isOn) continue;
    const isPercent = LIMITS[name] === 'percent';
    if ((isPercent ? parsePercent(value) : parseCount(value)) !== null) continue;
    wrongs.set(`limit ${name}`, say(isPercent ? 'form.percentWrong' : 'form.countWrong'));
  }
  checkOrder(['reviewBest', 'rewriteBest'], limits, wrongs, say);
  checkOrder(['reviewUnion', 'rewriteUnion'], limits, wrongs, say);
}

/** An essay that is proposed for rewriting before it would be proposed for review is not what anybody means. */
function checkOrder(
  [review, rewrite]: readonly [LimitName, LimitName],
  limits: CampaignForm['limits'],
  wrongs: Map<string, string>,
  say: Say,
): void {
  if (!limits[review].isOn || !limits[rewrite].isOn) return;
  const [lower, upper] = [parsePercent(limits[review].value), parsePercent(limits[rewrite].value)];
  if (lower === null || upper === null || upper >= lower) return;
  wrongs.set(`limit ${rewrite}`, say('form.rewriteBelowReview', { limit: limits[review].value }));
}
