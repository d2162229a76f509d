import type { ReportJson, SubmissionJson } from '../api/report.js';
import type { Advisory, Assessment, HeldTo, Match, ThemeScore } from '../model/assessment.js';
import type { BatchAssessment, ShownDocument } from '../model/batch.js';
import type { ThemeFacts } from '../model/campaign.js';
import { NOTHING_READ } from '../model/extraction.js';
import { type Span, sliceAround } from '../model/span.js';

/** A batch as `assess --json` writes it; submissions in the order given, with their text only if asked for. */
export function toReportJson(batch: BatchAssessment, options: { readonly texts: boolean }): ReportJson {
  return {
    version: 1,
    campaign: batch.campaign.name,
    parameters: { ...batch.parameters },
    calibration: batch.calibration === null ? null : { ...batch.calibration },
    submissions: batch.assessments.map((assessment) => {
      const document = batch.documents.get(assessment.submission.id) ?? NOTHING_READ;
      const submission = toSubmissionJson(assessment, document);
      return options.texts ? { ...submission, text: document.text } : submission;
    }),
    newOverlap: batch.newOverlap.map((one) => ({ id: one.id, with: one.with, similarity: one.similarity })),
    groups: batch.groups.map(({ id, members, cohesion }) => ({ id, members: [...members], cohesion })),
    skipped: batch.skipped.map(({ file, reason }) => ({ file, reason })),
  };
}

/** The text that the spans of an assessment are of, and what of it no reader sees. */
export type AssessedText = Pick<ShownDocument, 'text' | 'hidden'>;

/** One essay as reports tell of it, with all its evidence; `document` is what the spans are of. */
export function toSubmissionJson(assessment: Assessment, document: AssessedText): SubmissionJson {
  const { submission, copied } = assessment;
  return {
    id: submission.id,
    file: submission.file,
    member: submission.member,
    unit: submission.unit,
    post: submission.post,
    place: submission.place,
    sha256: submission.sha256,
    state: submission.state,
    messages: assessment.messages.map(({ code, text: message }) => ({ code, text: message })),
    metadata: toFactsJson(assessment.metadata),
    syllables: assessment.syllables,
    quoted: assessment.quoted,
    quotedSpans: assessment.quotedSpans.map(toSpanJson),
    copied: { best: copied.best, union: copied.union, longestRun: copied.longestRun },
    matches: assessment.matches.map(toMatchJson),
    group: assessment.group,
    themes: assessment.themes.map((theme) => toThemeJson(theme, document)),
    advisories: assessment.advisories.map(toAdvisoryJson),
    proposal: assessment.proposal,
    grounds: [...assessment.grounds],
    otherGrounds: [...assessment.otherGrounds],
    reasons: assessment.reasons.map(({ span, ...reason }) => (span === undefined ? reason : { ...reason, span: toSpanJson(span) })),
    ...(assessment.heldTo && { heldTo: toGroupThemesJson(assessment.heldTo) }),
  };
}

/** Themes of a group as reports tell of them. */
export const toGroupThemesJson = ({ group, themes }: HeldTo): NonNullable<SubmissionJson['heldTo']> => ({
  group,
  themes: themes.map(toThemeFactsJson),
});

/** A theme without what it is told by. */
export const toThemeFactsJson = ({ id, name, kind, required, minimum }: ThemeFacts): ThemeFacts => ({ id, name, kind, required, minimum });

function toFactsJson(facts: Assessment['metadata']): SubmissionJson['metadata'] {
  return facts && { ...facts, identifiers: [...facts.identifiers], fonts: [...facts.fonts] };
}

/** In which texts a passage stands beside the body, as reports call them. */
const BESIDE = { first: 'this', second: 'that', both: 'both' } as const;

function toMatchJson(match: Match): SubmissionJson['matches'][number] {
  return {
    id: match.id,
    file: match.file,
    kind: match.kind,
    similarityOfThis: match.similarityOfThis,
    similarityOfThat: match.similarityOfThat,
    passages: match.passages.map(({ first, second, syllables, identical, weight, beside }) => ({
      this: toSpanJson(first),
      that: toSpanJson(second),
      syllables,
      identical,
      weight,
      ...(beside && { beside: BESIDE[beside] }),
    })),
  };
}

function toAdvisoryJson({ code, text, spans, submissions }: Advisory): SubmissionJson['advisories'][number] {
  const advisory = { code, text, spans: spans.map(toSpanJson) };
  return submissions === undefined ? advisory : { ...advisory, submissions: [...submissions] };
}

/** Hidden words inside a sentence are no evidence: the theme was scored without them. */
function toThemeJson(theme: ThemeScore, { text, hidden }: AssessedText): SubmissionJson['themes'][number] {
  const { id, score, met, missing } = theme;
  const evidence = theme.evidence.map((one) => ({
    ...toSpanJson(one),
    text: sliceAround(text, one, hidden),
    words: one.words.map(toSpanJson),
  }));
  const discounted = theme.discounted.map((one) => ({ ...toSpanJson(one), text: text.slice(one.start, one.end), because: one.because }));
  return { id, score, met, missing, evidence, discounted };
}

// Spans may carry more than their two offsets (hidden spans do); the report does not.
function toSpanJson({ start, end }: Span): Span {
  return { start, end };
}
