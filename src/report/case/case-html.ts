import type { EssayView, GroupView, ViewData } from '../../api/view.js';
import { formatMoment } from '../../model/format.js';
import { plainText } from '../letter/plain-text.js';
import { CASE_WORDS } from './case-words.js';
import { type CaseSource, heldReason, MOST_MEMBERS } from './to-case.js';

/** What the HTML of a pair holds: both texts, what they share, and nothing of any other essay. */
export function pairView(source: CaseSource, [essay, other]: readonly [essay: string, other: string]): ViewData {
  const start = `/bai/${encodeURIComponent(essay)}/doi-chieu/${encodeURIComponent(other)}`;
  return viewOf(source, { ids: [essay, other], groups: [], start, title: CASE_WORDS.pair, notes: [] });
}

/** The same of a group. */
export function groupView(source: CaseSource, group: GroupView): ViewData {
  const ids = group.members.slice(0, MOST_MEMBERS);
  const notes = ids.length < group.members.length ? [CASE_WORDS.bounded(ids.length, group.members.length)] : [];
  const held = { ...group, members: ids };
  const start = `/nhom/${encodeURIComponent(group.id)}`;
  return viewOf(source, { ids, groups: [held], start, title: CASE_WORDS.group(group.members.length), notes });
}

interface Held {
  readonly ids: readonly string[];
  readonly groups: readonly GroupView[];
  readonly start: string;
  readonly title: string;
  readonly notes: readonly string[];
}

function viewOf(source: CaseSource, { ids, groups, start, title, notes }: Held): ViewData {
  const held = new Set(ids);
  const { overview, essays, documents, unit, exportedBy, exportedAt } = source;
  const named = new Set(groups.map(({ id }) => id));
  const exported = CASE_WORDS.exported(plainText(exportedBy), formatMoment(new Date(exportedAt)));
  const rows = overview.rows
    .filter(({ id }) => held.has(id))
    .map((row) => ({
      ...row,
      group: row.group !== null && named.has(row.group) ? row.group : null,
      reason: heldReason(row, essays.get(row.id), held),
    }));
  return {
    overview: { ...overview, rows, groups: [...groups], skipped: [], warnings: [] },
    essays: Object.fromEntries([...essays].map(([id, essay]) => [id, narrowEssay(essay, held, named)])),
    documents: Object.fromEntries(documents),
    case: { start, title, lines: [`${plainText(unit)} · ${exported}`, CASE_WORDS.principle, ...notes] },
  };
}

/** Other essays are named nowhere: not as matches, not in reasons, not in advisories. */
function narrowEssay(essay: EssayView, held: ReadonlySet<string>, groups: ReadonlySet<string>): EssayView {
  const { submission, corrections } = essay;
  const isHeld = (id: string | undefined): boolean => id === undefined || held.has(id);
  return {
    ...essay,
    ...(corrections && { corrections: { ...corrections, excluded: corrections.excluded.filter(({ match }) => held.has(match)) } }),
    submission: {
      ...submission,
      group: submission.group !== null && groups.has(submission.group) ? submission.group : null,
      matches: submission.matches.filter(({ id }) => held.has(id)),
      reasons: submission.reasons.filter(({ match }) => isHeld(match)),
      advisories: submission.advisories.filter(({ submissions }) => submissions?.every(isHeld) ?? true),
    },
  };
}
