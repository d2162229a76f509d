import { type RawBuilder, sql } from 'kysely';
import type { GroupThemes } from '../../../../model/campaign.js';
import { definitionOf } from '../campaign-rows.js';
import type { Tables } from '../store.js';
import { BY_NAME } from './names.js';

/**
 * Where somebody looks for what people are given in a campaign. The one rule: of the first of a person's groups, by name, that
 * has a prompt, a situation, a day or themes in the campaign these count; where it has none, the campaign's prompt and the day of the
 * person's unit, which is its own, else that of the nearest unit above.
 */
export interface Giving {
  readonly campaign: string;
  /** Ids of the groups that have something of their own, in the order in which they count. */
  readonly groups: readonly string[];
}

/** Groups in Vietnamese order, which the database does not know. */
export async function readGiving(tables: Tables, campaign: string, themed?: readonly GroupThemes[]): Promise<Giving> {
  const names = (themed ?? (await themedGroups(tables, campaign))).map(({ group }) => group);
  const rows = await tables
    .selectFrom('audience')
    .leftJoin('campaign_audience', (join) =>
      join.onRef('campaign_audience.audience', '=', 'audience.id').on('campaign_audience.campaign', '=', campaign),
    )
    .select(['audience.id', 'audience.name'])
    .where((eb) =>
      eb.or([
        eb('campaign_audience.prompt', '<>', ''),
        eb('campaign_audience.due', 'is not', null),
        eb('campaign_audience.situation', 'is not', null),
        eb('audience.name', 'in', names),
      ]),
    )
    .execute();
  return { campaign, groups: rows.sort((one, other) => BY_NAME.compare(one.name, other.name)).map(({ id }) => id) };
}

/** Groups that have themes of their own in the version in force. */
async function themedGroups(tables: Tables, campaign: string): Promise<readonly GroupThemes[]> {
  const row = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirst();
  return row === undefined ? [] : (await definitionOf(tables, row)).groups;
}

/** `due_of`: the day due in each unit, and the unit that set it. A table of a recursive `WITH`. */
export function dueOfUnits(campaign: string): RawBuilder<unknown> {
  return sql`
    due_of (unit, due, source) AS (
      SELECT unit.id, due_day.due, due_day.unit FROM unit
      LEFT JOIN due_day ON due_day.unit = unit.id AND due_day.campaign = ${campaign}
      WHERE unit.parent IS NULL
      UNION ALL
      SELECT unit.id, coalesce(due_day.due, due_of.due), coalesce(due_day.unit, due_of.source)
      FROM due_of JOIN unit ON unit.parent = due_of.unit
      LEFT JOIN due_day ON due_day.unit = unit.id AND due_day.campaign = ${campaign})`;
}

/** `counting`: what each group of a campaign gives, by its rank. A table of a `WITH`. */
export function countingGroups({ campaign, groups }: Giving): RawBuilder<unknown> {
  return sql`
    counting (audience, rank, prompt, situation, due) AS MATERIALIZED (
      SELECT listed.value, listed.key, coalesce(campaign_audience.prompt, ''), campaign_audience.situation, campaign_audience.due
      FROM json_each(${JSON.stringify(groups)}) AS listed
      LEFT JOIN campaign_audience ON campaign_audience.audience = listed.value AND campaign_audience.campaign = ${campaign})`;
}

/** Rank of the group of `counting` that counts for the person whom a column names; null without one. */
export function firstGroupOf(person: string): RawBuilder<number | null> {
  return sql<number | null>`(SELECT min(counting.rank) FROM audience_member JOIN counting ON counting.audience = audience_member.audience
    WHERE audience_member.person = ${sql.ref(person)})`;
}

/**
 * `due_of`, `counting`, and `given`: prompt (empty for the campaign's), day and group (null for none that has anything of
 * its own) of each person on the roster. Tables of a recursive `WITH`.
 */
export function givenTables(giving: Giving): RawBuilder<unknown> {
  return sql`
    ${dueOfUnits(giving.campaign)},
    ${countingGroups(giving)},
    given (person, unit, prompt, due, audience) AS (
      SELECT roster_entry.person, roster_entry.unit, coalesce(counting.prompt, ''), coalesce(counting.due, due_of.due), counting.audience
      FROM roster_entry
      LEFT JOIN due_of ON due_of.unit = roster_entry.unit
      LEFT JOIN counting ON counting.rank = ${firstGroupOf('roster_entry.person')}
      WHERE roster_entry.campaign = ${giving.campaign})`;
}

/** What one person is given: prompt empty for the campaign's. Nothing for whoever is not on the roster. */
export async function givenTo(
  tables: Tables,
  campaign: string,
  person: string,
): Promise<{ prompt: string; due: string | null } | undefined> {
  const { rows } = await sql<{ prompt: string; due: string | null }>`
    WITH RECURSIVE ${givenTables(await readGiving(tables, campaign))}
    SELECT prompt, due FROM given WHERE person = ${person}`.execute(tables);
  return rows[0];
}

/** The day of everybody on the roster, by person. */
export async function dueByPerson(tables: Tables, campaign: string): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ person: string; due: string | null }>`
    WITH RECURSIVE ${givenTables(await readGiving(tables, campaign))} SELECT person, due FROM given`.execute(tables);
  return new Map(rows.map(({ person, due }) => [person, due]));
}
