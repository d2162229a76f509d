import type { UnitFigures } from '../../../model/person-facts.js';
import type { TrackedCampaign, TrackedFigures, Tracker, UnitGroup } from '../../../model/tracker.js';
import type { Trackers } from '../../records/trackers.js';
import { type CountedTree, countTree, dayInVietnam } from './figures/counted-tree.js';
import { visibleCampaign, visibleCampaigns } from './figures/visible-campaigns.js';
import { BY_NAME } from './roster/names.js';
import type { Store } from './store.js';
import { readUnitGroups } from './unit-groups.js';

export class SqliteTrackers implements Trackers {
  constructor(private readonly store: Store) {}

  async list(): Promise<readonly TrackedCampaign[]> {
    const listed: TrackedCampaign[] = [];
    for (const { id, name, created_at } of await this.store.count((tables) => visibleCampaigns(tables, this.store.scope))) {
      const tree = await countTree(this.store, id, this.units, false);
      listed.push({ campaign: id, name, createdAt: created_at, total: tracked(tree.total()) });
    }
    return listed;
  }

  async of(campaign: string, { keyCadres }: { readonly keyCadres: boolean }): Promise<Tracker> {
    const { name } = await this.store.count((tables) => visibleCampaign(tables, this.store.scope, campaign));
    const tree = await countTree(this.store, campaign, this.units, keyCadres);
    const units = [...tree.units].sort((one, other) => BY_NAME.compare(one.name, other.name));
    return {
      campaign,
      name,
      today: dayInVietnam(this.store.now()),
      due: latestDue(tree, this.units),
      total: tracked(tree.total()),
      units: units.map(({ id, parent, name: unitName }) => {
        return { id, parent, name: unitName, own: tracked(tree.ownOf(id)), all: tracked(tree.allOf(id)) };
      }),
      days: tree.received(),
    };
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
