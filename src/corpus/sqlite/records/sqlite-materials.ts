import { sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import {
  type Handing,
  MATERIAL_KINDS,
  type Material,
  type MaterialCell,
  type MaterialPerson,
  type MaterialRates,
} from '../../../model/material.js';
import type { Actor } from '../../records/actor.js';
import type { MaterialFacts, Materials } from '../../records/materials.js';
import { inChunks } from '../in-chunks.js';
import { changeInCampaign, readInCampaign } from './in-campaign.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { isOwn, type Reach } from './reach.js';
import { BY_NAME, byGivenName } from './roster/names.js';
import type { Store, Tables } from './store.js';
import { selectRoster } from './studies/roster-of.js';

export class SqliteMaterials implements Materials {
  constructor(private readonly store: Store) {}

  list(campaign: string): Promise<readonly Material[]> {
    return readInCampaign(this.store, campaign, async (tables) => {
      const rows = await selectMaterials(tables, campaign, this.store.scope).execute();
      return rows.map(toMaterial).sort((one, other) => BY_NAME.compare(one.title, other.title));
    });
  }

  rates(campaign: string): Promise<MaterialRates> {
    const own = (column: string) => isOwn(this.store.scope, column);
    return readInCampaign(this.store, campaign, async (tables) => {
      const { rows } = await sql<MaterialRates>`
        WITH member (id, unit, cell) AS (
          SELECT person.id, roster_entry.unit, person.cell FROM roster_entry JOIN person ON person.id = roster_entry.person
          WHERE roster_entry.campaign = ${campaign} AND ${own('roster_entry.unit')} AND person.erased_at IS NULL),
        cells (unit, cell) AS (SELECT DISTINCT unit, cell FROM member),
        given (person) AS (
          SELECT DISTINCT material_person.person FROM material JOIN material_person ON material_person.material = material.id
          WHERE material.campaign = ${campaign} AND ${own('material.unit')}),
        given_cell (unit, cell) AS (
          SELECT DISTINCT material.unit, material_cell.cell FROM material JOIN material_cell ON material_cell.material = material.id
          WHERE material.campaign = ${campaign} AND ${own('material.unit')})
        SELECT (SELECT count(*) FROM member) AS members,
          (SELECT count(*) FROM member WHERE id IN (SELECT person FROM given)) AS givenMembers,
          (SELECT count(*) FROM cells) AS cells,
          (SELECT count(*) FROM cells WHERE (unit, cell) IN (SELECT unit, cell FROM given_cell)) AS givenCells`.execute(tables);
      return rows[0] ?? { members: 0, givenMembers: 0, cells: 0, givenCells: 0 };
    });
  }

  get(campaign: string, material: string): Promise<Material> {
    return readInCampaign(this.store, campaign, async (tables) => toMaterial(await this.row(tables, campaign, material)));
  }

  given(campaign: string, material: string) {
    return readInCampaign(this.store, campaign, async (tables) => {
      const { unit } = await this.row(tables, campaign, material);
      const rows = await selectRoster(tables, { campaign, unit })
        .leftJoin('material_person', (join) =>
          join.onRef('material_person.person', '=', 'person.id').on('material_person.material', '=', material),
        )
        .select('material_person.material')
        .execute();
      const people = rows.map(({ id, card, name, cell, is_key_cadre, material: given }): MaterialPerson => {
        return { id, card, name, cell, isKeyCadre: is_key_cadre === 1, isGiven: given !== null };
      });
      const given = await tables.selectFrom('material_cell').select('cell').where('material', '=', material).execute();
      return { people: people.sort(byGivenName), cells: cellsOf(people, new Set(given.map(({ cell }) => cell))) };
    });
  }

  add(campaign: string, { title, kind }: MaterialFacts, actor: Actor): Promise<string> {
    const unit = this.store.home;
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const id = randomId();
      await tables.insertInto('material').values({ id, campaign, unit, title, kind }).execute();
      await log({ actor, kind: 'material-added', unit, campaign, details: { material: id, title } });
      return id;
    });
  }

  change(campaign: string, material: string, change: MaterialFacts & { readonly revision: number }, actor: Actor): Promise<void> {
    const { title, kind, revision } = change;
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { unit } = await this.atRevision(tables, { campaign, material, revision });
      await tables
        .updateTable('material')
        .set({ title, kind, revision: revision + 1 })
        .where('id', '=', material)
        .execute();
      await log({ actor, kind: 'material-changed', unit, campaign, details: { material, title } });
    });
  }

  remove(campaign: string, material: string, why: { readonly reason: string; readonly revision: number }, actor: Actor): Promise<void> {
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { unit, title, people, cells } = await this.atRevision(tables, { campaign, material, revision: why.revision });
      await tables.deleteFrom('material').where('id', '=', material).execute();
      await log({ actor, kind: 'material-removed', unit, campaign, details: { material, title, reason: why.reason, people, cells } });
    });
  }

  hand(campaign: string, material: string, { give, takeBack }: Handing, actor: Actor): Promise<void> {
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { unit, title } = await this.row(tables, campaign, material);
      const roster = await selectRoster(tables, { campaign, unit }).execute();
      const [people, cells] = [new Set(roster.map(({ id }) => id)), new Set(roster.map(({ cell }) => cell))];
      if (![...give.people, ...takeBack.people].every((one) => people.has(one)) || !give.cells.every((one) => cells.has(one)))
        throw new AppError('unknown-id', RECORD_MESSAGES.someNotInRoster);
      await handTo(tables, material, { give, takeBack });
      const counts = {
        given: give.people.length,
        taken: takeBack.people.length,
        cells: give.cells.length,
        cellsTaken: takeBack.cells.length,
      };
      await log({
        actor,
        kind: 'material-given',
        unit,
        campaign,
        details: { material, title, people: give.people.length + takeBack.people.length, ...counts },
      });
    });
  }

  /** AppError `unknown-id`. */
  private async row(tables: Tables, campaign: string, material: string): Promise<MaterialRow> {
    const row = await selectMaterials(tables, campaign, this.store.scope).where('id', '=', material).executeTakeFirst();
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownMaterial);
    return row;
  }

  /** A material as it is on somebody's screen. AppError `study-outdated`, `unknown-id`. */
  private async atRevision(
    tables: Tables,
    { campaign, material, revision }: { readonly campaign: string; readonly material: string; readonly revision: number },
  ): Promise<MaterialRow> {
    const row = await this.row(tables, campaign, material);
    if (row.revision !== revision) throw new AppError('study-outdated', RECORD_MESSAGES.studyOutdated(row.title));
    return row;
  }
}

