import { type RawBuilder, sql } from 'kysely';
import { type Giving, givenTables } from './roster/given.js';

/** Where to look for those who owe an essay. */
export interface OwingPlace {
  readonly giving: Giving;
  readonly units: readonly string[];
  /** Whether the units below count too. */
  readonly withBelow: boolean;
}

/**
 * `owing`: one row for everybody of the roster who must write and has nothing that counts: no essay and none that waits to be
 * read, or a newest one that is to be written again. Of a further attempt the day is that of its round; without a round there is none yet.
 */
export function owingTables({ giving, units, withBelow }: OwingPlace): RawBuilder<unknown> {
  const { campaign } = giving;
  const below = withBelow ? sql`UNION SELECT unit.id FROM tree JOIN unit ON unit.parent = tree.id` : sql``;
  return sql`
    tree (id) AS (SELECT id FROM unit WHERE id IN (${sql.join(units)}) ${below}),
    ${givenTables(giving)},
    waiting (person) AS (
      SELECT handed_in.person FROM handed_in JOIN batch ON batch.id = handed_in.batch
      WHERE handed_in.campaign = ${campaign} AND batch.state NOT IN ('done', 'withdrawing', 'withdrawn')),
    listed AS (
      SELECT given.person, given.unit, given.due, (
        SELECT max(submission.sequence) FROM essay_person JOIN result ON result.submission = essay_person.submission
        JOIN submission ON submission.id = essay_person.submission
        WHERE essay_person.person = given.person AND result.campaign = ${campaign}) AS newest
      FROM tree JOIN given ON given.unit = tree.id
      JOIN roster_entry ON roster_entry.campaign = ${campaign} AND roster_entry.person = given.person
      WHERE roster_entry.exemption = '' AND given.person NOT IN (SELECT person FROM waiting)),
    owing (person, unit, rewriting, attempt, due) AS (
      SELECT listed.person, listed.unit, 0, 1, listed.due FROM listed
      WHERE newest IS NULL AND NOT EXISTS (
        SELECT 1 FROM round WHERE round.campaign = ${campaign} AND round.person = listed.person
        AND round.submission IN (SELECT id FROM submission))
      UNION ALL
      SELECT listed.person, listed.unit, 1, coalesce(opened.number, 2), opened.due FROM listed
      JOIN submission ON submission.sequence = listed.newest
      LEFT JOIN round AS opened ON opened.campaign = ${campaign} AND opened.person = listed.person AND opened.opened_at > submission.received_at
        AND (opened.submission IS NULL OR opened.submission NOT IN (SELECT id FROM submission))
        AND opened.number = (SELECT max(number) FROM round WHERE round.campaign = ${campaign} AND round.person = listed.person)
      WHERE (SELECT verdict FROM conclusion WHERE conclusion.submission = submission.id ORDER BY revision DESC LIMIT 1) = 'rewrite')`;
}
