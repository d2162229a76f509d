import type { DocumentView, EssayView, GroupView, OverviewView, RowView } from '../../api/view.js';
import { formatMoment, formatShare, NO_FIGURE } from '../../model/format.js';
import { plainText } from '../letter/plain-text.js';
import { RESULT_WORDS } from '../results/result-words.js';
import type { CaseFile, CaseMember, CasePair } from './case-file.js';
import { type SharedText, sharedText, showPassages } from './case-passages.js';
import { CASE_WORDS, knownParts } from './case-words.js';

/** Members of a group that a case holds. */
export const MOST_MEMBERS = 40;
/** Passages of a pair, and of each pair of a group, that are shown. */
const MOST_OF_PAIR = 200;
const MOST_OF_GROUP = 5;

/** What a case is made of: everything that it shows has been read already. */
export interface CaseSource {
  readonly overview: OverviewView;
  readonly essays: ReadonlyMap<string, EssayView>;
  readonly documents: ReadonlyMap<string, DocumentView>;
  readonly prompt: string;
  readonly unit: string;
  readonly exportedBy: string;
  /** ISO 8601. */
  readonly exportedAt: string;
}

/** One essay and another text. */
export function pairCase(source: CaseSource, ids: readonly [essay: string, other: string]): CaseFile {
  const pair = pairOf(source, [0, 1], ids, MOST_OF_PAIR);
  return {
    ...headOf(source),
    kind: 'pair',
    title: CASE_WORDS.pair,
    members: ids.map((id) => memberOf(source, id, ids)),
    pairs: [pair],
    shares: [],
    notes: [...excludedNotes(source, ids), ...unreadNotes(source, ids)],
  };
}

/**
 * A group: its members in order of receipt, the shares of every pair, and what the one that shares the most has in common
 * with each; a member of another unit is beside the own one that it shares most with.
 */
export function groupCase(source: CaseSource, group: GroupView): CaseFile {
  const ids = group.members.slice(0, MOST_MEMBERS);
  const central = centralOf(group);
  const beside = new Map(group.others.map((other) => [other.id, ids.indexOf(other.beside)]));
  const pairs = ids.flatMap((id, place) => {
    const first = beside.get(id) ?? central;
    return place === central || first < 0 ? [] : [pairOf(source, [first, place], [ids[first] ?? '', id], MOST_OF_GROUP)];
  });
  const shares = group.pairs.map(({ first, second, shareOfFirst, shareOfSecond }) => {
    return { left: first, right: second, shareOfLeft: shareOfFirst, shareOfRight: shareOfSecond };
  });
  const strongest = (one: { shareOfLeft: number | null; shareOfRight: number | null }): number =>
    Math.max(one.shareOfLeft ?? 0, one.shareOfRight ?? 0);
  const members = ids.map((id) => memberOf(source, id, ids));
  return {
    ...headOf(source),
    kind: 'group',
    title: CASE_WORDS.group(group.members.length),
    members,
    pairs: pairs.filter(({ passages }) => passages.length > 0),
    shares: shares.sort((one, two) => strongest(two) - strongest(one)),
    notes: [
      ...(ids.length < group.members.length ? [CASE_WORDS.bounded(ids.length, group.members.length)] : []),
      CASE_WORDS.central(members[central]?.title ?? ''),
      ...unreadNotes(source, ids),
    ],
  };
}

function headOf({
  overview,
  prompt,
  unit,
  exportedBy,
  exportedAt,
}: CaseSource): Pick<CaseFile, 'campaign' | 'prompt' | 'unit' | 'exportedBy' | 'exportedAt'> {
  return {
    campaign: plainText(overview.campaign.name),
    prompt: prompt
      .split(/\n+/)
      .map(plainText)
      .filter((line) => line !== '')
      .join('\n'),
    unit: plainText(unit),
    exportedBy: plainText(exportedBy),
    exportedAt,
  };
}

/** The own member that shares the most with all others together; the first of several. */
function centralOf({ members, others, pairs }: GroupView): number {
  const sums = Array.from({ length: members.length }, () => 0);
  for (const { first, second, shareOfFirst, shareOfSecond } of pairs) {
    const share = Math.max(shareOfFirst ?? 0, shareOfSecond ?? 0);
    sums[first] = (sums[first] ?? 0) + share;
    sums[second] = (sums[second] ?? 0) + share;
  }
  const own = sums.slice(0, Math.min(MOST_MEMBERS, members.length - others.length));
  return Math.max(0, own.indexOf(Math.max(...own)));
}

