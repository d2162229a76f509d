import type { Assessment, Discounted, Evidence, Match } from '../../../model/assessment.js';
import type { Span } from '../../../model/span.js';
import type { Submission } from '../../../model/submission.js';
import type { CorpusTables } from '../schema.js';
import { readObject } from './stored-json.js';

/** What lists and tables need of an assessment, long lists empty. Submission and group stand in tables of their own. */
type Brief = Omit<Assessment, 'submission' | 'group'>;

/** What only the page of one essay needs; `evidence` by the place of the theme. */
interface Detail {
  readonly matches: readonly Match[];
  readonly quotedSpans: readonly Span[];
  /** Missing without matches, and in what an earlier version wrote. */
  readonly wording?: Assessment['wording'];
  /** Missing in what an earlier version wrote. */
  readonly metadata?: Assessment['metadata'];
  /** Essays that advisories name, by the place of the advisory; missing in what an earlier version wrote. */
  readonly named?: readonly (readonly string[])[];
  readonly evidence: readonly (readonly Evidence[])[];
  /** By the place of the theme; missing in what an earlier version wrote. */
  readonly discounted?: readonly (readonly Discounted[])[];
}

/** An assessment as its row has it. */
export type AssessmentColumns = Pick<CorpusTables['result'], 'submission' | 'proposal' | 'brief' | 'detail'>;

/** Where its submission and group come from when it is put together again. */
interface Belongings {
  readonly submission: Submission;
  readonly group: string | null;
}

export function assessmentColumns(assessment: Assessment): AssessmentColumns {
  const { submission, matches, quotedSpans, wording, metadata, group: _, themes, advisories, ...rest } = assessment;
  // Empty lists are written out, so that what is read is whole without being copied: thousands are read at a time.
  const brief: Brief = {
    ...rest,
    matches: [],
    quotedSpans: [],
    metadata: null,
    themes: themes.map((theme) => ({ ...theme, evidence: [], discounted: [] })),
    advisories: advisories.map(({ submissions: _named, ...advisory }) => advisory),
  };
  const named = advisories.map(({ submissions = [] }) => submissions);
  const detail: Detail = {
    matches,
    quotedSpans,
    ...(wording && { wording }),
    metadata,
    named,
    evidence: themes.map(({ evidence }) => evidence),
    discounted: themes.map(({ discounted }) => discounted),
  };
  return { submission: submission.id, proposal: assessment.proposal, brief: JSON.stringify(brief), detail: JSON.stringify(detail) };
}

/** Without matches, quoted spans, evidence and essays that advisories name. AppError `corpus-damaged` when it cannot be read. */
export function briefAssessment(brief: string, belongings: Belongings): Assessment {
  return Object.assign(readBrief(brief, belongings.submission.id), belongings);
}

/** All of it. AppError `corpus-damaged` when it cannot be read. */
export function wholeAssessment(columns: Pick<AssessmentColumns, 'brief' | 'detail'>, { submission, group }: Belongings): Assessment {
  const stored = readBrief(columns.brief, submission.id);
  const {
    matches,
    quotedSpans,
    wording,
    metadata = null,
    named = [],
    evidence,
    discounted = [],
  } = readDetail(columns.detail, submission.id);
  const themes = stored.themes.map((theme, at) => ({
    ...theme,
    evidence: (evidence[at] ?? []).map(withWords),
    discounted: discounted[at] ?? [],
  }));
  const advisories = stored.advisories.map((advisory, at) => (named[at]?.length ? { ...advisory, submissions: named[at] } : advisory));
  return { ...stored, submission, group, matches, quotedSpans, ...(wording && { wording }), metadata, themes, advisories };
}

/** An earlier version wrote no words. */
const withWords = ({ words = [], ...span }: Span & { readonly words?: readonly Span[] }): Evidence => ({ ...span, words });

/** AppError `corpus-damaged` when it cannot be read. */
export function readBrief(text: string, submission: string): Brief {
  type Later = 'grounds' | 'otherGrounds';
  const stored = readObject<Omit<Brief, Later> & Partial<Pick<Brief, Later>>>(text, { table: 'result', row: submission });
  const { grounds = [], otherGrounds = [], ...brief } = stored;
  return { ...brief, grounds, otherGrounds };
}

/** AppError `corpus-damaged` when it cannot be read. */
export function readDetail(text: string, submission: string): Detail {
  return readObject(text, { table: 'result', row: submission });
}
