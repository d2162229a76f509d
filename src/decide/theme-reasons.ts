import type { Reason, ThemeScore } from '../model/assessment.js';
import type { Policy, ThemeFacts } from '../model/campaign.js';
import type { Findings, WeighedReason } from './findings.js';
import { type Level, unmetShare, unmetTheme, unmetThemes } from './messages.js';

/**
 * Reasons that rest on required themes: one for the count, which leads to the first unmet theme, and one for each unmet theme with
 * its own sentence on what is missing.
 */
export function themeReasons(
  { themes: scores, whole }: Pick<Findings, 'themes' | 'whole'>,
  themes: readonly ThemeFacts[],
  policy: Policy,
): WeighedReason[] {
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

  function weigh(level: Level, { code, text }: Pick<Reason, 'code' | 'text'>): WeighedReason[] {
    const named = (score: ThemeScore): string => required.find(({ id }) => id === score.id)?.name ?? score.id;
    const first = unmet[0];
    // A limit of 0 is reached with every theme met: then it is about the whole essay.
    const summary: Reason = { code, text, ...(first === undefined ? { span: whole } : { theme: first.id }) };
    const details = unmet.map((score): Reason => ({ code, text: unmetTheme(named(score), score.missing), theme: score.id }));
    return [summary, ...details].map((reason) => ({ level, reason }));
  }
}
