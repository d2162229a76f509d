import { type RawBuilder, sql } from 'kysely';
import type { GroupThemes } from '../../../../model/campaign.js';
import { definitionOf } from '../campaign-rows.js';
import type { Tables } from '../store.js';
import { BY_NAME } from './names.js';

/**
 * Where somebody looks for what people are given in a campaign. The one rule: of the first of a person's groups, by name, that
 * has a prompt, a day or themes in the campaign its prompt, day and themes count; where it has none, the campaign's prompt and the day of the
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
      eb.or([eb('campaign_audience.prompt', '<>', ''), eb('campaign_audience.due', 'is not', null), eb('audience.name', 'in', names)]),
    )
    .execute();
  return { campaign, groups: rows.sort((one, other) => BY_NAME.compare(one.name, other.name)).map(({ id }) => id) };
}

/** Groups that have themes of their own in the version in force. */
async function themedGroups(tables: Tables, campaign: string): Promise<readonly GroupThemes[]> {
  const row = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirst();
  return row === undefined ? [] : (await definitionOf(tables, row)).groups;
}

/**
 * `due_of`: the day due in each unit, and the unit that set it; `given`: prompt (empty for the campaign's), day and
 * group (null for none that has anything of its own) of each person on the roster. Tables of a recursive `WITH`.
 */
export function givenTables({ campaign, groups }: Giving): RawBuilder<unknown> {
  return sql`
    due_of (unit, due, source) AS (
      SELECT unit.id, due_day.due, due_day.unit FROM unit
      LEFT JOIN due_day ON due_day.unit = unit.id AND due_day.campaign = ${campaign}
      WHERE unit.parent IS NULL
      UNION ALL
      SELECT unit.id, coalesce(due_day.due, due_of.due), coalesce(due_day.unit, due_of.source)
      FROM due_of JOIN unit ON unit.parent = due_of.unit
      LEFT JOIN due_day ON due_day.unit = unit.id AND due_day.campaign = ${campaign}),
    counting (audience, rank) AS (SELECT value, key FROM json_each(${JSON.stringify(groups)})),
    first_group (person, rank) AS (
      SELECT audience_member.person, min(counting.rank) FROM counting
      JOIN audience_member ON audience_member.audience = counting.audience GROUP BY audience_member.person),
    given (person, unit, prompt, due, audience) AS (
      SELECT roster_entry.person, roster_entry.unit, coalesce(campaign_audience.prompt, ''), coalesce(campaign_audience.due, due_of.due),
        counting.audience
      FROM roster_entry
      LEFT JOIN due_of ON due_of.unit = roster_entry.unit
      LEFT JOIN first_group ON first_group.person = roster_entry.person
      LEFT JOIN counting ON counting.rank = first_group.rank
      LEFT JOIN campaign_audience ON campaign_audience.audience = counting.audience AND campaign_audience.campaign = ${campaign}
      WHERE roster_entry.campaign = ${campaign})`;
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
