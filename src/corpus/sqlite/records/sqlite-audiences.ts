import { sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { Audience, AudiencePerson, Audiences, MemberChange } from '../../records/audiences.js';
import { inChunks } from '../in-chunks.js';
import { administeredUnit } from './administered.js';
import { definitionOf } from './campaign-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { isOwn } from './reach.js';
import { campaignsOfUnit, holdAnew } from './roster/group-tasks.js';
import { BY_NAME } from './roster/names.js';
import type { Change, Store, Tables } from './store.js';

export class SqliteAudiences implements Audiences {
  constructor(private readonly store: Store) {}

  ofUnit(unit: string): Promise<readonly Audience[]> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, unit);
      const rows = await tables
        .selectFrom('audience')
        .select(['audience.id', 'audience.name'])
        .select((expression) =>
          expression
            .selectFrom('audience_member')
            .select(({ fn }) => fn.countAll<number>().as('people'))
            .whereRef('audience_member.audience', '=', 'audience.id')
            .as('people'),
        )
        .where('audience.unit', '=', unit)
        .execute();
      const rests = await restsOf(tables, unit);
      const audiences = rows.map(({ id, name, people }) => ({ id, name, people: people ?? 0, rests: rests.get(id) ?? [] }));
      return audiences.sort((a, b) => BY_NAME.compare(a.name, b.name));
    });
  }

  names(): Promise<readonly string[]> {
    return this.store.read(async (tables) => {
      const rows = await tables.selectFrom('audience').select('name').distinct().where(isOwn(this.store.scope, 'unit')).execute();
      return rows.map(({ name }) => name).sort(BY_NAME.compare);
    });
  }

  people(unit: string, audience: string): Promise<readonly AudiencePerson[]> {
    return this.store.read(async (tables) => {
      await this.row(tables, unit, audience);
      const rows = await tables
        .selectFrom('person')
        .leftJoin('audience_member', (join) =>
          join.onRef('audience_member.person', '=', 'person.id').on('audience_member.audience', '=', audience),
        )
        .select(['person.id', 'card', 'name', 'cell', 'post', 'audience_member.person as member'])
        .where('unit', '=', unit)
        .where('erased_at', 'is', null)
        .execute();
      return rows.map(({ member, ...row }) => ({ ...row, isMember: member !== null })).sort((a, b) => BY_NAME.compare(a.name, b.name));
    });
  }

  create(unit: string, name: string, actor: Actor): Promise<string> {
    return this.store.write(async ({ tables, log }) => {
      await administeredUnit(tables, this.store, unit);
      await requireFree(tables, unit, name);
      const id = randomId();
      await tables.insertInto('audience').values({ id, unit, name }).execute();
      await log({ actor, kind: 'roster-changed', unit, details: { group: name, change: 'created' } });
      return id;
    });
  }

  async rename(unit: string, audience: string, { name, before }: { readonly name: string; readonly before: string }, actor: Actor) {
    await this.store.write(async ({ tables, log }) => {
      const row = await this.row(tables, unit, audience);
      if (row.name === name) return;
      if (row.name !== before) throw new AppError('roster-outdated', RECORD_MESSAGES.audienceRenamed(row.name));
      await requireFree(tables, unit, name);
      await tables.updateTable('audience').set({ name }).where('id', '=', audience).execute();
      await holdAnew(tables, await campaignsOfUnit(tables, unit), actor);
      await log({ actor, kind: 'roster-changed', unit, details: { group: name, change: 'renamed', before } });
    });
  }

  async remove(unit: string, audience: string, actor: Actor): Promise<void> {
    await this.store.write(async ({ tables, log }) => {
      const { name } = await this.row(tables, unit, audience);
      const people = await membersOf(tables, audience);
      await raiseRevisions(tables, people);
      const rested = await tables.deleteFrom('campaign_audience').where('audience', '=', audience).returning('campaign').execute();
      await tables.deleteFrom('audience_member').where('audience', '=', audience).execute();
      await tables.deleteFrom('audience').where('id', '=', audience).execute();
      await holdAnew(tables, await campaignsOfUnit(tables, unit), actor);
      const campaigns = rested.map(({ campaign }) => campaign);
      await log({ actor, kind: 'roster-changed', unit, details: { group: name, change: 'removed', people: people.length, campaigns } });
    });
  }

  async setMembers(unit: string, audience: string, { add, remove }: MemberChange, actor: Actor): Promise<void> {
    await this.store.write(async (change) => {
      const { tables, log } = change;
      const { name } = await this.row(tables, unit, audience);
      await requirePeople(change, unit, add);
      const before = new Set(await membersOf(tables, audience));
      const added = [...new Set(add)].filter((person) => !before.has(person));
      const removed = [...new Set(remove)].filter((person) => before.has(person) && !add.includes(person));
      if (added.length + removed.length === 0) return;
      for (const chunk of inChunks(added))
        await tables
          .insertInto('audience_member')
          .values(chunk.map((person) => ({ audience, person })))
          .execute();
      for (const chunk of inChunks(removed))
        await tables.deleteFrom('audience_member').where('audience', '=', audience).where('person', 'in', chunk).execute();
      await raiseRevisions(tables, [...added, ...removed]);
      await holdAnew(tables, await campaignsOfUnit(tables, unit), actor);
      const details = { group: name, change: 'members', added: added.length, removed: removed.length };
      await log({ actor, kind: 'roster-changed', unit, details });
    });
  }

  /** A group of a unit that is administered. AppError `unknown-id`. */
  private async row(tables: Tables, unit: string, audience: string) {
    await administeredUnit(tables, this.store, unit);
    const row = await tables.selectFrom('audience').selectAll().where('id', '=', audience).where('unit', '=', unit).executeTakeFirst();
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownAudience);
    return row;
  }
}

