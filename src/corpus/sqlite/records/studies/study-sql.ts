import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { STUDIES, type Study } from '../../../../model/study.js';
import { isOwn, type Reach } from '../reach.js';
import type { Tables } from '../store.js';

/**
 * `at_sessions`: of everybody whom a session of the campaign names, whether they attended one, attended a catch-up, and were absent.
 * A table of a `WITH`. `where`: which sessions count, all without it.
 */
export function studyTable(campaign: string, where: RawBuilder<SqlBool> = sql<SqlBool>`true`): RawBuilder<unknown> {
  return sql`
    at_sessions (person, attended, caught_up, absent) AS (
      SELECT attendance.person, max(attendance.attended = 1 AND NOT study_session.is_catch_up),
        max(attendance.attended = 1 AND study_session.is_catch_up), max(attendance.attended = 0)
      FROM study_session JOIN attendance ON attendance.session = study_session.id
      WHERE study_session.campaign = ${campaign} AND ${where} GROUP BY attendance.person)`;
}

/**
 * How somebody stands, of rows of `roster_entry` with `at_sessions` joined to them (left). The one rule: what sessions say and
 * what the roster was imported with count alike; whoever attended both a session and a catch-up has attended.
 */
export const studyColumn: RawBuilder<Study> = sql<Study>`
  CASE WHEN coalesce(at_sessions.attended, 0) = 1 OR roster_entry.attended = 1 THEN 'attended'
    WHEN at_sessions.caught_up = 1 THEN 'caught-up'
    WHEN at_sessions.absent = 1 OR roster_entry.attended = 0 THEN 'not-yet'
    ELSE 'unknown' END`;

/** How everybody in reach on the roster of a campaign stands, by person. */
export async function studyByPerson(tables: Tables, campaign: string, reach: Reach): Promise<ReadonlyMap<string, Study>> {
  const { rows } = await sql<{ person: string; study: string }>`
    WITH ${studyTable(campaign, isOwn(reach, 'study_session.unit'))}
    SELECT roster_entry.person, ${studyColumn} AS study FROM roster_entry
    LEFT JOIN at_sessions ON at_sessions.person = roster_entry.person
    WHERE roster_entry.campaign = ${campaign} AND ${isOwn(reach, 'roster_entry.unit')}`.execute(tables);
  return new Map(rows.map(({ person, study }) => [person, STUDIES.find((one) => one === study) ?? 'unknown']));
}
