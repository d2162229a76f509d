import { z } from 'zod';
import { type CampaignInput, type DefinitionView, definitionSchema, documentRefSchema } from '../../../api/service.js';
import { themeId } from '../../../api/theme-id.js';
import { parseDay, writeDay } from './days.js';
import { newKey } from './keys.js';
import { parseCount, parseDecimal, parsePercent, writeDecimal, writePercent } from './numbers.js';
import { parseSynonyms } from './parse-phrases.js';

export const ROLES = ['references', 'templates', 'samples'] as const;
export type Role = (typeof ROLES)[number];

/** The limits, in the order in which they are shown; what they are counted in. */
export const LIMITS = {
  reviewBest: 'percent',
  reviewUnion: 'percent',
  reviewPassage: 'syllables',
  reviewUnmet: 'themes',
  minimumSyllables: 'syllables',
  maximumSyllables: 'syllables',
  rewriteBest: 'percent',
  rewriteUnion: 'percent',
  rewriteUnmet: 'percent',
} as const;
export type LimitName = keyof typeof LIMITS;
export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

const limitSchema = z.object({ isOn: z.boolean(), value: z.string() });
const facetSchema = z.object({ key: z.string(), name: z.string(), phrases: z.array(z.string()) });
const themeSchema = z.object({
  key: z.string(),
  /** Of a theme that the campaign has already; a new one gets its id from its name. */
  id: z.string().nullable(),
  name: z.string(),
  kind: definitionSchema.shape.themes.element.shape.kind.unwrap(),
  required: z.boolean(),
  minimum: z.string(),
  phrases: z.array(z.string()),
  facets: z.array(facetSchema),
});

const groupSchema = z.object({ key: z.string(), group: z.string(), themes: z.array(themeSchema) });

/** A campaign as it is typed: numbers are texts until they are sent. */
export const formSchema = z.object({
  name: z.string(),
  kind: definitionSchema.shape.kind,
  references: z.array(documentRefSchema),
  templates: z.array(documentRefSchema),
  samples: z.array(documentRefSchema),
  themes: z.array(themeSchema),
  /** What an earlier version kept has none. */
  groups: z.array(groupSchema).default([]),
  limits: z.record(z.enum(LIMIT_NAMES as [LimitName, ...LimitName[]]), limitSchema),
  synonyms: z.string(),
  prompt: z.string(),
  /** As it is typed, empty for none. */
  rewriteBy: z.string(),
});
export type CampaignForm = z.infer<typeof formSchema>;
export type ThemeForm = z.infer<typeof themeSchema>;
export type GroupForm = z.infer<typeof groupSchema>;
export type FacetForm = z.infer<typeof facetSchema>;
export type LimitForm = z.infer<typeof limitSchema>;

/** The form of a definition. */
export function toForm(definition: DefinitionView): CampaignForm {
  const { name, kind, references, templates, samples, themes, groups, policy, synonyms, prompt, rewriteBy } = definition;
  return {
    name,
    kind,
    references,
    templates,
    samples,
    themes: toThemes(themes),
    groups: groups.map((one) => ({ key: newKey(), group: one.group, themes: toThemes(one.themes) })),
    limits: toLimits(policy),
    synonyms: synonyms.map((group) => group.join(', ')).join('\n'),
    prompt,
    rewriteBy: rewriteBy === null ? '' : writeDay(rewriteBy),
  };
}

/** Themes as they are typed. */
export function toThemes(themes: DefinitionView['themes']): ThemeForm[] {
  return themes.map(({ minimum, facets, ...theme }) => ({
    ...theme,
    key: newKey(),
    minimum: writeDecimal(minimum),
    facets: facets.map((facet) => ({ ...facet, key: newKey() })),
  }));
}

/** Limits as they are typed; one that is off is empty. */
export function toLimits({ review, rewrite, minimumSyllables, maximumSyllables }: DefinitionView['policy']): CampaignForm['limits'] {
  const values: Record<LimitName, number | null> = {
    reviewBest: review.best,
    reviewUnion: review.union,
    reviewPassage: review.passage,
    reviewUnmet: review.unmetThemes,
    minimumSyllables,
    maximumSyllables,
    rewriteBest: rewrite.best,
    rewriteUnion: rewrite.union,
    rewriteUnmet: rewrite.unmetShare,
  };
  const typed = LIMIT_NAMES.map((name) => {
    const value = values[name];
    const text = value === null ? '' : LIMITS[name] === 'percent' ? writePercent(value) : String(value);
    return [name, { isOn: value !== null, value: text }] as const;
  });
  return Object.fromEntries(typed) as CampaignForm['limits'];
}

/** What is sent for a form in which nothing is wrong. */
export function toCampaignInput(form: CampaignForm): CampaignInput {
  const share = (name: LimitName): number | null => (form.limits[name].isOn ? parsePercent(form.limits[name].value) : null);
  const count = (name: LimitName): number | null => (form.limits[name].isOn ? parseCount(form.limits[name].value) : null);
  return {
    name: form.name.trim(),
    kind: form.kind,
    references: form.references,
    templates: form.templates,
    samples: form.samples,
    prompt: form.prompt.trim(),
    rewriteBy: parseDay(form.rewriteBy),
    synonyms: parseSynonyms(form.synonyms).groups,
    themes: toThemeInputs(form.themes),
    groups: form.groups.map(({ group, themes }) => ({ group: group.trim(), themes: toThemeInputs(themes) })),
    policy: {
      review: {
        best: share('reviewBest'),
        union: share('reviewUnion'),
        passage: count('reviewPassage'),
        unmetThemes: count('reviewUnmet'),
      },
      rewrite: { best: share('rewriteBest'), union: share('rewriteUnion'), unmetShare: share('rewriteUnmet') },
      minimumSyllables: count('minimumSyllables'),
      maximumSyllables: count('maximumSyllables'),
    },
  };
}

function toThemeInputs(themes: readonly ThemeForm[]): NonNullable<CampaignInput['themes']> {
  const taken = new Set(themes.flatMap(({ id }) => id ?? []));
  return themes.map(({ key: _, id, minimum, facets, ...theme }) => {
    const own = id ?? themeId(theme.name, taken);
    taken.add(own);
    return {
      ...theme,
      id: own,
      name: theme.name.trim(),
      minimum: parseDecimal(minimum) ?? 0,
      facets: facets.map(({ name, phrases }) => ({ name: name.trim(), phrases })),
    };
  });
}
