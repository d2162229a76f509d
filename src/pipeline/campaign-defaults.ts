import type { CampaignFile } from '../api/campaign-file.js';
import type { CampaignKind, Policy, Theme } from '../model/campaign.js';

const ESSAY_POLICY: Policy = {
  review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
  // Phrases miss much of what good writers say: by themes alone an essay is sent back only if it meets none of them.
  rewrite: { best: 0.4, union: 0.5, unmetShare: 1 },
  minimumSyllables: 200,
  maximumSyllables: 5000,
};

/** Limits of a campaign that sets none of its own. */
const DEFAULT_POLICIES: Readonly<Record<CampaignKind, Policy>> = {
  essay: ESSAY_POLICY,
  'personal-plan': { ...ESSAY_POLICY, minimumSyllables: 150 },
  'action-programme': { ...ESSAY_POLICY, minimumSyllables: 300 },
  // An answer to one question is short: a shared run of a paragraph is most of it.
  'situational-answer': { ...ESSAY_POLICY, review: { ...ESSAY_POLICY.review, passage: 40 }, minimumSyllables: 80 },
};

const awareness: Theme = {
  id: 'nhan-thuc',
  name: 'Nhận thức về những nội dung cơ bản',
  kind: 'awareness',
  required: true,
  // One clear sentence is enough.
  minimum: 0.4,
  phrases: [],
  facets: [],
};
const commitment: Theme = {
  id: 'trach-nhiem',
  name: 'Trách nhiệm của bản thân',
  kind: 'commitment',
  required: true,
  // One clear sentence is enough.
  minimum: 0.4,
  phrases: [],
  facets: [],
};
const ownUnit: Theme = {
  id: 'lien-he-don-vi',
  name: 'Liên hệ đơn vị, lĩnh vực công tác',
  kind: 'own-unit',
  required: true,
  // One clear sentence is enough.
  minimum: 0.4,
  phrases: [],
  facets: [],
};

/** Themes of a campaign that names none; the cues of each kind find them. A situational answer has none by default: only its question tells what to look for. */
const DEFAULT_THEMES: Readonly<Record<CampaignKind, readonly Theme[]>> = {
  essay: [awareness, commitment, ownUnit],
  'personal-plan': [commitment, ownUnit],
  'action-programme': [ownUnit],
  'situational-answer': [],
};

/** What a campaign of this kind starts from. */
export const defaultsOf = (kind: CampaignKind): { readonly themes: readonly Theme[]; readonly policy: Policy } => ({
  themes: DEFAULT_THEMES[kind],
  policy: DEFAULT_POLICIES[kind],
});

/** What a committee may leave out of a campaign, in its file or on the page. */
type Optional = Pick<CampaignFile, 'kind' | 'themes' | 'policy'>;
type Completed<T> = Omit<T, 'themes' | 'policy'> & { readonly themes: readonly Theme[]; readonly policy: Policy };

/** A campaign as its file or the page gives it, with the defaults of its kind where it says nothing. */
export function withDefaults<T extends Optional>(given: T): Completed<T> {
  const { themes, policy } = defaultsOf(given.kind);
  const { minimumSyllables = policy.minimumSyllables, maximumSyllables = policy.maximumSyllables } = given.policy;
  return {
    ...given,
    themes: (given.themes as readonly Theme[] | undefined) ?? themes,
    policy: {
      review: { ...policy.review, ...given.policy.review } as Policy['review'],
      rewrite: { ...policy.rewrite, ...given.policy.rewrite } as Policy['rewrite'],
      minimumSyllables,
      maximumSyllables,
    },
  };
}
