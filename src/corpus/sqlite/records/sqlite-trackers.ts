import type { UnitFigures } from '../../../model/person-facts.js';
import type { TrackedCampaign, TrackedFigures, Tracker, UnitGroup } from '../../../model/tracker.js';
import type { Trackers } from '../../records/trackers.js';
import { type CountedTree, countTree, dayInVietnam } from './figures/counted-tree.js';
import { receivedByDay } from './figures/people-sql.js';
import { readLooked } from './figures/read-figures.js';
import { visibleCampaign, visibleCampaigns } from './figures/visible-campaigns.js';
import { BY_NAME } from './roster/names.js';
import type { Store, Tables } from './store.js';
import { readUnitGroups } from './unit-groups.js';

export class SqliteTrackers implements Trackers {
  constructor(private readonly store: Store) {}

  list(): Promise<readonly TrackedCampaign[]> {
    const mark = this.store.changeMark();
    return this.store.count(async (tables) => {
      const listed: TrackedCampaign[] = [];
      for (const { id, name, created_at } of await visibleCampaigns(tables, this.store.scope)) {
        const tree = await countTree({ store: this.store, tables, mark }, id, this.units, false);
        listed.push({ campaign: id, name, createdAt: created_at, total: tracked(tree.total()) });
      }
      return listed;
    });
  }

  of(campaign: string, { keyCadres }: { readonly keyCadres: boolean }): Promise<Tracker> {
    const mark = this.store.changeMark();
    return this.store.count(async (tables) => {
      const { name } = await visibleCampaign(tables, this.store.scope, campaign);
      const tree = await countTree({ store: this.store, tables, mark }, campaign, this.units, keyCadres);
      const today = dayInVietnam(this.store.now());
      const units = [...tree.units].sort((one, other) => BY_NAME.compare(one.name, other.name));
      return {
        campaign,
        name,
        today,
        due: latestDue(tree, this.units),
        total: tracked(tree.total()),
        units: units.map(({ id, parent, name: unitName }) => {
          return { id, parent, name: unitName, own: tracked(tree.ownOf(id)), all: tracked(tree.allOf(id)) };
        }),
        days: await daysOf(tables, tree, { campaign, today, keyCadres }),
      };
    });
  }

  groups(campaign: string): Promise<readonly UnitGroup[]> {
    return this.store.read(async (tables) => {
      await visibleCampaign(tables, this.store.scope, campaign);
      return readUnitGroups(tables, campaign, this.units);
    });
  }

  private get units(): readonly string[] {
    return this.store.scope?.units ?? [this.store.home];
  }
}

async function daysOf(
  tables: Tables,
  { units }: CountedTree,
  { campaign, today, keyCadres }: { readonly campaign: string; readonly today: string; readonly keyCadres: boolean },
): Promise<Tracker['days'][number][]> {
  const looked = await readLooked(tables, campaign, today);
  const { rows } = await receivedByDay(looked, units, keyCadres).execute(tables);
  const sums = new Map<string, number>();
  for (const { received } of rows) {
    for (const [day, people] of JSON.parse(received) as [string, number][]) sums.set(day, (sums.get(day) ?? 0) + people);
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, people]) => ({ day, received: people }));
}

/** The last day that is set for any of the units that the view begins with; null without one. */
function latestDue({ units }: CountedTree, roots: readonly string[]): string | null {
  const days = units.flatMap(({ id, due }) => (due !== null && roots.includes(id) ? due : []));
  return days.sort().at(-1) ?? null;
}

/** What a tracker shows of the figures: whoever caught up has attended. */
function tracked(figures: UnitFigures): TrackedFigures {
  const { acceptedFirst, acceptedAfter } = figures;
  return {
    listed: figures.members,
    attendanceKnown: figures.attendanceKnown,
    attended: figures.attended + figures.caughtUp,
    exempt: figures.exempt,
    voluntary: figures.voluntary,
    required: figures.required,
    submitted: figures.submitted,
    late: figures.late,
    missing: figures.missing,
    overdue: figures.overdue,
    overdueDays: figures.overdueDays,
    accepted: acceptedFirst + acceptedAfter,
    acceptedAfter,
    rewrite: figures.rewriteCopied + figures.rewriteContent + figures.rewriteBoth,
    open: figures.pending + figures.unreadable,
  };
}