async function requireFree(tables: Tables, unit: string, name: string): Promise<void> {
  const taken = await tables.selectFrom('audience').select('id').where('unit', '=', unit).where('name', '=', name).executeTakeFirst();
  if (taken !== undefined) throw new AppError('name-taken', RECORD_MESSAGES.audienceTaken(name));
}

/** AppError `unknown-id` unless all of them are people of the unit. */
async function requirePeople({ tables }: Change, unit: string, people: readonly string[]): Promise<void> {
  const { rows } = await sql<{ missing: number }>`
    SELECT count(*) AS missing FROM json_each(${JSON.stringify(people)}) AS asked
    WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.id = asked.value AND unit = ${unit} AND erased_at IS NULL)`.execute(tables);
  if ((rows[0]?.missing ?? 0) > 0) throw new AppError('unknown-id', RECORD_MESSAGES.unknownPerson);
}

async function membersOf(tables: Tables, audience: string): Promise<string[]> {
  const rows = await tables.selectFrom('audience_member').select('person').where('audience', '=', audience).execute();
  return rows.map(({ person }) => person);
}

/** Whoever has one of these people open in the roster learns that their groups have changed, and does not undo it unseen. */
async function raiseRevisions(tables: Tables, people: readonly string[]): Promise<void> {
  for (const chunk of inChunks(people))
    await tables
      .updateTable('roster_entry')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
      .where('person', 'in', chunk)
      .execute();
}

/** What campaigns have of their own for the groups of a unit, newest first; themes go by the name of a group. */
async function restsOf(tables: Tables, unit: string): Promise<ReadonlyMap<string, Audience['rests']>> {
  const groups = await tables.selectFrom('audience').select(['id', 'name']).where('unit', '=', unit).execute();
  const rows = await tables
    .selectFrom('campaign_audience')
    .innerJoin('audience', 'audience.id', 'campaign_audience.audience')
    .select(['audience.id', 'campaign_audience.campaign', 'prompt', 'due'])
    .where('audience.unit', '=', unit)
    .execute();
  const given = new Map(rows.map(({ id, campaign, prompt, due }) => [`${id} ${campaign}`, { hasPrompt: prompt !== '', due }]));
  const rests = new Map<string, Audience['rests'][number][]>();
  for (const campaign of await campaignsAt(tables, unit)) {
    const themed = new Set((await definitionOf(tables, campaign)).groups.map(({ group }) => group));
    for (const { id, name } of groups) {
      const { hasPrompt, due } = given.get(`${id} ${campaign.id}`) ?? { hasPrompt: false, due: null };
      const hasThemes = themed.has(name);
      if (!hasPrompt && !hasThemes && due === null) continue;
      rests.set(id, [...(rests.get(id) ?? []), { campaign: campaign.name, hasPrompt, hasThemes, due }]);
    }
  }
  return rests;
}

/** Campaigns of a unit, and those that its people write in or its groups have something of, newest first. */
function campaignsAt(tables: Tables, unit: string) {
  return tables
    .selectFrom('campaign')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('unit', '=', unit),
        eb('id', 'in', eb.selectFrom('roster_entry').select('campaign').where('unit', '=', unit)),
        eb(
          'id',
          'in',
          eb
            .selectFrom('campaign_audience')
            .innerJoin('audience', 'audience.id', 'campaign_audience.audience')
            .select('campaign')
            .where('audience.unit', '=', unit),
        ),
      ]),
    )
    .orderBy('created_at', 'desc')
    .execute();
}
