import { type RawBuilder, sql } from 'kysely';
import type { TrackedFigures } from '../../../model/tracker.js';
import { type Giving, givenTables } from './roster/given.js';
import { studyColumn, studyTable } from './studies/study-sql.js';

/** Where and when a tracker looks. */
export interface TrackerPlace {
  readonly giving: Giving;
  /** Ids of the units that it begins with. */
  readonly units: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly keyCadres: boolean;
}

/** Columns of `people`, summed up under the names of `TrackedFigures`; the oldest due day counts for all. */
const FIGURES: Readonly<Record<keyof TrackedFigures, string>> = {
  listed: 'count(person)',
  attendanceKnown: `coalesce(sum(study <> 'unknown'), 0)`,
  attended: `coalesce(sum(study IN ('attended', 'caught-up')), 0)`,
  exempt: 'coalesce(sum(NOT required), 0)',
  voluntary: 'coalesce(sum(NOT required AND submitted), 0)',
  required: 'coalesce(sum(required), 0)',
  submitted: 'coalesce(sum(required AND submitted), 0)',
  late: 'coalesce(sum(required AND first_day > due), 0)',
  missing: 'coalesce(sum(required AND NOT submitted), 0)',
  overdue: 'coalesce(sum(required AND overdue > 0), 0)',
  overdueDays: 'coalesce(max(CASE WHEN required THEN overdue ELSE 0 END), 0)',
  accepted: `coalesce(sum(required AND verdict = 'accepted'), 0)`,
  acceptedAfter: `coalesce(sum(required AND verdict = 'accepted' AND essays > 1), 0)`,
  rewrite: `coalesce(sum(required AND verdict = 'rewrite'), 0)`,
  open: 'coalesce(sum(required AND submitted AND verdict IS NULL), 0)',
};
export const FIGURE_NAMES = Object.keys(FIGURES) as (keyof TrackedFigures)[];

/** Every figure as a column. */
export const figureColumns: RawBuilder<unknown> = sql.raw(FIGURE_NAMES.map((name) => `${FIGURES[name]} AS ${name}`).join(', '));

/** The same of rows that hold them already. */
export const summedColumns: RawBuilder<unknown> = sql.raw(
  FIGURE_NAMES.map((name) =>
    name === 'overdueDays' ? `coalesce(max(${name}), 0) AS ${name}` : `coalesce(sum(${name}), 0) AS ${name}`,
  ).join(', '),
);

/**
 * `tree`: the units that are looked at; `due_of` as `givenTables` has it; `people`: one row for each person of the roster, with what they have done.
 */
export function trackerTables({ giving, units, today, keyCadres }: TrackerPlace): RawBuilder<unknown> {
  const { campaign } = giving;
  return sql`
    tree (id) AS (
      SELECT id FROM unit WHERE id IN (${sql.join(units)})
      UNION SELECT unit.id FROM tree JOIN unit ON unit.parent = tree.id),
    ${givenTables(giving)},
    ${studyTable(campaign)},
    essay (person, submission, sequence, day) AS (
      SELECT essay_person.person, submission.id, submission.sequence, date(submission.received_at, '+7 hours')
      FROM result JOIN essay_person ON essay_person.submission = result.submission
      JOIN submission ON submission.id = result.submission WHERE result.campaign = ${campaign}),
    newest (person, submission, sequence) AS (SELECT person, submission, max(sequence) FROM essay GROUP BY person),
    all_essays (person, first_day, essays) AS (SELECT person, min(day), count(*) FROM essay GROUP BY person),
    latest_round (person, number, due, submission) AS (
      SELECT person, max(number), due, submission FROM round WHERE campaign = ${campaign} GROUP BY person),
    handed_in (person) AS (SELECT DISTINCT person FROM round WHERE campaign = ${campaign} AND submission IN (SELECT id FROM submission)),
    told AS (
      SELECT roster_entry.person, roster_entry.unit, ${studyColumn} AS study, roster_entry.exemption = '' AS required,
        given.due, all_essays.first_day, all_essays.essays,
        newest.submission IS NOT NULL OR handed_in.person IS NOT NULL AS submitted, latest_round.number AS round,
        latest_round.due AS round_due, latest_round.submission AS round_submission,
        (SELECT verdict FROM conclusion WHERE conclusion.submission = newest.submission ORDER BY revision DESC LIMIT 1) AS verdict
      FROM roster_entry
      JOIN tree ON tree.id = roster_entry.unit
      JOIN person ON person.id = roster_entry.person
      LEFT JOIN at_sessions ON at_sessions.person = roster_entry.person
      LEFT JOIN given ON given.person = roster_entry.person
      LEFT JOIN newest ON newest.person = roster_entry.person
      LEFT JOIN all_essays ON all_essays.person = roster_entry.person
      LEFT JOIN handed_in ON handed_in.person = roster_entry.person
      LEFT JOIN latest_round ON latest_round.person = roster_entry.person
      WHERE roster_entry.campaign = ${campaign} AND (${keyCadres ? 1 : 0} = 0 OR person.is_key_cadre = 1)),
    people AS (
      SELECT *, CAST(max(0,
        CASE WHEN NOT submitted AND due < ${today} THEN julianday(${today}) - julianday(due) ELSE 0 END,
        CASE WHEN verdict = 'rewrite' AND round > 1 AND round_submission IS NULL AND round_due < ${today}
          THEN julianday(${today}) - julianday(round_due) ELSE 0 END) AS INTEGER) AS overdue
      FROM told)`;
}
