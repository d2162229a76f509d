import type { QueuedView } from '../../../api/review.js';
import { foldText } from '../../viewer/rows.js';

/** What the queue can be ordered by. */
export const QUEUE_ORDERS = ['group', 'longestRun', 'unit', 'age'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** Which essays of the queue are shown; empty stands for all. */
export interface QueueFilter {
  readonly search: string;
  readonly campaign: string;
  readonly whose: 'all' | 'mine' | 'nobody';
}

const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** Essays that pass, in order: members of a group stand together, then the longest run comes first, then units by name, then what came first. */
export function orderQueue(queue: readonly QueuedView[], { search, campaign, whose }: QueueFilter, order: QueueOrder): QueuedView[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const shown = queue.filter((one) => {
    if (campaign !== '' && one.campaign !== campaign) return false;
    if (whose === 'mine' && !one.isMine) return false;
    if (whose === 'nobody' && one.assigned !== null) return false;
    return words.length === 0 || containsAll(one, words);
  });
  const first: Readonly<Record<QueueOrder, (a: QueuedView, b: QueuedView) => number>> = {
    group: (a, b) => groupOf(a) - groupOf(b) || COLLATOR.compare(a.campaignName, b.campaignName),
    longestRun: byRun,
    unit: byUnit,
    age: byAge,
  };
  return shown.sort((a, b) => first[order](a, b) || byRun(a, b) || byUnit(a, b) || byAge(a, b));
}

const groupOf = ({ group }: QueuedView): number => group?.number ?? Number.MAX_SAFE_INTEGER;
const byRun = (a: QueuedView, b: QueuedView): number => (b.longestRun ?? -1) - (a.longestRun ?? -1);
const byUnit = (a: QueuedView, b: QueuedView): number => COLLATOR.compare(a.unit, b.unit);
const byAge = (a: QueuedView, b: QueuedView): number => (a.receivedAt < b.receivedAt ? -1 : Number(a.receivedAt > b.receivedAt));

/** What is searched of each: folding thousands of them anew at every letter would be felt. */
const FOLDED = new WeakMap<QueuedView, string>();

function containsAll(one: QueuedView, words: readonly string[]): boolean {
  const text = FOLDED.get(one) ?? foldText(`${one.file} ${one.person} ${one.member} ${one.unit}`);
  FOLDED.set(one, text);
  return words.every((word) => text.includes(word));
}

/** The essay that comes after one in somebody's own work, else in all that waits; the first of it where the essay itself waits no more. */
export function nextInQueue(queue: readonly QueuedView[], essay: string): { readonly left: number; readonly next: QueuedView | null } {
  const mine = queue.filter(({ isMine }) => isMine);
  const ordered = orderQueue(mine.length > 0 ? mine : queue, { search: '', campaign: '', whose: 'all' }, 'group');
  const place = ordered.findIndex((one) => one.essay === essay);
  const next = ordered[place + 1] ?? ordered.find((one) => one.essay !== essay) ?? null;
  return { left: ordered.length, next };
}
