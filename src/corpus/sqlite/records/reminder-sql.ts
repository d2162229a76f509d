import { type RawBuilder, sql } from 'kysely';
import { type Giving, givenTables } from './roster/given.js';

/** Batches whose files nobody has read yet: whoever handed one in is not to be reminded. `waiting`: a table of a `WITH`. */
const waitingTable = (campaign: string): RawBuilder<unknown> => sql`
  waiting (person) AS (
    SELECT handed_in.person FROM handed_in JOIN batch ON batch.id = handed_in.batch
    WHERE handed_in.campaign = ${campaign} AND batch.state NOT IN ('done', 'withdrawing', 'withdrawn'))`;

/** Whether nothing was handed in by a person of the roster: no essay with a result, and none of a round that was read. */
const hasNothing = (campaign: string, person: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  NOT EXISTS (
    SELECT 1 FROM essay_person JOIN result ON result.submission = essay_person.submission
    WHERE essay_person.person = ${person} AND result.campaign = ${campaign})
  AND NOT EXISTS (
    SELECT 1 FROM round JOIN submission ON submission.id = round.submission
    WHERE round.campaign = ${campaign} AND round.person = ${person})`;

/** Place of the newest essay of a person, by the order in which essays came. */
const newestOf = (campaign: string, person: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  SELECT max(submission.sequence) FROM essay_person JOIN result ON result.submission = essay_person.submission
  JOIN submission ON submission.id = essay_person.submission
  WHERE essay_person.person = ${person} AND result.campaign = ${campaign})`;

/** Whether the essay of a row of `submission` is concluded to be written again. */
const isToRewrite = sql`'rewrite' = (SELECT verdict FROM conclusion WHERE conclusion.submission = submission.id ORDER BY revision DESC LIMIT 1)`;

/** Whether a row of `round` waits for its essay: the newest one, opened after the newest essay came. */
const isAwaited = (campaign: string): RawBuilder<unknown> => sql`
  round.opened_at > submission.received_at AND (round.submission IS NULL OR NOT EXISTS (SELECT 1 FROM submission AS filled WHERE filled.id = round.submission))
  AND round.number = (SELECT max(number) FROM round AS later WHERE later.campaign = ${campaign} AND later.person = round.person)`;

/**
 * `owing`: one row for everybody on the roster of these units who must write and has nothing that counts: no essay and none
 * that waits to be read, or a newest one that is to be written again. Of a further attempt the day is that of its round; without a round there is none yet.
 */
export function owingTables(giving: Giving, units: readonly string[]): RawBuilder<unknown> {
  const { campaign } = giving;
  const person = sql.ref('listed.person');
  return sql`
    ${givenTables(giving)},
    ${waitingTable(campaign)},
    listed (person, unit, due) AS MATERIALIZED (
      SELECT given.person, given.unit, given.due FROM given
      JOIN roster_entry ON roster_entry.campaign = ${campaign} AND roster_entry.person = given.person
      WHERE given.unit IN (${sql.join(units)}) AND roster_entry.exemption = '' AND given.person NOT IN (SELECT person FROM waiting)),
    owing (person, unit, rewriting, attempt, due) AS (
      SELECT listed.person, listed.unit, 0, 1, listed.due FROM listed WHERE ${hasNothing(campaign, person)}
      UNION ALL
      SELECT listed.person, listed.unit, 1, coalesce(round.number, 2), round.due FROM listed
      JOIN submission ON submission.sequence = ${newestOf(campaign, person)}
      LEFT JOIN round ON round.campaign = ${campaign} AND round.person = listed.person AND ${isAwaited(campaign)}
      WHERE ${isToRewrite})`;
}

/** A unit with the day that is due in it. */
export interface DueUnit {
  readonly id: string;
  readonly due: string | null;
}

/** Those of a group that has a day of its own, which counts in place of their unit's. */
interface DuePerson {
  readonly person: string;
  readonly due: string;
}

interface Counted {
  readonly unit: string;
  readonly due: string;
  readonly people: number;
}

/** How many have handed in nothing in each of these units, by the day that they are due; `apart`: whose day is another than their unit's. */
export function missingByUnit(campaign: string, units: readonly DueUnit[], apart: readonly DuePerson[]): RawBuilder<Counted> {
  return sql<Counted>`
    WITH ${waitingTable(campaign)},
      place (unit, due) AS (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(units.map(({ id, due }) => [id, due]))})),
      apart (person, due) AS MATERIALIZED (
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(apart.map(({ person, due }) => [person, due]))}))
    SELECT place.unit, coalesce(apart.due, place.due) AS due, count(*) AS people
    FROM place CROSS JOIN roster_entry ON roster_entry.campaign = ${campaign} AND roster_entry.unit = place.unit
    LEFT JOIN apart ON apart.person = roster_entry.person
    WHERE roster_entry.exemption = '' AND coalesce(apart.due, place.due) IS NOT NULL AND roster_entry.person NOT IN (SELECT person FROM waiting)
      AND ${hasNothing(campaign, sql.ref('roster_entry.person'))}
    GROUP BY 1, 2`;
}

/** How many are to write again in each unit, by the day of their round, as far as that is before or on `until`. */
export function rewritingByUnit(campaign: string, until: string): RawBuilder<Counted> {
  return sql<Counted>`
    WITH ${waitingTable(campaign)}
    SELECT roster_entry.unit, round.due, count(*) AS people
    FROM round CROSS JOIN roster_entry ON roster_entry.campaign = ${campaign} AND roster_entry.person = round.person
    CROSS JOIN submission ON submission.sequence = ${newestOf(campaign, sql.ref('round.person'))}
    WHERE round.campaign = ${campaign} AND round.due <= ${until} AND roster_entry.exemption = ''
      AND round.person NOT IN (SELECT person FROM waiting) AND ${isAwaited(campaign)} AND ${isToRewrite}
    GROUP BY 1, 2`;
}

/** Whoever is in a group with a day of its own that counts for them. */
export function peopleApart(giving: Giving): RawBuilder<DuePerson> {
  return sql<DuePerson>`
    WITH ranked (audience, rank) AS (SELECT value, key FROM json_each(${JSON.stringify(giving.groups)})),
      first (person, rank) AS (
        SELECT audience_member.person, min(ranked.rank) FROM ranked JOIN audience_member ON audience_member.audience = ranked.audience
        GROUP BY audience_member.person)
    SELECT first.person, campaign_audience.due FROM first JOIN ranked ON ranked.rank = first.rank
    JOIN campaign_audience ON campaign_audience.audience = ranked.audience AND campaign_audience.campaign = ${giving.campaign}
    WHERE campaign_audience.due IS NOT NULL`;
}
