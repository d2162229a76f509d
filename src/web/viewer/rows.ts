import type { OverviewView, RowView } from '../../api/view.js';

/** Which rows a table shows; an empty string or list stands for all. */
export interface RowFilter {
  readonly search: string;
  readonly proposal: RowView['proposal'] | '';
  readonly unit: string;
  /** `person`: files that somebody must look at; `noted`: essays with advisories. */
  readonly file: 'person' | 'noted' | '';
  /** Id of a theme that is not met. */
  readonly unmet: string;
  readonly conclusion: 'open' | 'done' | 'differs' | '';
}

export const NO_FILTER: RowFilter = { search: '', proposal: '', unit: '', file: '', unmet: '', conclusion: '' };

/** Columns that a table can be ordered by. */
export type SortKey = 'name' | 'overlap' | 'quoted' | 'own' | 'longestRun' | 'group' | 'themes' | 'proposal';

/** null: the order of the overview, what needs a person first. */
export type RowSort = { readonly key: SortKey; readonly descending: boolean } | null;

/** Rows that pass the filter, in their order. */
export function filterRows(rows: readonly RowView[], filter: RowFilter): RowView[] {
  const words = foldText(filter.search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => passes(row, filter) && containsAll(row, words));
}

/** Letters without case and marks, đ as d, so that one may type without them. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

function passes(row: RowView, { proposal, unit, file, unmet, conclusion }: RowFilter): boolean {
  if (proposal !== '' && row.proposal !== proposal) return false;
  if (unit !== '' && row.unit !== unit) return false;
  if (file === 'person' && row.fileNote === null) return false;
  if (file === 'noted' && row.advisories.length === 0) return false;
  if (unmet !== '' && !leavesUnmet(row, unmet)) return false;
  if (conclusion === 'open') return row.conclusion === null;
  if (conclusion === 'done') return row.conclusion !== null;
  return conclusion !== 'differs' || differs(row);
}

/** Whether an essay that was read does not meet a theme. */
export function leavesUnmet({ themes }: Pick<RowView, 'themes'>, theme: string): boolean {
  return themes.some(({ id, score, met }) => id === theme && score !== null && !met);
}

/** What is searched in each row: folding thousands of them anew at every letter would be felt. */
const FOLDED = new WeakMap<RowView, string>();

function containsAll(row: RowView, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = FOLDED.get(row) ?? foldText(`${row.file} ${row.person} ${row.member} ${row.unit}`);
  FOLDED.set(row, text);
  return words.every((word) => text.includes(word));
}

/** Whether people concluded otherwise than the machine proposed; after "review" nothing is otherwise. */
export function differs({ conclusion, proposal }: RowView): boolean {
  if (conclusion === null) return false;
  return (conclusion.verdict === 'accepted' && proposal === 'rewrite') || (conclusion.verdict === 'rewrite' && proposal === 'accept');
}

/** Share of all syllables that are the writer's own: neither quoted nor shared with any other text. null where unknown. */
export function ownShare({ copied, quoted }: Pick<RowView, 'copied' | 'quoted'>): number | null {
  return copied.union === null || quoted === null ? null : Math.max(0, (1 - quoted) * (1 - copied.union));
}

const PROPOSAL_RANK: Readonly<Record<RowView['proposal'], number>> = { accept: 0, review: 1, rewrite: 2 };

function sortValue(row: RowView, key: SortKey, groups: ReadonlyMap<string, number>): number | string | null {
  if (key === 'name') return titleOf(row);
  if (key === 'overlap') return row.copied.best;
  if (key === 'quoted') return row.quoted;
  if (key === 'own') return ownShare(row);
  if (key === 'longestRun') return row.copied.longestRun;
  if (key === 'group') return (row.group !== null && groups.get(row.group)) || null;
  if (key === 'themes') return row.themes.every(({ score }) => score === null) ? null : row.themes.filter(({ met }) => met).length;
  return PROPOSAL_RANK[row.proposal];
}

const COLLATOR = new Intl.Collator('vi', { numeric: true });

function compareValues(one: number | string, two: number | string): number {
  return typeof one === 'string' && typeof two === 'string' ? COLLATOR.compare(one, two) : Number(one) - Number(two);
}

/** What an essay is called: who wrote it where somebody said so, its file otherwise. */
export function titleOf({ person, member, name }: Pick<RowView, 'person' | 'member' | 'name'>): string {
  return person || member || name;
}

/** Name of a file without the folders it came in. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Numbers of the groups, from 1, in their order. */
export function groupNumbers(groups: OverviewView['groups']): ReadonlyMap<string, number> {
  return new Map(groups.map(({ id }, index) => [id, index + 1]));
}

/** Units that rows name, in alphabetical order, each with how many rows it has. */
export function unitsOf(rows: readonly RowView[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { unit } of rows) if (unit !== '') counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort(([one], [two]) => COLLATOR.compare(one, two));
}

/** Rows in the order of a column, those without a value last; equal ones stay in the order they came in. */
export function sortRows(rows: readonly RowView[], sort: RowSort, groups: ReadonlyMap<string, number>): readonly RowView[] {
  if (sort === null) return rows;
  const { key, descending } = sort;
  const keyed = rows.map((row) => ({ row, value: sortValue(row, key, groups) }));
  keyed.sort((one, two) => {
    if (one.value === null || two.value === null) return Number(one.value === null) - Number(two.value === null);
    return descending ? compareValues(two.value, one.value) : compareValues(one.value, two.value);
  });
  return keyed.map(({ row }) => row);
}

/** Whether conclusions are spoken of: where people can conclude, or have. */
export function showsConclusions(rows: readonly RowView[], canConclude: boolean): boolean {
  return canConclude || rows.some(({ conclusion }) => conclusion !== null);
}
