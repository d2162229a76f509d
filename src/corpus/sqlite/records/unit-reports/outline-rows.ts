import { sql } from 'kysely';
import { AppError } from '../../../../model/errors.js';
import type { Outline, OutlineSection } from '../../../../model/unit-report.js';
import { RECORD_MESSAGES } from '../messages.js';
import type { Tables } from '../store.js';
import { readList } from '../stored-json.js';

interface OutlineRow {
  readonly id: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly title: string;
  readonly sections: string;
  readonly due: string | null;
  readonly given_at: string | null;
  readonly changed_by: string;
  readonly revision: number;
}

/** A unit as reports name it. */
export async function namedUnit(tables: Tables, id: string): Promise<{ readonly id: string; readonly name: string }> {
  const row = await tables.selectFrom('unit').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownUnit);
  return row;
}

/** The outline that a unit has for those below it. */
export async function ownOutline(tables: Tables, campaign: string, unit: string): Promise<Outline | null> {
  const row = await selectOutlines(tables, campaign).where('outline.unit', '=', unit).executeTakeFirst();
  return row === undefined ? null : toOutline(row);
}

/** The nearest one given above a unit, else its own once that is given. */
export async function followedOutline(tables: Tables, campaign: string, unit: string): Promise<Outline | null> {
  const { rows } = await sql<{ outline: string; depth: number }>`
    WITH RECURSIVE up (id, depth) AS (
      SELECT ${unit}, 0
      UNION ALL SELECT unit.parent, up.depth + 1 FROM up JOIN unit ON unit.id = up.id WHERE unit.parent IS NOT NULL)
    SELECT outline.id AS outline, up.depth FROM up
    JOIN outline ON outline.unit = up.id AND outline.campaign = ${campaign} AND outline.given_at IS NOT NULL
    ORDER BY up.depth`.execute(tables);
  const nearest = rows.find(({ depth }) => depth > 0) ?? rows[0];
  if (nearest === undefined) return null;
  return toOutline(await selectOutlines(tables, campaign).where('outline.id', '=', nearest.outline).executeTakeFirstOrThrow());
}

function selectOutlines(tables: Tables, campaign: string) {
  return tables
    .selectFrom('outline')
    .innerJoin('unit', 'unit.id', 'outline.unit')
    .select(['outline.id', 'outline.unit', 'unit.name as unit_name', 'title', 'sections', 'due', 'given_at', 'changed_by', 'revision'])
    .where('campaign', '=', campaign);
}

function toOutline({ id, unit, unit_name, title, sections, due, given_at, changed_by, revision }: OutlineRow): Outline {
  return {
    id,
    unit: { id: unit, name: unit_name },
    title,
    sections: readList<OutlineSection>(sections, { table: 'outline', row: id }),
    due,
    givenAt: given_at,
    revision,
    changedBy: changed_by,
  };
}
