import { setImmediate as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Erasure } from '../../../model/erasure.js';
import { AppError } from '../../../model/errors.js';
import type { LimitName } from '../../../model/unit.js';
import type { Actor } from '../../records/actor.js';
import type { DueEssays, ErasureRecord, Erasures, KeptPerson } from '../../records/erasures.js';
import type { CorpusTables } from '../schema.js';
import { administered, administeredUnit } from './administered.js';
import { essaysOfCampaign, TOLD_ROWS } from './campaign-data.js';
import { eraseData, essaysOfPerson } from './erase-data.js';
import { erasedSince, markOf } from './erased-contents.js';
import { limitsAt } from './limit-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import type { Change, Store, Tables } from './store.js';
import { readObject } from './stored-json.js';

/** People shown at a time. */
const SHOWN = 50;

export class SqliteErasures implements Erasures {
  constructor(private readonly store: Store) {}

  people(unit: string, sought: string): Promise<readonly KeptPerson[]> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, unit);
      const rows = await tables
        .selectFrom('person')
        .selectAll()
        .where('unit', '=', unit)
        .where('erased_at', 'is', null)
        .where((where) => where.or([where(sql`instr(name, ${sought})`, '>', 0), where(sql`instr(card, ${sought})`, '>', 0)]))
        .orderBy('name')
        .limit(SHOWN)
        .execute();
      const people: KeptPerson[] = [];
      for (const row of rows) {
        const { id, name, card, cell } = row;
        people.push({ id, name, card, cell, essays: (await essaysOfPerson(tables, row)).length });
      }
      return people;
    });
  }

  async erasePerson(person: string, reason: string, actor: Actor): Promise<ErasureRecord> {
    const record = await this.store.write(async (change) => {
      const row = await change.tables
        .selectFrom('person')
        .selectAll()
        .where('id', '=', person)
        .where('unit', 'in', administered(this.store.scope))
        .where('erased_at', 'is', null)
        .executeTakeFirst();
      if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownPerson);
      const submissions = await essaysOfPerson(change.tables, row);
      return erase(change, { unit: row.unit, what: 'person', person, campaign: null, submissions }, { reason, actor });
    });
    await this.store.forgetRemoved();
    return record;
  }

  ofUnit(unit: string): Promise<readonly ErasureRecord[]> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, unit);
      const rows = await tables.selectFrom('erasure').selectAll().where('unit', '=', unit).orderBy('at', 'desc').execute();
      return rows.map(toRecord);
    });
  }

  due(): Promise<readonly DueEssays[]> {
    return this.store.count((tables) => this.dueNow(tables));
  }

  async eraseDue(campaign: string, unit: string, reason: string, actor: Actor): Promise<ErasureRecord> {
    const record = await this.store.write(async (change) => {
      const due = (await this.dueNow(change.tables)).find((one) => one.campaign === campaign && one.unit === unit);
      if (due === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.notDue);
      const submissions = await essaysOfCampaign(change.tables, { campaign, unit });
      return erase(change, { unit, what: 'campaign', person: null, campaign, submissions }, { reason, actor });
    });
    await this.store.forgetRemoved();
    return record;
  }

  all(): Promise<readonly Erasure[]> {
    return this.store.read(readErasures);
  }

  refused(batch: string): Promise<(sha256: string) => boolean> {
    return this.store.read(async (tables) => {
      const marks = await erasedSince(tables, batch);
      return (sha256) => marks.size > 0 && marks.has(markOf(sha256));
    });
  }

  private async dueNow(tables: Tables): Promise<DueEssays[]> {
    const due: DueEssays[] = [];
    for (const campaign of await oldCampaigns(tables, this.store.now())) {
      for (const row of await this.keptOf(tables, campaign)) {
        const { retentionYears: years } = await limitsAt(tables, row.unit);
        if (years > 0 && new Date(row.lastAt) <= yearsBefore(this.store.now(), years)) due.push({ ...row, years });
      }
      await pause();
    }
    return due.sort((one, other) => (one.lastAt < other.lastAt ? -1 : 1));
  }

  /** What is kept of a campaign, by unit, and since when nothing was added. */
  private async keptOf(tables: Tables, campaign: string): Promise<Omit<DueEssays, 'years'>[]> {
    const { rows } = await sql<Omit<DueEssays, 'years'>>`
      WITH kept (campaign, unit, at, essays) AS (
        SELECT result.campaign, submission.tenant,
          max(submission.received_at, coalesce((SELECT max(at) FROM conclusion WHERE conclusion.submission = submission.id), '')), 1
          FROM submission JOIN result ON result.submission = submission.id
        UNION ALL SELECT *, 0 FROM (${TOLD_ROWS}))
      SELECT campaign.id AS campaign, campaign.name AS campaignName, unit.id AS unit, unit.name AS unitName,
        sum(kept.essays) AS essays, max(max(kept.at), campaign.created_at) AS lastAt
      FROM kept JOIN campaign ON campaign.id = kept.campaign JOIN unit ON unit.id = kept.unit
      WHERE kept.campaign = ${campaign} AND kept.unit IN ${administered(this.store.scope)}
      GROUP BY unit.id`.execute(tables);
    return rows;
  }
}

