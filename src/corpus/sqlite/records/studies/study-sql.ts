import { type RawBuilder, sql } from 'kysely';
import { STUDIES, type Study } from '../../../../model/study.js';
import { isOwn, type Reach } from '../reach.js';
import type { Tables } from '../store.js';

/*
 * The one rule for who has studied. What a session says of somebody, and what the roster was imported with, are each a place in
 * STUDIES; of all that is said the highest counts, so that whoever attended both a session and a catch-up has attended.
 * Figures read both halves apart (figures/people-sql.ts) and lists at once: either way the halves are these.
 */

/** What the sessions of a campaign say of `person`, a column: a place in STUDIES, null where none names them. */
export const saidAtSessions = (campaign: string, person: RawBuilder<unknown>): RawBuilder<number | null> => sql<number | null>`(
  SELECT max(CASE WHEN attendance.attended IS NULL THEN 0 WHEN attendance.attended = 0 THEN 1 ELSE 3 - study_session.is_catch_up END)
  FROM attendance JOIN study_session ON study_session.id = attendance.session
  WHERE attendance.person = ${person} AND study_session.campaign = ${campaign})`;

/** What the roster was imported with, by its column: a place in STUDIES. */
export const saidByRoster = (attended: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`CASE WHEN ${attended} IS NULL THEN 0 WHEN ${attended} = 1 THEN 3 ELSE 1 END`;

/** How somebody stands, of rows of `roster_entry`: a place in STUDIES. */
export const studyColumn = (campaign: string): RawBuilder<number> =>
  sql<number>`max(${saidByRoster(sql`roster_entry.attended`)}, coalesce(${saidAtSessions(campaign, sql`roster_entry.person`)}, 0))`;

/** The standing at a place in STUDIES. */
export const studyAt = (place: number): Study => STUDIES[place] ?? 'unknown';

/** How everybody in reach on the roster of a campaign stands, by person. */
export async function studyByPerson(tables: Tables, campaign: string, reach: Reach): Promise<ReadonlyMap<string, Study>> {
  const { rows } = await sql<{ person: string; study: number }>`
    SELECT roster_entry.person, ${studyColumn(campaign)} AS study FROM roster_entry
    WHERE roster_entry.campaign = ${campaign} AND ${isOwn(reach, 'roster_entry.unit')}`.execute(tables);
  return new Map(rows.map(({ person, study }) => [person, studyAt(study)]));
}
