import { sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import type { TrackedCampaign, TrackedFigures, TrackedUnit, Tracker, UnitGroup } from '../../../model/tracker.js';
import type { Trackers } from '../../records/trackers.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwnOrAbove, type Reach } from './reach.js';
import { readGiving } from './roster/given.js';
import type { Store, Tables } from './store.js';
import { FIGURE_NAMES, figureColumns, summedColumns, type TrackerPlace, trackerTables } from './tracker-sql.js';
import { readUnitGroups } from './unit-groups.js';

/** Hours that Vietnam is ahead of UTC. */
const AHEAD = 7 * 3_600_000;

export class SqliteTrackers implements Trackers {
  constructor(private readonly store: Store) {}

  list(): Promise<readonly TrackedCampaign[]> {
    return this.store.read(async (tables) => {
      const campaigns = await visibleCampaigns(tables, this.store.scope);
      const listed: TrackedCampaign[] = [];
      for (const { id, name, created_at } of campaigns)
        listed.push({ campaign: id, name, createdAt: created_at, total: await totalOf(tables, await this.place(tables, id, false)) });
      return listed;
    });
  }

  of(campaign: string, { keyCadres }: { readonly keyCadres: boolean }): Promise<Tracker> {
    return this.store.read(async (tables) => {
      const { name } = await this.visible(tables, campaign);
      const place = await this.place(tables, campaign, keyCadres);
      return {
        campaign,
        name,
        today: place.today,
        due: await dueOf(tables, place),
        total: await totalOf(tables, place),
        units: await unitsOf(tables, place),
        days: await daysOf(tables, place),
      };
    });
  }

  groups(campaign: string): Promise<readonly UnitGroup[]> {
    return this.store.read(async (tables) => {
      await this.visible(tables, campaign);
      return readUnitGroups(tables, campaign, this.units);
    });
  }

  private async visible(tables: Tables, id: string): Promise<{ readonly name: string }> {
    const campaign = (await visibleCampaigns(tables, this.store.scope)).find((one) => one.id === id);
    if (campaign === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownCampaign);
    return campaign;
  }

  private get units(): readonly string[] {
    return this.store.scope?.units ?? [this.store.home];
  }

  private async place(tables: Tables, campaign: string, keyCadres: boolean): Promise<TrackerPlace> {
    const today = new Date(this.store.now().getTime() + AHEAD).toISOString().slice(0, 10);
    return { giving: await readGiving(tables, campaign), units: this.units, today, keyCadres };
  }
}

/** Campaigns of units in reach, above and below. Newest first. */
function visibleCampaigns(tables: Tables, reach: Reach) {
  const below = reach === null ? sql<boolean>`true` : isOwnOrBelow(reach.units);
  return tables
    .selectFrom('campaign')
    .select(['id', 'name', 'created_at'])
    .where(({ or }) => or([isOwnOrAbove(reach, 'unit'), below]))
    .orderBy('created_at', 'desc')
    .execute();
}

const isOwnOrBelow = (units: readonly string[]) => sql<boolean>`unit IN (
  WITH RECURSIVE below (id) AS (
    SELECT id FROM unit WHERE id IN (${sql.join(units)})
    UNION SELECT unit.id FROM below JOIN unit ON unit.parent = below.id)
  SELECT id FROM below)`;

type FigureRow = Readonly<Record<keyof TrackedFigures, number>>;

async function totalOf(tables: Tables, place: TrackerPlace): Promise<TrackedFigures> {
  const { rows } = await sql<FigureRow>`WITH RECURSIVE ${trackerTables(place)} SELECT ${figureColumns} FROM people`.execute(tables);
  return figuresOf(rows[0]);
}

/** Every unit, with what is its own and what it comes to with the units below it. */
async function unitsOf(tables: Tables, place: TrackerPlace): Promise<TrackedUnit[]> {
  const { rows } = await sql<FigureRow & { readonly unit: string; readonly scale: 'own' | 'all' }>`
    WITH RECURSIVE ${trackerTables(place)},
      own AS MATERIALIZED (SELECT unit, ${figureColumns} FROM people GROUP BY unit),
      above (unit, ancestor) AS (
        SELECT unit, unit FROM own
        UNION ALL SELECT above.unit, unit.parent FROM above JOIN unit ON unit.id = above.ancestor JOIN tree ON tree.id = unit.parent)
    SELECT 'own' AS scale, own.* FROM own
    UNION ALL
    SELECT 'all', above.ancestor, ${summedColumns} FROM above JOIN own ON own.unit = above.unit GROUP BY above.ancestor`.execute(tables);
  const figures = { own: new Map<string, TrackedFigures>(), all: new Map<string, TrackedFigures>() };
  for (const row of rows) figures[row.scale].set(row.unit, figuresOf(row));
  const units = await treeOf(tables, place);
  return units.map((unit) => ({ ...unit, own: figures.own.get(unit.id) ?? NOTHING, all: figures.all.get(unit.id) ?? NOTHING }));
}

async function treeOf(tables: Tables, place: TrackerPlace): Promise<Pick<TrackedUnit, 'id' | 'parent' | 'name'>[]> {
  const { rows } = await sql<Pick<TrackedUnit, 'id' | 'parent' | 'name'>>`WITH RECURSIVE ${trackerTables(place)}
    SELECT unit.id, above.id AS parent, unit.name FROM tree JOIN unit ON unit.id = tree.id LEFT JOIN tree AS above ON above.id = unit.parent
    ORDER BY unit.name`.execute(tables);
  return rows;
}

async function daysOf(tables: Tables, place: TrackerPlace): Promise<Tracker['days'][number][]> {
  const { rows } = await sql<Tracker['days'][number]>`WITH RECURSIVE ${trackerTables(place)}
    SELECT first_day AS day, count(*) AS received FROM people WHERE required AND first_day IS NOT NULL GROUP BY first_day ORDER BY first_day`.execute(
    tables,
  );
  return rows;
}

async function dueOf(tables: Tables, place: TrackerPlace): Promise<string | null> {
  const { rows } = await sql<{ readonly due: string | null }>`WITH RECURSIVE ${trackerTables(place)}
    SELECT max(due) AS due FROM due_of WHERE unit IN (${sql.join(place.units)})`.execute(tables);
  return rows[0]?.due ?? null;
}

function figuresOf(row: FigureRow | undefined): TrackedFigures {
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, row?.[name] ?? 0])) as unknown as TrackedFigures;
}

const NOTHING = figuresOf(undefined);
