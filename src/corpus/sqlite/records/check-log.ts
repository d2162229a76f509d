import type { AuditCheck, AuditFault } from '../../records/audit-lines.js';
import { FIRST } from '../../records/audit-lines.js';
import type { CorpusTables } from '../schema.js';
import { follows, lastSequence } from './event-lines.js';
import type { Tables } from './store.js';

/** Lines read at a time. */
const CHUNK = 1000;

/** Follows the log from its first line: all of it fits together, or the first line that does not, and how. */
export async function checkLog(tables: Tables): Promise<AuditCheck> {
  let before: CorpusTables['event'] | null = null;
  let lines = 0;
  for (;;) {
    const rows = await linesAfter(tables, before?.sequence ?? 0);
    for (const row of rows) {
      const expected: number = (before?.sequence ?? 0) + 1;
      if (row.sequence !== expected) return broken('missing', expected);
      if (!follows(row, before)) return broken('changed', row.sequence);
      before = row;
      lines += 1;
    }
    if (rows.length < CHUNK) break;
  }
  // Lines cut off at the end leave no other trace.
  const end = before?.sequence ?? 0;
  return (await lastSequence(tables)) > end ? broken('cut', end + 1) : { isWhole: true, lines, lastHash: before?.hash ?? FIRST };
}

const broken = (fault: AuditFault, sequence: number): AuditCheck => ({ isWhole: false, fault, sequence });

function linesAfter(tables: Tables, sequence: number): Promise<CorpusTables['event'][]> {
  return tables.selectFrom('event').selectAll().where('sequence', '>', sequence).orderBy('sequence').limit(CHUNK).execute();
}
