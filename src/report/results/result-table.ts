import type { OverviewView, RowView } from '../../api/view.js';
import { knownParts } from '../case/case-words.js';
import { plainText } from '../letter/plain-text.js';
import { STATE_WORDS } from '../words.js';
import { RESULT_WORDS } from './result-words.js';

/** A text, a count, a share 0..1 or a moment; null where there is none, which is never 0. */
export type Cell = string | number | Date | null;

/** What the cells of a column are: `count` whole numbers, `share` 0..1, `moment` a Date. */
export interface Column {
  readonly title: string;
  readonly kind: 'text' | 'count' | 'share' | 'moment';
  /** In characters. */
  readonly width: number;
}

/** A campaign's results as rows and columns: what spreadsheets are written from. */
export interface ResultTable {
  readonly campaign: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Share with two decimals of a percent, cut and not rounded: it must not read as a limit that it does not reach. */
const cut = (share: number | null): number | null => (share === null ? null : Math.floor(share * 10_000 + 1e-6) / 10_000);

interface Place {
  readonly row: RowView;
  readonly required: ReadonlySet<string>;
  /** Group whose themes it is held to; empty for the campaign's. */
  readonly heldTo: string;
  /** Number of the group it is in, from 1; null for none. */
  readonly group: number | null;
}

type Definition = readonly [title: string, kind: Column['kind'], width: number, cell: (place: Place) => Cell];

const { columns: titles } = RESULT_WORDS;
const text = (value: string): Cell => (value === '' ? null : plainText(value));

const DEFINITIONS: readonly Definition[] = [
  [titles.number, 'count', 8, ({ row }) => row.number],
  [titles.file, 'text', 44, ({ row }) => text(row.file)],
  [titles.person, 'text', 26, ({ row }) => text(row.person)],
  [titles.member, 'text', 18, ({ row }) => text(row.member)],
  [titles.unit, 'text', 28, ({ row }) => text(row.unit)],
  [titles.post, 'text', 22, ({ row }) => text(row.post)],
  [titles.batch, 'count', 6, ({ row }) => row.batch],
  [titles.state, 'text', 22, ({ row }) => text(row.fileNote ?? STATE_WORDS[row.state])],
  [titles.syllables, 'count', 10, ({ row }) => row.syllables],
  [titles.best, 'share', 12, ({ row }) => cut(row.copied.best)],
  [titles.union, 'share', 12, ({ row }) => cut(row.copied.union)],
  [titles.longestRun, 'count', 12, ({ row }) => row.copied.longestRun],
  [titles.quoted, 'share', 12, ({ row }) => cut(row.quoted)],
  [titles.group, 'count', 8, ({ group }) => group],
  [
    titles.met,
    'count',
    12,
    ({ row, required }) => (row.syllables === null ? null : requiredOf(row, required).filter(({ met }) => met).length),
  ],
  [titles.required, 'count', 12, ({ required }) => required.size],
  [titles.heldTo, 'text', 24, ({ heldTo }) => text(heldTo)],
  [titles.proposal, 'text', 16, ({ row }) => RESULT_WORDS.proposals[row.proposal]],
  [titles.proposalGrounds, 'text', 22, ({ row }) => text(knownParts(row.grounds.map((ground) => RESULT_WORDS.grounds[ground])))],
  [titles.proposalReason, 'text', 60, ({ row }) => text(row.reason)],
  [titles.conclusion, 'text', 16, ({ row }) => (row.conclusion === null ? null : RESULT_WORDS.verdicts[row.conclusion.verdict])],
  [
    titles.conclusionGrounds,
    'text',
    26,
    ({ row }) => text(knownParts(row.conclusion?.grounds.map((one) => RESULT_WORDS.concluded[one]) ?? [])),
  ],
  [titles.conclusionReason, 'text', 50, ({ row }) => text(row.conclusion?.reason ?? '')],
  [titles.by, 'text', 22, ({ row }) => text(row.conclusion?.by ?? '')],
  [titles.at, 'moment', 17, ({ row }) => (row.conclusion === null ? null : new Date(row.conclusion.at))],
];

const requiredAmong = (themes: OverviewView['campaign']['themes']): ReadonlySet<string> =>
  new Set(themes.filter((theme) => theme.required).map(({ id }) => id));

const requiredOf = (row: RowView, required: ReadonlySet<string>): RowView['themes'] => row.themes.filter(({ id }) => required.has(id));

/** The results of a campaign, all of them or those of `essays` in that order; ids without a result are left out. */
export function toResultTable({ campaign, rows, groups }: OverviewView, essays?: readonly string[]): ResultTable {
  const ofCampaign = requiredAmong(campaign.themes);
  const lists = (campaign.groupThemes ?? []).map(({ group, themes }) => ({ heldTo: group, required: requiredAmong(themes) }));
  const definitions = lists.length === 0 ? DEFINITIONS.filter(([title]) => title !== titles.heldTo) : DEFINITIONS;
  const numbers = new Map(groups.map(({ id }, index) => [id, index + 1]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = essays === undefined ? rows : essays.flatMap((id) => byId.get(id) ?? []);
  return {
    campaign: campaign.name,
    columns: definitions.map(([title, kind, width]) => ({ title, kind, width })),
    rows: shown.map((row) => {
      const list = lists[row.heldTo ?? -1] ?? { heldTo: '', required: ofCampaign };
      const place = { row, ...list, group: row.group === null ? null : (numbers.get(row.group) ?? null) };
      return definitions.map(([, , , cell]) => cell(place));
    }),
  };
}
