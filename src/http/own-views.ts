import type { OwnAttemptView, OwnFindingsView, OwnLookView, OwnResultView, OwnTextView, StandingView } from '../api/member.js';
import type { Member } from '../corpus/records/members.js';
import type { OwnResult, PastCampaign, Standing } from '../corpus/records/own.js';
import type { Attempt, SecondLook } from '../corpus/records/rounds.js';
import type { Assessment } from '../model/assessment.js';
import type { ShownPlaces } from '../model/batch.js';
import type { Signer } from '../model/batch-signature.js';
import type { CampaignDefinition } from '../model/campaign-record.js';
import type { Conclusion } from '../model/result-record.js';
import type { Span } from '../model/span.js';
import type { Letter, LetterItem, LetterSection } from '../report/letter/letter.js';
import { sharedStretches } from '../report/letter/overlaps.js';
import { keptSection, missingSection } from '../report/letter/theme-sections.js';
import { toLetter } from '../report/letter/to-letter.js';
import { remainingOf } from '../report/remaining.js';

/** How it stands with a member: nothing of what the machine found, and nobody else's name. */
export function viewStanding({ name, unitName }: Member, standing: Standing, past: readonly PastCampaign[]): StandingView {
  const { campaign, prompt, due, exemption, attempts, pending, open, looks, preChecks } = standing;
  const { kind, templates } = campaign.definition;
  return {
    name,
    unit: unitName,
    campaign: { name: campaign.name, kind, prompt },
    due,
    isExempt: exemption !== '',
    templates: templates.map(({ file, sha256 }) => ({ file, sha256 })),
    attempts: attempts.map(viewOwnAttempt),
    pending: pending && { file: pending.file, at: pending.at, state: pending.state, reason: pending.reason },
    open: open && { number: open.number, due: open.due },
    looks: looks.map(viewOwnLook),
    preChecks,
    past: past.map((one) => ({ name: one.name, attempts: one.attempts.map(viewOwnAttempt) })),
  };
}

/** An attempt as its writer sees it. */
export function viewOwnAttempt({ submission, number, file, receivedAt, state, isRead, conclusion }: Attempt): OwnAttemptView {
  return { essay: submission, number, file, receivedAt, state, isRead, conclusion: conclusion && toldConclusion(conclusion) };
}

/** Who of the committee wrote it down is the committee's affair. */
const toldConclusion = ({ verdict, grounds, reason, at }: Conclusion) => ({ verdict, grounds: [...grounds], reason, at });

/** A request for a second look as its writer sees it. */
export function viewOwnLook({ submission, words, askedAt, answer }: SecondLook): OwnLookView {
  return { essay: submission, words, askedAt, answer: answer && { words: answer.words, at: answer.at } };
}

/** A text with its places; null for one that could not be read. */
export interface OwnDocument extends ShownPlaces {
  readonly text: string;
  readonly quotedSpans: readonly Span[];
}

/** What was found of an essay, told to its writer: shares, own words that stand elsewhere too, what is missing. */
export function viewFindings(assessment: Assessment, document: OwnDocument | null, campaign: CampaignDefinition): OwnFindingsView {
  const told = { assessment, document: document ?? undefined, campaign: letterCampaign(campaign), conclusion: null };
  return {
    best: assessment.copied.best,
    union: assessment.copied.union,
    limit: campaign.policy.rewrite.best,
    missing: itemsOf(missingSection(told)),
    kept: itemsOf(keptSection(told)),
    text: document && viewOwnText(assessment, document),
  };
}

const itemsOf = (section: LetterSection | null): { head: string; text: string }[] =>
  (section?.items ?? []).map(({ head, text }: LetterItem) => ({ head, text }));

function viewOwnText({ matches }: Assessment, { text, quotedSpans, hidden, asides, recognised }: OwnDocument): OwnTextView {
  return {
    text,
    shared: sharedStretches(matches),
    quoted: quotedSpans.map(({ start, end }) => ({ start, end })),
    hidden: [...hidden],
    asides: [...asides],
    recognised: [...recognised],
  };
}

/** The result of an essay that was concluded on. */
export function viewOwnResult(own: OwnResult): OwnResultView {
  const { campaign, attempt, result, before, document } = own;
  const { assessment } = result;
  const letter = ownLetter(own);
  const remaining = before && remainingOf(before.result.assessment, assessment);
  return {
    ...viewFindings(assessment, document, campaign.definition),
    attempt: { ...viewOwnAttempt(attempt), conclusion: toldConclusion(attempt.conclusion) },
    steps: letter.sections.filter(({ isNumbered }) => isNumbered).flatMap(({ items }) => items.map(({ text }) => text)),
    before: remaining && {
      number: before.number,
      passages: remaining.passages.length,
      remaining: remaining.passages.filter(({ now }) => now.length > 0).length,
      kept: remaining.kept,
    },
  };
}

/** The letter of a conclusion to its writer. */
export function ownLetter(
  { campaign: { definition }, result: { assessment, conclusion }, document, rewriteBy }: OwnResult,
  signer?: Signer,
): Letter {
  const campaign = { ...letterCampaign(definition), rewriteBy };
  return toLetter({ assessment, document: document ?? undefined, campaign, conclusion, signer });
}

/** What a letter needs of a campaign. */
const letterCampaign = ({ name, kind, themes, policy, rewriteBy }: CampaignDefinition) => ({ name, kind, themes, policy, rewriteBy });
