import type { CorrectionsView, DocumentView, EssayView, GroupView, OverviewView, RowView, ViewData } from '../api/view.js';
import type { Assessment } from '../model/assessment.js';
import type { BatchAssessment, ShownDocument, Skipped } from '../model/batch.js';
import type { Campaign } from '../model/campaign.js';
import type { ShownCorrections } from '../model/correction.js';
import type { Calibration, Group } from '../model/detection.js';
import { NOTHING_READ } from '../model/extraction.js';
import type { Conclusion, SimilarPair } from '../model/result-record.js';
import { knownWriter, nameShortener } from './file-names.js';
import { type AssessedText, toSubmissionJson, toThemeFactsJson } from './json.js';
import { fileNotes, fileState, mainReason, needsPerson, sortByNeed } from './need.js';
import { themeLists } from './theme-lists.js';

/** One result and what belongs to its place. */
export interface ViewedResult {
  readonly assessment: Assessment;
  /** Number of the batch it came with; null where there is only one. */
  readonly batch: number | null;
  readonly conclusion: Conclusion | null;
  /** Whoever wrote it, where a roster tells: in place of what came with the file. */
  readonly writer?: { readonly name: string; readonly card: string; readonly cell: string; readonly post: string; readonly place: string };
  /** Who is to look at it; missing where nobody is by name. */
  readonly assigned?: RowView['assigned'];
}

/** What an overview is made of. Assessments may be brief: without matches, quoted spans and evidence. */
export interface Viewed {
  readonly campaign: Pick<Campaign, 'name' | 'kind' | 'themes' | 'policy' | 'prompt'>;
  readonly results: readonly ViewedResult[];
  /** Pairs of the groups at least. */
  readonly pairs: readonly SimilarPair[];
  readonly groups: readonly Group[];
  readonly calibration: Calibration | null;
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
}

/** Members of a group whose pairs are told; more make a picture that nobody reads. */
const MOST_PAIRED = 40;
/** How the ids of a campaign's samples begin. */
const SAMPLE = 'sample:';

/** Everything that a table of the results shows, what needs a person first. */
export function toOverview(viewed: Viewed, generatedAt: Date): OverviewView {
  const { campaign, results } = viewed;
  const assessments = results.map(({ assessment }) => assessment);
  const byReceipt = [...assessments].sort((one, two) => one.submission.sequence - two.submission.sequence);
  const numbers = new Map(byReceipt.map(({ submission }, index) => [submission.id, index + 1]));
  const places = new Map(results.map((result) => [result.assessment.submission.id, result]));
  const shortName = nameShortener({ assessments });
  const lists = themeLists(assessments);
  const rows = sortByNeed(assessments).flatMap(({ submission: { id, file } }): RowView[] => {
    const result = places.get(id);
    return result === undefined ? [] : [toRow(result, { number: numbers.get(id) ?? 0, name: shortName(file), heldTo: lists.placeOf(id) })];
  });
  const { name, kind, themes, policy, prompt } = campaign;
  return {
    campaign: {
      name,
      kind,
      themes: themes.map(toThemeFactsJson),
      ...(lists.all.length > 0 && { groupThemes: [...lists.all] }),
      policy: { ...policy, review: { ...policy.review }, rewrite: { ...policy.rewrite } },
      ...(prompt !== '' && { prompt }),
    },
    generatedAt: generatedAt.toISOString(),
    rows,
    groups: viewed.groups.map((group) => toGroup(group, viewed.pairs, places, numbers)),
    calibration: viewed.calibration === null ? null : { ...viewed.calibration },
    skipped: viewed.skipped.map(({ file, reason }) => ({ file, reason })),
    warnings: [...viewed.warnings],
  };
}

/** One essay with all that was found; `document` is what the spans are of, undefined when it could not be read. */
export function toEssayView(assessment: Assessment, document: AssessedText | undefined, conclusion: Conclusion | null): EssayView {
  return {
    submission: toSubmissionJson(assessment, document ?? NOTHING_READ),
    notes: fileNotes(assessment),
    conclusion: toConclusion(conclusion),
  };
}

/** What people corrected, as the page of an essay shows it. */
export function toCorrectionsView({ revision, excluded, overrides, found }: ShownCorrections): CorrectionsView {
  return {
    revision,
    excluded: excluded.map(({ exclusion: { id, reason, by, at }, match, passage: { first, second, syllables, identical } }) => {
      return { exclusion: id, match, this: { ...first }, that: { ...second }, syllables, identical, reason, by, at };
    }),
    words: overrides.map((word) => ({ ...word })),
    found: found && { copied: { ...found.copied }, met: found.themes.map(({ id, met }) => ({ id, met })) },
  };
}

/** A text for showing. Where an essay of this batch stands in the table, its unit does too, and is empty here. */
export function toDocumentView(id: string, shown: ShownDocument): DocumentView {
  const { file, origin, isForeign, text, quotedSpans, named, hidden, asides, recognised } = shown;
  const kind = isForeign ? 'foreign' : origin !== null ? 'earlier' : id.startsWith(SAMPLE) ? 'sample' : 'here';
  const spans = quotedSpans.map(({ start, end }) => ({ start, end }));
  const quotes = named?.quotes.map((quote) => ({ ...quote })) ?? spans.map((span) => ({ ...span, source: null }));
  const sources = named?.sources.map((source) => ({ ...source })) ?? [];
  const places = { hidden: [...hidden], asides: [...asides], recognised: [...recognised] };
  const whose = { unit: origin?.unit ?? '', campaign: origin?.campaign ?? null };
  return { id, file, ...whose, kind, text, quotedSpans: spans, quotes, sources, ...places };
}

