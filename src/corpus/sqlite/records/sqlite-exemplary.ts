import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import type { ExemplaryMark } from '../../../model/exemplary.js';
import type { Actor } from '../../records/actor.js';
import type { Exemplary, Marked } from '../../records/exemplary.js';
import { campaignRow } from './campaign-rows.js';
import { isOwnOrBelow } from './figures/visible-campaigns.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { isOwn, type Reach } from './reach.js';
import { BY_NAME } from './roster/names.js';
import type { Change, Store, Tables } from './store.js';

export class SqliteExemplary implements Exemplary {
  constructor(private readonly store: Store) {}

  list(campaign: string): Promise<readonly ExemplaryMark[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const { scope } = this.store;
      return (await selectMarks(tables, campaign, isSeen(scope)).orderBy('exemplary.at', 'desc').execute()).map((row) =>
        toMark(row, scope),
      );
    });
  }

  units(campaign: string): ReturnType<Exemplary['units']> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const rows = await unitsBelow(tables, campaign, this.store.scope).execute();
      return rows.sort((one, other) => BY_NAME.compare(one.name, other.name));
    });
  }

  mark(campaign: string, marked: Marked, note: string, actor: Actor): Promise<void> {
    return this.store.write(async (change) => {
      const { tables, reach, at, log } = change;
      await campaignRow(tables, campaign, reach);
      const { unit, name, submission } =
        'essay' in marked ? await essay(change, campaign, marked.essay) : await below(change, campaign, marked.unit);
      const same = submission === null ? sql<SqlBool>`submission IS NULL` : sql<SqlBool>`submission = ${submission}`;
      const ofUnit = tables.selectFrom('exemplary').select('by').where('campaign', '=', campaign).where('unit', '=', unit);
      const known = await ofUnit.where(same).executeTakeFirst();
      if (known !== undefined)
        throw new AppError('already-exemplary', RECORD_MESSAGES.alreadyExemplary(known.by), { details: { by: known.by } });
      await tables.insertInto('exemplary').values({ id: randomId(), campaign, unit, submission, note, by: actor, at }).execute();
      await log({ actor, kind: 'exemplary-marked', campaign, unit, ...(submission && { submission }), details: { name, reason: note } });
    });
  }

  undo(campaign: string, id: string, actor: Actor): Promise<void> {
    return this.store.write(async ({ tables, reach, log }) => {
      await campaignRow(tables, campaign, reach);
      const row = await selectMarks(tables, campaign, isTheirs(reach)).where('exemplary.id', '=', id).executeTakeFirst();
      if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownMark);
      await tables.deleteFrom('exemplary').where('id', '=', id).execute();
      const { unit, submission, unitName, note } = row;
      const details = { name: submission === null ? unitName : null, reason: note };
      await log({ actor, kind: 'exemplary-undone', campaign, unit, ...(submission && { submission }), details });
    });
  }
}

/** An essay of a unit in reach. AppError `unknown-id`. */
async function essay({ tables, reach }: Change, campaign: string, id: string) {
  const row = await tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .select(['submission.id as submission', 'submission.tenant as unit'])
    .where('result.campaign', '=', campaign)
    .where('submission.id', '=', id)
    .where(isOwn(reach, 'submission.tenant'))
    .executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(id));
  return { ...row, name: null };
}

/** A unit below those in reach. AppError `unknown-id`. */
async function below({ tables, reach }: Change, campaign: string, id: string) {
  const row = await unitsBelow(tables, campaign, reach).where('unit.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.noUnitBelow);
  return { unit: row.id, name: row.name, submission: null };
}

/** Units below those in reach that have people on a campaign's roster: no unit praises itself. */
function unitsBelow(tables: Tables, campaign: string, reach: Reach) {
  return tables
    .selectFrom('unit')
    .select(['unit.id', 'unit.name'])
    .where(isBelow(reach, 'unit.id'))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('roster_entry')
          .select('person')
          .whereRef('roster_entry.unit', '=', 'unit.id')
          .where('roster_entry.campaign', '=', campaign),
      ),
    );
}

function isBelow(reach: Reach, column: string): RawBuilder<SqlBool> {
  if (reach === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${isOwnOrBelow(reach.units, column)} AND NOT ${isOwn(reach, column)})`;
}

/** Whether a mark may be taken back: of essays of units in reach, and of units below them. */
const isTheirs = (reach: Reach): RawBuilder<SqlBool> => sql<SqlBool>`
  CASE WHEN exemplary.submission IS NULL THEN ${isBelow(reach, 'exemplary.unit')} ELSE ${isOwn(reach, 'exemplary.unit')} END`;

/** Whether a mark is seen: also what others marked one's own unit with. */
const isSeen = (reach: Reach): RawBuilder<SqlBool> => sql<SqlBool>`(${isOwn(reach, 'exemplary.unit')} OR ${isTheirs(reach)})`;

function selectMarks(tables: Tables, campaign: string, where: RawBuilder<SqlBool>) {
  return tables
    .selectFrom('exemplary')
    .innerJoin('unit', 'unit.id', 'exemplary.unit')
    .leftJoin('submission', 'submission.id', 'exemplary.submission')
    .leftJoin('essay_person', 'essay_person.submission', 'exemplary.submission')
    .leftJoin('person', 'person.id', 'essay_person.person')
    .select(['exemplary.id', 'exemplary.unit', 'unit.name as unitName', 'exemplary.submission', 'exemplary.note', 'exemplary.by'])
    .select(['exemplary.at', 'submission.file', 'person.name as writer'])
    .where('exemplary.campaign', '=', campaign)
    .where(where);
}

type MarkRow = Awaited<ReturnType<ReturnType<typeof selectMarks>['executeTakeFirstOrThrow']>>;

function toMark({ id, unit, unitName, submission, note, by, at, file, writer }: MarkRow, reach: Reach): ExemplaryMark {
  const isTheirUnit = reach === null || reach.units.includes(unit);
  return {
    id,
    unit: { id: unit, name: unitName },
    essay:
      submission === null ? null : { id: submission, file: (file ?? '').slice((file ?? '').lastIndexOf('/') + 1), writer: writer ?? '' },
    note,
    by,
    at,
    mayUndo: reach === null || (submission === null ? !isTheirUnit : isTheirUnit),
  };
}
