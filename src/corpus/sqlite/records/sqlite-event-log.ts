import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { FOUNDING_UNIT } from '../../../model/access.js';
import type { LogEvent } from '../../../model/result-record.js';
import type { EventLog } from '../../records/event-log.js';
import type { CorpusTables } from '../schema.js';
import { erasedLines, follows, isErased, lastSequence, toEvent } from './event-lines.js';
import type { Reach } from './reach.js';
import type { Store, Tables } from './store.js';

/** Lines read at a time. */
const CHUNK = 1000;

export class SqliteEventLog implements EventLog {
  constructor(private readonly store: Store) {}

  list({ campaign, before, limit }: Parameters<EventLog['list']>[0]): Promise<readonly LogEvent[]> {
    return this.store.read(async (tables) => {
      let query = tables.selectFrom('event').selectAll().where(inReach(this.store.scope)).orderBy('sequence', 'desc').limit(limit);
      if (campaign !== undefined) query = query.where('campaign', '=', campaign);
      if (before !== undefined) query = query.where('sequence', '<', before);
      const events = (await query.execute()).map(toEvent);
      return this.store.scope === null ? events : events.map(withoutForeign);
    });
  }

  verify(): Promise<number | null> {
    return this.store.read(firstBrokenEvent);
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

/** Sequence of the first line of the log that does not follow from the one before it, or is missing; null when all fit. */
export async function firstBrokenEvent(tables: Tables): Promise<number | null> {
  let before: CorpusTables['event'] | null = null;
  const unexplained = new Set<number>();
  for (;;) {
    const rows = await linesAfter(tables, before?.sequence ?? 0);
    for (const row of rows) {
      if (!follows(row, before)) {
        if (!isErased(row, before)) return Math.min(row.sequence, ...unexplained);
        unexplained.add(row.sequence);
      }
      for (const line of erasedLines(row)) unexplained.delete(line);
      before = row;
    }
    if (rows.length < CHUNK) break;
  }
  if (unexplained.size > 0) return Math.min(...unexplained);
  // Lines cut off at the end leave no other trace.
  const end = before?.sequence ?? 0;
  return (await lastSequence(tables)) > end ? end + 1 : null;
}

function linesAfter(tables: Tables, sequence: number): Promise<CorpusTables['event'][]> {
  return tables.selectFrom('event').selectAll().where('sequence', '>', sequence).orderBy('sequence').limit(CHUNK).execute();
}
