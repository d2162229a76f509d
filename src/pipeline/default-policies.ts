import type { CampaignKind, Policy } from '../model/campaign.js';

const ESSAY: Policy = {
  review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
  // Half of what was asked is missing: whoever reads it would ask for the rest.
  rewrite: { best: 0.4, union: 0.5, unmetShare: 0.5 },
  minimumSyllables: 200,
  maximumSyllables: 5000,
};

/** Limits of a campaign that sets none of its own. Shares are of own words: quotes of the resolution and the form's lines have left them. */
export const DEFAULT_POLICIES: Readonly<Record<CampaignKind, Policy>> = {
  essay: ESSAY,
  // A table of tasks says much in few words, and a head who writes more than ten pages has written a programme.
  'personal-plan': { ...ESSAY, minimumSyllables: 150, maximumSyllables: 4000 },
  // What the resolution and the frame of such documents give is set apart before. What two units still share is their own situation,
  // their tasks and dates, which cannot be the same: less of it is enough to ask, while a programme is several times as long.
  'action-programme': {
    review: { best: 0.15, union: 0.25, passage: 60, unmetThemes: 1 },
    rewrite: { best: 0.35, union: 0.45, unmetShare: 0.5 },
    minimumSyllables: 300,
    maximumSyllables: 12000,
  },
  // An answer to one question is short: a shared run of a paragraph is most of it. It has two themes, which the words of the question
  // give: one of them missed is a matter for a person, since who answers in other words has answered all the same.
  'situational-answer': {
    review: { ...ESSAY.review, passage: 40 },
    rewrite: { ...ESSAY.rewrite, unmetShare: 1 },
    minimumSyllables: 80,
    maximumSyllables: 2000,
  },
};

/**
 * Share of the words outside the form that quote the resolution, from which a text is told to restate it, by kind. A programme sets out
 * from the resolution's own words: only one that adds next to nothing is told of. A plan says which of its tasks are one's own.
 */
export const RESTATES_FROM: Readonly<Record<CampaignKind, number>> = {
  essay: 0.5,
  'personal-plan': 0.6,
  'action-programme': 0.85,
  'situational-answer': 0.5,
};