const NOTHING: SharedText = { shareOfLeft: null, shareOfRight: null, passages: [] };

function pairOf(source: CaseSource, places: readonly [number, number], ids: readonly [string, string], limit: number): CasePair {
  const shared = sharedText(ids[0], ids[1], source.essays) ?? NOTHING;
  const [left, right] = ids.map((id) => source.documents.get(id));
  const passages = left === undefined || right === undefined ? [] : showPassages(shared, left, right, limit);
  const { shareOfLeft, shareOfRight } = shared;
  return { left: places[0], right: places[1], shareOfLeft, shareOfRight, passages, more: shared.passages.length - passages.length };
}

/** Passages that people took out of the figures, and for what reasons. */
function excludedNotes({ essays }: CaseSource, [essay, other]: readonly [string, string]): string[] {
  const excluded = essays.get(essay)?.corrections?.excluded.filter(({ match }) => match === other) ?? [];
  const reasons = [...new Set(excluded.map(({ reason }) => plainText(reason)))];
  return excluded.length === 0 ? [] : [CASE_WORDS.excluded(excluded.length, reasons)];
}

function unreadNotes({ documents }: CaseSource, ids: readonly string[]): string[] {
  return ids.every((id) => documents.has(id)) ? [] : [CASE_WORDS.unread];
}

function memberOf({ overview, essays, documents }: CaseSource, id: string, ids: readonly string[]): CaseMember {
  const row = overview.rows.find((one) => one.id === id);
  if (row !== undefined) return rowMember({ ...row, reason: heldReason(row, essays.get(id), new Set(ids)) });
  const document = documents.get(id);
  const { facts } = CASE_WORDS;
  const foreign = overview.groups.flatMap(({ others }) => others).find((other) => other.id === id);
  const file = plainText(document?.file ?? (foreign === undefined ? id : CASE_WORDS.foreign(foreign.unit)));
  const known: (readonly [string, string])[] = [
    [facts.file, file],
    [facts.unit, plainText(document?.unit ?? foreign?.unit ?? '')],
    [facts.campaign, plainText(document?.campaign ?? '')],
  ];
  return { title: lastPart(file), number: null, facts: known.filter(([, value]) => value !== ''), proposal: null, conclusion: null };
}

/** The weightiest reason that names no other text than those of the case; empty without one. */
export function heldReason(row: RowView, essay: EssayView | undefined, held: ReadonlySet<string>): string {
  // What is told of a file without text is about the file alone.
  if (row.syllables === null || essay === undefined) return row.reason;
  return essay.submission.reasons.find(({ match }) => match === undefined || held.has(match))?.text ?? '';
}

const lastPart = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

function rowMember(row: RowView): CaseMember {
  const { proposal, grounds, reason, conclusion } = row;
  return {
    title: plainText(row.person || row.member || row.name),
    number: row.number,
    facts: factsOf(row).filter(([, value]) => value !== ''),
    proposal: {
      words: withGrounds(
        RESULT_WORDS.proposals[proposal],
        grounds.map((ground) => RESULT_WORDS.grounds[ground]),
      ),
      reason: plainText(reason),
    },
    conclusion: conclusion && {
      words: withGrounds(
        RESULT_WORDS.verdicts[conclusion.verdict],
        conclusion.grounds.map((ground) => RESULT_WORDS.concluded[ground]),
      ),
      reason: plainText(conclusion.reason),
      by: CASE_WORDS.by(plainText(conclusion.by), formatMoment(new Date(conclusion.at))),
    },
  };
}

const withGrounds = (words: string, grounds: readonly string[]): string =>
  grounds.length === 0 ? words : `${words} (${knownParts(grounds)})`;

function factsOf({ file, member, unit, post, syllables, quoted, copied }: RowView): (readonly [string, string])[] {
  const { facts } = CASE_WORDS;
  const counted = (value: number | null): string => (value === null ? NO_FIGURE : CASE_WORDS.syllables(value));
  return [
    [facts.file, plainText(file)],
    [facts.member, plainText(member)],
    [facts.unit, plainText(unit)],
    [facts.post, plainText(post)],
    [facts.syllables, counted(syllables)],
    [facts.best, formatShare(copied.best)],
    [facts.union, formatShare(copied.union)],
    [facts.longestRun, counted(copied.longestRun)],
    [facts.quoted, formatShare(quoted)],
  ];
}
