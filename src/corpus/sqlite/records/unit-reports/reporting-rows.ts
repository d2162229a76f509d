import { sql } from 'kysely';
import { daysAfter, type Outline, REPORTING_STATES, type ReportingState, type ReportingUnit } from '../../../../model/unit-report.js';
import type { ReportingFilter, ReportingUnits } from '../../../records/unit-reports.js';
import { BY_NAME } from '../roster/names.js';
import type { Tables } from '../store.js';
import { lateBy } from './sending-rows.js';

interface ReportingRow {
  readonly id: string;
  readonly name: string;
  readonly state: ReportingState | null;
  readonly number: number | null;
  readonly sent_at: string | null;
  readonly first_at: string | null;
  readonly remark: string | null;
}

/** In which order they are worked on: those that wait for a decision first. */
const FIRST: Readonly<Record<ReportingState, number>> = { sent: 0, returned: 1, writing: 2, none: 2, accepted: 3 };

/** Units that report by an outline, those that somebody must look at first. */
export async function reportingUnits(
  tables: Tables,
  outline: Outline | null,
  filter: ReportingFilter,
  today: string,
): Promise<ReportingUnits> {
  const all = outline === null ? [] : (await readRows(tables, outline)).map((row) => toUnit(row, outline.due, today));
  const counts = Object.fromEntries(REPORTING_STATES.map((state) => [state, all.filter((unit) => unit.state === state).length])) as Record<
    ReportingState,
    number
  >;
  const isLate = ({ daysLate }: ReportingUnit): boolean => (daysLate ?? 0) > 0;
  const search = filter.search.toLocaleLowerCase('vi');
  const fitting = all.filter(
    (unit) =>
      (filter.state === null || (filter.state === 'late' ? isLate(unit) : unit.state === filter.state)) &&
      unit.name.toLocaleLowerCase('vi').includes(search),
  );
  fitting.sort((one, other) => FIRST[one.state] - FIRST[other.state] || BY_NAME.compare(one.name, other.name));
  return {
    outline,
    counts,
    late: all.filter(isLate).length,
    fitting: fitting.length,
    units: fitting.slice(filter.from, filter.from + filter.most),
  };
}

/** Everything below the outline's unit; what is below another outline that was given reports there. */
async function readRows(tables: Tables, { id, unit }: Outline): Promise<readonly ReportingRow[]> {
  const { rows } = await sql<ReportingRow>`
    WITH RECURSIVE below (id, name) AS (
      SELECT unit.id, unit.name FROM unit WHERE unit.parent = ${unit.id} AND unit.until IS NULL
      UNION ALL SELECT unit.id, unit.name FROM below JOIN unit ON unit.parent = below.id AND unit.until IS NULL
      WHERE NOT EXISTS (
        SELECT 1 FROM outline WHERE outline.unit = below.id AND outline.given_at IS NOT NULL
        AND outline.campaign = (SELECT campaign FROM outline WHERE id = ${id})))
    SELECT below.id, below.name, report.state, newest.number, newest.sent_at, newest.remark,
      (SELECT sent_at FROM report_sending WHERE report = report.id AND number = 1) AS first_at
    FROM below
    LEFT JOIN report ON report.outline = ${id} AND report.unit = below.id
    LEFT JOIN report_sending AS newest ON newest.report = report.id
      AND newest.number = (SELECT max(number) FROM report_sending WHERE report = report.id)`.execute(tables);
  return rows;
}

function toUnit({ id, name, state, number, sent_at, first_at, remark }: ReportingRow, due: string | null, today: string): ReportingUnit {
  const daysLate = first_at === null ? (due === null ? null : daysAfter(due, today)) : lateBy(due, first_at);
  return { id, name, state: state ?? 'none', number, sentAt: sent_at, daysLate, remark: remark ?? '' };
}
