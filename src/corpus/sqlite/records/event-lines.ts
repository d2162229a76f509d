import { type Kysely, sql } from 'kysely';
import type { EventKind, LogEvent } from '../../../model/result-record.js';
import { canonicalJson } from '../../canonical-json.js';
import { chainHash, FIRST } from '../../records/audit-lines.js';
import { inChunks } from '../in-chunks.js';
import type { CorpusTables } from '../schema.js';
import { readObject } from './stored-json.js';
import { finderOf } from './word-finder.js';

/** Who is named for what the machine does by itself. */
export const MACHINE = 'soatbai';

/** A line to be written; what is left out is null or empty. */
export interface NewEvent {
  readonly actor: string;
  readonly kind: EventKind;
  /** Whose log it belongs to; without one, that of the essay, the batch or the campaign that it is about. */
  readonly unit?: string;
  readonly campaign?: string | null;
  readonly batch?: string | null;
  readonly submission?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Adds lines to the log, in their order, within the transaction of what they tell of. `at`: ISO 8601, UTC. */
export async function appendEvents(tables: Kysely<CorpusTables>, at: string, events: readonly NewEvent[]): Promise<void> {
  const last = await tables.selectFrom('event').select('hash').orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  const units = await unitsOf(tables, events);
  let sequence = await lastSequence(tables);
  let hash = last?.hash ?? FIRST;
  const rows = events.map((event, place) => {
    const { actor, kind, campaign = null, batch = null, submission = null, details = {} } = event;
    sequence += 1;
    const line = { sequence, at, actor, kind, unit: units[place] ?? null, campaign, batch, submission, details };
    hash = chainHash(hash, line);
    return { ...line, details: canonicalJson(details), hash };
  });
  for (const chunk of inChunks(rows)) await tables.insertInto('event').values(chunk).execute();
}

/** Whose log each line belongs to; null for what concerns no unit. */
async function unitsOf(tables: Kysely<CorpusTables>, events: readonly NewEvent[]): Promise<(string | null)[]> {
  const open = events.filter(({ unit }) => unit === undefined);
  const named = (key: 'submission' | 'batch' | 'campaign'): string[] => [...new Set(open.flatMap((event) => event[key] ?? []))];
  const owners = new Map<string, string>();
  for (const chunk of inChunks(named('campaign')))
    for (const { id, unit } of await tables.selectFrom('campaign').select(['id', 'unit']).where('id', 'in', chunk).execute())
      owners.set(id, unit);
  for (const chunk of inChunks(named('batch')))
    for (const { id, unit } of await tables.selectFrom('batch').select(['id', 'unit']).where('id', 'in', chunk).execute())
      owners.set(id, unit);
  for (const chunk of inChunks(named('submission')))
    for (const { id, tenant } of await tables.selectFrom('submission').select(['id', 'tenant']).where('id', 'in', chunk).execute())
      owners.set(id, tenant);
  const ownerOf = (id: string | null | undefined): string | undefined => owners.get(id ?? '');
  return events.map(({ unit, submission, batch, campaign }) => unit ?? ownerOf(submission) ?? ownerOf(batch) ?? ownerOf(campaign) ?? null);
}

/** The highest sequence ever given out: where lines were cut off at the end, the next one shows it. */
export async function lastSequence(tables: Kysely<CorpusTables>): Promise<number> {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM sqlite_sequence WHERE name = 'event'`.execute(tables);
  return rows[0]?.seq ?? 0;
}

/** Sequence of the newest line that may have changed what is known of a campaign's essays: what is only seen, and conclusions and batches of others, leave it as it is. */
export async function lastChange(tables: Kysely<CorpusTables>, campaign: string): Promise<number> {
  // The first condition is the index's own, word for word.
  const { rows } = await sql<{ sequence: number }>`
    SELECT sequence FROM event WHERE kind NOT IN ('viewed', 'exported', 'signed-in', 'sign-in-failed')
      AND (campaign IS ${campaign} OR kind NOT IN ('concluded', 'batch-created', 'batch-sealed', 'token-created', 'token-revoked'))
    ORDER BY sequence DESC LIMIT 1`.execute(tables);
  return rows[0]?.sequence ?? 0;
}

/** AppError `corpus-damaged` when its details cannot be read. */
export function toEvent({ hash: _, details, ...line }: CorpusTables['event']): LogEvent {
  return { ...line, details: readObject(details, { table: 'event', row: line.sequence }) };
}

/** What stands in place of details that were erased. */
const ERASED_DETAILS = canonicalJson({ erased: true });
/** Who is named where somebody acted whose name was erased. */
const ERASED_ACTOR = 'đã xóa';

/** Lines of a campaign that repeat what people wrote in it, or the name of what they wrote. */
const WRITTEN: readonly EventKind[] = [
  ...(['programme-changed', 'programme-opinion', 'programme-remarked', 'programme-issued'] as const),
  ...(['second-look-asked', 'second-look-answered', 'exemplary-marked', 'exemplary-undone'] as const),
  ...(['text-requested', 'text-request-decided', 'session-removed', 'material-removed', 'batch-withdrawn', 'job-failed'] as const),
];

/** Lines to be cleared: about these essays, holding one of these words, or repeating what was written in a campaign; of a unit's log or of essays. */
interface Redaction {
  readonly unit: string;
  readonly campaign: string | null;
  readonly submissions: readonly string[];
  readonly words: readonly string[];
  /** Under which somebody acted who has no account. */
  readonly name: string | null;
}

/**
 * Takes the details out of lines that say something of somebody who is erased; gives their sequences. Their hashes stay, so
 * that the chain holds: the line `erased` that follows names them, and only such lines may lack what their hash was made of.
 */
export async function redactEvents(
  tables: Kysely<CorpusTables>,
  { unit, campaign, submissions, words, name }: Redaction,
): Promise<number[]> {
  const { rows } = await sql<{ sequence: number }>`
    SELECT sequence FROM event WHERE kind NOT IN ('erased', 'restored') AND (
      submission IN (SELECT value FROM json_each(${JSON.stringify(submissions)}))
      OR actor = ${name} AND NOT EXISTS (SELECT 1 FROM account WHERE account.name = event.actor)
      OR campaign = ${campaign} AND coalesce(unit, 'goc') = ${unit} AND kind IN (SELECT value FROM json_each(${JSON.stringify(WRITTEN)}))
    )`.execute(tables);
  const found = new Set([...rows.map(({ sequence }) => sequence), ...(await linesHolding(tables, unit, words))]);
  const lines = [...found].sort((a, b) => a - b);
  for (const chunk of inChunks(lines)) {
    await tables.updateTable('event').set({ details: ERASED_DETAILS }).where('sequence', 'in', chunk).execute();
    if (name === null) continue;
    const nobodys = tables.selectFrom('account').select('name').where('name', '=', name);
    const theirs = tables.updateTable('event').set({ actor: ERASED_ACTOR }).where('sequence', 'in', chunk).where('actor', '=', name);
    await theirs.where('actor', 'not in', nobodys).execute();
  }
  return lines;
}

/** Lines read at a time. */
const PAGE = 1000;

/** Sequences of the lines of a unit's log whose details hold one of the words: all lines are gone through once. */
async function linesHolding(tables: Kysely<CorpusTables>, unit: string, words: readonly string[]): Promise<number[]> {
  const holds = finderOf(words.filter((word) => word !== '').map((word) => JSON.stringify(word).slice(1, -1)));
  const found: number[] = [];
  for (let last = 0; ; ) {
    const page = tables.selectFrom('event').select(['sequence', 'details']).where('sequence', '>', last);
    const rows = await page
      .where('kind', 'not in', ['erased', 'restored'])
      .where(sql<boolean>`coalesce(unit, 'goc') = ${unit}`)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const { sequence, details } of rows) if (holds(details)) found.push(sequence);
    if (rows.length < PAGE) return found;
    last = rows.at(-1)?.sequence ?? last;
  }
}

/** Whether a line has been cleared, and stands in its place. */
export function isErased(row: CorpusTables['event'], before: Pick<CorpusTables['event'], 'sequence'> | null): boolean {
  return row.sequence === (before?.sequence ?? 0) + 1 && row.details === ERASED_DETAILS;
}

/** Lines that a line says were cleared. */
export function erasedLines({ kind, details }: CorpusTables['event']): readonly number[] {
  if (kind !== 'erased') return [];
  const { lines } = JSON.parse(details) as { readonly lines?: unknown };
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'number') : [];
}

/** Whether a line follows from the one before it, whose hash and sequence are given (null for the first line). */
export function follows(row: CorpusTables['event'], before: Pick<CorpusTables['event'], 'sequence' | 'hash'> | null): boolean {
  if (row.sequence !== (before?.sequence ?? 0) + 1) return false;
  try {
    return row.hash === chainHash(before?.hash ?? FIRST, toEvent(row));
  } catch {
    return false;
  }
}
