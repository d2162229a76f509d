import { GROUNDS, type Ground, type Proposal, type Reason } from '../model/assessment.js';
import type { Policy, Theme } from '../model/campaign.js';
import { copiedReasons } from './copied-reasons.js';
import type { Findings, WeighedReason } from './findings.js';
import { notRead, suspicious } from './messages.js';
import { themeReasons } from './theme-reasons.js';

export interface Decision {
  readonly proposal: Proposal;
  /** Of the reasons that lead to it. */
  readonly grounds: readonly Ground[];
  /** The weightiest first; empty when the proposal is to accept. */
  readonly reasons: readonly Reason[];
}

/**
 * Applies the campaign's policy. A limit is reached at its value; each ground is named once, at the highest level that it
 * reaches; a text that could not be read is never accepted, nor is it proposed for rewriting.
 */
export function decide(findings: Findings, policy: Policy, themes: readonly Theme[]): Decision {
  const { state, syllables } = findings;
  if (syllables === null || (state !== 'ok' && state !== 'suspicious')) {
    return { proposal: 'review', grounds: [], reasons: [{ code: 'not-read', text: findings.unreadBecause || notRead }] };
  }
  const weighed = [...copiedReasons(findings, policy), ...themeReasons(findings.themes, themes, policy), ...generalReasons(findings)];
  const rewrite = weighed.filter(({ level }) => level === 'rewrite');
  const review = weighed.filter(({ level }) => level === 'review');
  const proposal = rewrite.length > 0 ? 'rewrite' : review.length > 0 ? 'review' : 'accept';
  const reasons = [...rewrite, ...review].map(({ reason }) => reason);
  return { proposal, grounds: groundsOf(proposal === 'rewrite' ? rewrite : review), reasons };
}

const GROUND_OF: Readonly<Partial<Record<Reason['code'], Ground>>> = {
  'copied-best': 'copied',
  'copied-union': 'copied',
  'copied-passage': 'copied',
  'unmet-themes': 'content',
  'unmet-share': 'content',
  'too-short': 'content',
  stuffing: 'content',
};

function groundsOf(reasons: readonly WeighedReason[]): Ground[] {
  const grounds = new Set(reasons.map(({ reason: { code } }) => GROUND_OF[code]));
  return GROUNDS.filter((ground) => grounds.has(ground));
}

/** What asks for a person's eye whatever the figures; advisories of other codes never change the proposal. */
function generalReasons({ state, whole, advisories }: Findings): WeighedReason[] {
  const reasons: Reason[] = [];
  for (const { code, text } of advisories)
    if (code === 'too-short' || code === 'stuffing' || code === 'partial-text' || code === 'hidden-text')
      reasons.push({ code, text, span: whole });
  if (state === 'suspicious' && reasons.length === 0) reasons.push({ code: 'suspicious', text: suspicious, span: whole });
  return reasons.map((reason) => ({ level: 'review', reason }));
}
