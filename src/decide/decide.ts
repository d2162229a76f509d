import { GROUNDS, type Ground, type Proposal, type Reason, type ReasonCode } from '../model/assessment.js';
import type { Policy, ThemeFacts } from '../model/campaign.js';
import { copiedReasons } from './copied-reasons.js';
import type { Findings, WeighedReason } from './findings.js';
import { notRead, suspicious } from './messages.js';
import { themeReasons } from './theme-reasons.js';

export interface Decision {
  readonly proposal: Proposal;
  /** Of the reasons at the level of the proposal. */
  readonly grounds: readonly Ground[];
  /** Of the reasons below it, what is not among these. */
  readonly otherGrounds: readonly Ground[];
  /** The weightiest first; empty when the proposal is to accept. */
  readonly reasons: readonly Reason[];
}

/**
 * Applies the campaign's policy. A limit is reached at its value; each ground is named once, at the highest level that it
 * reaches; a text that could not be read is never accepted, nor is it proposed for rewriting. Read in part, with hidden text or
 * with strung phrases it is not accepted either, whatever the policy says.
 */
export function decide(findings: Findings, policy: Policy, themes: readonly ThemeFacts[]): Decision {
  const { state, syllables } = findings;
  if (syllables === null || (state !== 'ok' && state !== 'suspicious')) {
    const reason: Reason = { code: 'not-read', text: findings.unreadBecause || notRead };
    return { proposal: 'review', grounds: [], otherGrounds: [], reasons: [reason] };
  }
  const weighed = [...copiedReasons(findings, policy), ...themeReasons(findings, themes, policy), ...generalReasons(findings)];
  const rewrite = weighed.filter(({ level }) => level === 'rewrite');
  const review = weighed.filter(({ level }) => level === 'review');
  const reasons = [...rewrite, ...review].map(({ reason }) => reason);
  const { lostToCopies: lost = NONE } = findings;
  if (rewrite.length === 0) {
    return { proposal: review.length > 0 ? 'review' : 'accept', grounds: groundsOf(review, lost), otherGrounds: [], reasons };
  }
  // Who sends an essay back answers for the grounds: what alone would only have asked for a look is not one of them.
  const grounds = groundsOf(rewrite, lost);
  return { proposal: 'rewrite', grounds, otherGrounds: groundsOf(review, lost).filter((ground) => !grounds.includes(ground)), reasons };
}

/** null: about the file itself, which says nothing of the writer. */
const GROUND_OF: Readonly<Record<ReasonCode, Ground | null>> = {
  'copied-best': 'copied',
  'copied-union': 'copied',
  'copied-passage': 'copied',
  'unmet-themes': 'content',
  'unmet-share': 'content',
  'too-short': 'content',
  stuffing: 'content',
  'not-read': null,
  suspicious: null,
  'partial-text': null,
  'hidden-text': null,
};

const NONE: ReadonlySet<string> = new Set();

/** In the order of `GROUNDS`, each once. */
function groundsOf(reasons: readonly WeighedReason[], lost: ReadonlySet<string>): Ground[] {
  // A theme that the copied text would have met is open on the ground of the copy: the content that is asked for is not short besides.
  const counted = reasons.filter(({ reason: { theme } }) => theme === undefined || !lost.has(theme));
  const grounds = new Set(counted.map(({ reason: { code } }) => GROUND_OF[code]));
  return GROUNDS.filter((ground) => grounds.has(ground));
}

/** What asks for a person's eye whatever the figures; advisories of other codes never change the proposal. */
function generalReasons({ state, whole, syllables, advisories }: Findings): WeighedReason[] {
  const reasons: Reason[] = [];
  for (const { code, text, spans } of advisories)
    if (code === 'too-short' || code === 'stuffing' || code === 'partial-text' || code === 'hidden-text')
      reasons.push({ code, text, span: spans[0] ?? whole });
  if (state === 'suspicious' && reasons.length === 0) reasons.push({ code: 'suspicious', text: suspicious, span: whole });
  if (syllables === 0 && reasons.length === 0) reasons.push({ code: 'not-read', text: notRead });
  return reasons.map((reason) => ({ level: 'review', reason }));
}