/** A batch with all of its texts, as the HTML report holds it. */
export function toViewData(batch: BatchAssessment, generatedAt: Date): ViewData {
  const { campaign, assessments, groups, calibration, skipped, warnings, documents } = batch;
  const results = assessments.map((assessment) => ({ assessment, batch: null, conclusion: null }));
  const essays = assessments.map((assessment) => {
    const { id } = assessment.submission;
    return [id, toEssayView(assessment, documents.get(id), null)] as const;
  });
  return {
    overview: toOverview({ campaign, results, pairs: pairsOf(assessments), groups, calibration, skipped, warnings }, generatedAt),
    essays: Object.fromEntries(essays),
    documents: Object.fromEntries([...documents].map(([id, document]) => [id, toDocumentView(id, document)])),
  };
}

function toRow(viewed: ViewedResult, { number, name, heldTo }: { number: number; name: string; heldTo: number | undefined }): RowView {
  const { assessment, batch, conclusion, writer, assigned } = viewed;
  const { submission, copied } = assessment;
  return {
    id: submission.id,
    number,
    file: submission.file,
    name,
    person: writer?.name ?? '',
    ...(writer === undefined ? knownWriter(submission) : { member: writer.card, unit: writer.cell }),
    post: writer?.post ?? submission.post,
    place: writer?.place ?? submission.place,
    state: submission.state,
    fileNote: needsPerson(assessment) ? fileState(assessment) : null,
    syllables: assessment.syllables,
    quoted: assessment.quoted,
    copied: { best: copied.best, union: copied.union, longestRun: copied.longestRun },
    group: assessment.group,
    themes: assessment.themes.map(({ id, score, met }) => ({ id, score, met })),
    ...(heldTo !== undefined && { heldTo }),
    advisories: [...new Set(assessment.advisories.map(({ code }) => code))],
    proposal: assessment.proposal,
    grounds: [...assessment.grounds],
    reason: mainReason(assessment),
    reasons: assessment.reasons.length,
    batch,
    conclusion: toConclusion(conclusion),
    ...(assigned && { assigned }),
  };
}

function toConclusion(conclusion: Conclusion | null): EssayView['conclusion'] {
  return conclusion === null ? null : { ...conclusion, grounds: [...conclusion.grounds] };
}

/** Members in order of receipt, which says nothing of who wrote first; those of other units come last. */
function toGroup(
  group: Group,
  pairs: readonly SimilarPair[],
  places: ReadonlyMap<string, ViewedResult>,
  numbers: ReadonlyMap<string, number>,
): GroupView {
  const receipt = (id: string): number => numbers.get(id) ?? Number.MAX_SAFE_INTEGER;
  const members = [...group.members].sort((one, two) => receipt(one) - receipt(two));
  const held = members.flatMap((id) => places.get(id) ?? []);
  const others = group.others ?? [];
  const named = [
    ...held.map(({ assessment, writer }) => writer?.cell ?? knownWriter(assessment.submission).unit),
    ...others.map(({ unit }) => unit),
  ];
  const units = new Set(named.filter((unit) => unit !== ''));
  const runs = held.flatMap(({ assessment }) => assessment.copied.longestRun ?? []);
  const shown = new Map(members.slice(0, MOST_PAIRED).map((id, place) => [id, place]));
  const among = pairs.flatMap(({ first, second, shareOfFirst, shareOfSecond }) => {
    const [one, two] = [shown.get(first), shown.get(second)];
    return one === undefined || two === undefined ? [] : [{ first: one, second: two, shareOfFirst, shareOfSecond }];
  });
  return {
    id: group.id,
    members,
    cohesion: group.cohesion,
    units: units.size,
    longestRun: runs.length === 0 ? null : Math.max(...runs),
    pairs: among,
    others: others.map((one) => ({ ...one })),
    unlinked: [...(group.unlinked ?? [])],
  };
}

/** What the matches of a batch say of its pairs; where both name each other they say the same. */
function pairsOf(assessments: readonly Assessment[]): SimilarPair[] {
  const grouped = new Set(assessments.filter(({ group }) => group !== null).map(({ submission }) => submission.id));
  const pairs = new Map<string, SimilarPair>();
  for (const { submission, matches } of assessments) {
    for (const { id, similarityOfThis, similarityOfThat } of matches) {
      if (!grouped.has(submission.id) || !grouped.has(id)) continue;
      const isFirst = submission.id < id;
      const [first, second] = isFirst ? [submission.id, id] : [id, submission.id];
      const [shareOfFirst, shareOfSecond] = isFirst ? [similarityOfThis, similarityOfThat] : [similarityOfThat, similarityOfThis];
      const similarity = Math.min(similarityOfThis ?? 0, similarityOfThat ?? 0);
      pairs.set(`${first} ${second}`, { first, second, similarity, shareOfFirst, shareOfSecond });
    }
  }
  return [...pairs.values()];
}
