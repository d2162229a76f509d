import type { Reason, ThemeScore } from '../model/assessment.js';
import type { Policy, Theme } from '../model/campaign.js';
import type { WeighedReason } from './findings.js';
import { type Level, unmetShare, unmetThemes } from './messages.js';

/** Reasons that rest on required themes, one for the count and one for each unmet theme's own sentence on what is missing. */
export function themeReasons(scores: readonly ThemeScore[], themes: readonly Theme[], policy: Policy): WeighedReason[] {
  const required = themes.filter((theme) => theme.required);
  const unmet = scores.filter((score) => !score.met && required.some(({ id }) => id === score.id));
  const { unmetThemes: count } = policy.review;
  const { unmetShare: share } = policy.rewrite;
  if (share !== null && required.length > 0 && unmet.length / required.length >= share) {
    return weigh('rewrite', { code: 'unmet-share', text: unmetShare(unmet.length, required.length, share) });
  }
  if (count !== null && unmet.length >= count) {
    return weigh('review', { code: 'unmet-themes', text: unmetThemes(unmet.length, required.length, count) });
  }
  return [];

  function weigh(level: Level, summary: Reason): WeighedReason[] {
    const named = (score: ThemeScore): string => required.find(({ id }) => id === score.id)?.name ?? score.id;
    const details = unmet.map((score): Reason => ({ code: summary.code, text: `${named(score)}: ${score.missing}`, theme: score.id }));
    return [summary, ...details].map((reason) => ({ level, reason }));
  }
}