/** Materials of units in reach, with how many of the roster were given them. */
function selectMaterials(tables: Tables, campaign: string, reach: Reach) {
  return tables
    .selectFrom('material')
    .selectAll()
    .select([
      sql<number>`(SELECT count(*) FROM material_person JOIN roster_entry ON roster_entry.person = material_person.person
        AND roster_entry.campaign = material.campaign WHERE material_person.material = material.id)`.as('people'),
      sql<number>`(SELECT count(*) FROM material_cell WHERE material_cell.material = material.id AND cell IN (
        SELECT person.cell FROM roster_entry JOIN person ON person.id = roster_entry.person
        WHERE roster_entry.campaign = material.campaign AND roster_entry.unit = material.unit))`.as('cells'),
    ])
    .where('campaign', '=', campaign)
    .where(isOwn(reach, 'unit'));
}

type MaterialRow = Awaited<ReturnType<ReturnType<typeof selectMaterials>['executeTakeFirstOrThrow']>>;

function toMaterial({ id, title, kind, revision, people, cells }: MaterialRow): Material {
  return { id, title, kind: MATERIAL_KINDS.find((one) => one === kind) ?? 'other', revision, people, cells };
}

/** The cells of people, by name, with how many are in each. */
function cellsOf(people: readonly MaterialPerson[], given: ReadonlySet<string>): MaterialCell[] {
  const counts = new Map<string, number>();
  for (const { cell } of people) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const cells = [...counts].map(([cell, count]): MaterialCell => ({ cell, people: count, isGiven: given.has(cell) }));
  return cells.sort((one, other) => BY_NAME.compare(one.cell, other.cell));
}

async function handTo(tables: Tables, material: string, { give, takeBack }: Handing): Promise<void> {
  for (const chunk of inChunks(takeBack.people))
    await tables.deleteFrom('material_person').where('material', '=', material).where('person', 'in', chunk).execute();
  for (const chunk of inChunks(takeBack.cells))
    await tables.deleteFrom('material_cell').where('material', '=', material).where('cell', 'in', chunk).execute();
  for (const chunk of inChunks(give.people.map((person) => ({ material, person }))))
    await tables
      .insertInto('material_person')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const chunk of inChunks(give.cells.map((cell) => ({ material, cell }))))
    await tables
      .insertInto('material_cell')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