/** Campaigns that may be kept for long enough anywhere: as old as the shortest time that any unit sets. */
async function oldCampaigns(tables: Tables, now: Date): Promise<string[]> {
  const limit = tables.selectFrom('unit_setting').where('name', '=', 'retentionYears' satisfies LimitName);
  const set = await limit.select('value').distinct().execute();
  const years = set.map(({ value }) => Number(value)).filter((value) => value > 0);
  if (years.length === 0) return [];
  const until = yearsBefore(now, Math.min(...years)).toISOString();
  const rows = await tables.selectFrom('campaign').select('id').where('created_at', '<=', until).execute();
  return rows.map(({ id }) => id);
}

function yearsBefore(now: Date, years: number): Date {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}

/** All erasures, oldest first, without the words of whoever asked for them. */
export async function readErasures(tables: Tables): Promise<readonly Erasure[]> {
  const rows = await tables.selectFrom('erasure').selectAll().orderBy('at').execute();
  return rows.map(toRecord).map(({ reason: _, by: _by, ...erasure }) => erasure);
}

interface Words {
  readonly reason: string;
  readonly actor: Actor;
}

/** Erases and writes it down. AppError `batch-busy`. */
async function erase(change: Change, what: Omit<Erasure, 'id' | 'at' | 'contents'>, { reason, actor }: Words): Promise<ErasureRecord> {
  const { tables, at } = change;
  await refuseBusy(tables, what);
  const { essays, lines, contents } = await eraseData(tables, { ...what, contents: [] });
  const erasure: Erasure = { id: randomId(), at, ...what, contents };
  await putErasure(tables, erasure, { reason, actor });
  const details = { erasure: erasure.id, what: erasure.what, essays: essays.length, lines };
  await change.log({ actor, kind: 'erased', unit: erasure.unit, details });
  return { ...erasure, reason, by: actor };
}

/** Notes an erasure; one that is noted already stays. */
export async function putErasure(
  tables: Tables,
  { id, at, unit, what, person, campaign, submissions, contents }: Erasure,
  { reason, actor }: Words,
): Promise<void> {
  const row = { id, unit, what, reason, details: JSON.stringify({ person, campaign, submissions, contents }), by: actor, at };
  await tables
    .insertInto('erasure')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A batch that is not through would bring the essay back. One that is only being received waits for nobody: it goes with its campaign. */
async function refuseBusy(
  tables: Tables,
  { unit, campaign, submissions, person }: Pick<Erasure, 'unit' | 'campaign' | 'submissions' | 'person'>,
): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    SELECT batch.number FROM batch WHERE state NOT IN ('done', 'withdrawn') AND (id IN (
      SELECT batch FROM batch_item WHERE submission IN (SELECT value FROM json_each(${JSON.stringify(submissions)}))
      UNION SELECT batch FROM handed_in WHERE person = ${person})
      OR campaign = ${campaign} AND unit = ${unit} AND state <> 'receiving') LIMIT 1`.execute(tables);
  const [busy] = rows;
  if (busy === undefined) return;
  throw new AppError('batch-busy', RECORD_MESSAGES[campaign === null ? 'eraseBusy' : 'eraseCampaignBusy'](busy.number));
}

function toRecord({ id, at, unit, what, reason, details, by }: CorpusTables['erasure']): ErasureRecord {
  type Told = Pick<Erasure, 'person' | 'submissions' | 'contents'> & Partial<Pick<Erasure, 'campaign'>>;
  const { campaign = null, ...told } = readObject<Told>(details, { table: 'erasure', row: id });
  return { id, at, unit, what: what === 'campaign' ? 'campaign' : 'person', campaign, ...told, reason, by };
}
