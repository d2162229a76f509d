import type { AuditEvent } from '../../records/event-log.js';
import type { Tables } from './store.js';

/** Those of the events that are to be written: of views only the first of each account, essay, kind of view and hour. `at`: ISO 8601, UTC. */
export async function notYetNoted(tables: Tables, at: string, events: readonly AuditEvent[]): Promise<AuditEvent[]> {
  const hour = `${at.slice(0, 13)}:00:00.000Z`;
  const seen = new Set<string>();
  const fresh: AuditEvent[] = [];
  for (const event of events) {
    if (event.kind === 'viewed') {
      const key = [event.actor, event.submission, whatOf(event)].join('\n');
      if (seen.has(key)) continue;
      seen.add(key);
      if (await isNoted(tables, hour, event)) continue;
    }
    fresh.push(event);
  }
  return fresh;
}

async function isNoted(tables: Tables, hour: string, event: AuditEvent): Promise<boolean> {
  const rows = await tables
    .selectFrom('event')
    .select('details')
    .where('kind', '=', 'viewed')
    .where('actor', '=', event.actor)
    .where('submission', event.submission === undefined ? 'is' : '=', event.submission ?? null)
    .where('at', '>=', hour)
    .execute();
  return rows.some(({ details }) => whatOf({ details: parsed(details) }) === whatOf(event));
}

const whatOf = ({ details }: Pick<AuditEvent, 'details'>): string => JSON.stringify([details?.what, details?.document]);

/** A line that cannot be read is told by the check of the log; here it only is no line that says the same. */
function parsed(details: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(details) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
