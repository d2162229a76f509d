import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { FOUNDING_UNIT } from '../../../model/access.js';
import type { LogEvent } from '../../../model/result-record.js';
import type { AuditCheck, ChainedEvent } from '../../records/audit-lines.js';
import type { AuditEvent, EventLog, LogFilter, NamedEssay } from '../../records/event-log.js';
import type { CorpusTables } from '../schema.js';
import { checkLog } from './check-log.js';
import { toEvent } from './event-lines.js';
import { notYetNoted } from './noted-views.js';
import { isOwn, type Reach } from './reach.js';
import type { Store, Tables } from './store.js';

export class SqliteEventLog implements EventLog {
  constructor(private readonly store: Store) {}

  list({ before, limit, ...filter }: Parameters<EventLog['list']>[0]): Promise<readonly LogEvent[]> {
    return this.store.read(async (tables) => {
      let query = this.matching(tables, filter).selectAll().orderBy('sequence', 'desc').limit(limit);
      if (before !== undefined) query = query.where('sequence', '<', before);
      const events = (await query.execute()).map(toEvent);
      return this.store.scope === null ? events : events.map(withoutForeign);
    });
  }

  chained({ after, limit, ...filter }: Parameters<EventLog['chained']>[0]): Promise<readonly ChainedEvent[]> {
    return this.store.read(async (tables) => {
      const before = sql<string | null>`(SELECT hash FROM event AS earlier WHERE earlier.sequence = event.sequence - 1)`;
      const rows = await this.matching(tables, filter)
        .selectAll()
        .select(before.as('before'))
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(({ before: earlier, ...row }) => ({ event: toEvent(row), before: earlier ?? '', hash: row.hash }));
    });
  }

  essays(ids: readonly string[]): Promise<ReadonlyMap<string, NamedEssay>> {
    return this.store.read(async (tables) => {
      const rows = await tables
        .selectFrom('submission')
        .select(['id', 'file', 'member', 'unit'])
        .where('id', 'in', [...ids])
        .where(isOwn(this.store.scope, 'tenant'))
        .execute();
      return new Map(rows.map(({ id, ...essay }) => [id, essay]));
    });
  }

  count(filter: LogFilter): Promise<number> {
    return this.store.read(async (tables) => {
      const { count } = await this.matching(tables, filter)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    });
  }

  async note(events: readonly AuditEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.store.write(async ({ tables, at, log }) => log(...(await notYetNoted(tables, at, events))));
  }

  check(): Promise<AuditCheck> {
    return this.store.read(checkLog);
  }

  async verify(): Promise<number | null> {
    const checked = await this.check();
    return checked.isWhole ? null : checked.sequence;
  }

  private matching(tables: Tables, filter: LogFilter): SelectQueryBuilder<CorpusTables, 'event', object> {
    const { campaign, kinds, actor, essay, from, to } = filter;
    let query = tables.selectFrom('event').where(inReach(this.store.scope));
    if (campaign !== undefined) query = query.where('campaign', '=', campaign);
    if (kinds !== undefined) query = query.where('kind', 'in', kinds);
    if (actor !== undefined) query = query.where(sql<SqlBool>`instr(lower(actor), lower(${actor})) > 0`);
    if (essay !== undefined) query = query.where(isAbout(essay, this.store.scope));
    if (from !== undefined) query = query.where('at', '>=', from);
    if (to !== undefined) query = query.where('at', '<', to);
    return query;
  }
}

/** An essay that came later may be another unit's: its id is not told. */
function withoutForeign({ details: { with: _, ...details }, ...event }: LogEvent): LogEvent {
  return { ...event, details };
}

/** Lines of units in reach. Those from before there were units are the founding unit's. */
function inReach(reach: Reach): RawBuilder<SqlBool> {
  return reach === null ? sql<SqlBool>`true` : sql<SqlBool>`coalesce(unit, ${FOUNDING_UNIT}) IN (${sql.join(reach.units)})`;
}

/** Lines about an essay, known by its id, or by part of its file's name or its writer's. */
function isAbout(essay: string, reach: Reach): RawBuilder<SqlBool> {
  return sql<SqlBool>`(submission = ${essay} OR submission IN (
    SELECT id FROM submission AS essay WHERE (instr(essay.file, ${essay}) > 0 OR instr(essay.member, ${essay}) > 0) AND ${isOwn(reach, 'essay.tenant')}))`;
}
