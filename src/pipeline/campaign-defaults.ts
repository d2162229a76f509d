import type { CampaignFile } from '../api/campaign-file.js';
import type { CampaignKind, Policy, Theme } from '../model/campaign.js';
import { DEFAULT_POLICIES } from './default-policies.js';
import { DEFAULT_THEMES } from './default-themes.js';
import { knownWords } from './known-words.js';
import { promptThemes } from './prompt-themes.js';

/** What a campaign of this kind starts from. */
export const defaultsOf = (kind: CampaignKind): { readonly themes: readonly Theme[]; readonly policy: Policy } => ({
  themes: DEFAULT_THEMES[kind],
  policy: DEFAULT_POLICIES[kind],
});

/** What a committee may leave out of a campaign, in its file or on the page. */
type Optional = Pick<CampaignFile, 'kind' | 'prompt' | 'themes' | 'policy'>;
type Completed<T> = Omit<T, 'themes' | 'policy'> & { readonly themes: readonly Theme[]; readonly policy: Policy };

/**
 * A campaign as its file or the page gives it, with the defaults of its kind where it says nothing; a situational answer's themes
 * come from its prompt. It has none then only when `lacksQuestion`.
 */
export function withDefaults<T extends Optional>(given: T): Completed<T> {
  const { policy } = defaultsOf(given.kind);
  const { minimumSyllables = policy.minimumSyllables, maximumSyllables = policy.maximumSyllables } = given.policy;
  return {
    ...given,
    themes: themesOf(given),
    policy: {
      review: { ...policy.review, ...given.policy.review } as Policy['review'],
      rewrite: { ...policy.rewrite, ...given.policy.rewrite } as Policy['rewrite'],
      minimumSyllables,
      maximumSyllables,
    },
  };
}

/** Themes of the question that answers are given to; empty when it names nothing to speak of. */
export const themesOfPrompt = (prompt: string): readonly Theme[] => promptThemes(prompt, knownWords());

function themesOf({ kind, prompt, themes }: Pick<Optional, 'kind' | 'prompt' | 'themes'>): readonly Theme[] {
  if (kind === 'situational-answer') return themes === undefined || themes.length === 0 ? themesOfPrompt(prompt) : themes;
  return themes ?? DEFAULT_THEMES[kind];
}

/** Whether nothing tells what an answer should answer: neither themes nor a prompt that names anything. */
export const lacksQuestion = (given: Pick<Optional, 'kind' | 'prompt' | 'themes'>): boolean =>
  given.kind === 'situational-answer' && themesOf(given).length === 0;
