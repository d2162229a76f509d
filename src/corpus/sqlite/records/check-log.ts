import type { AuditCheck, AuditFault } from '../../records/audit-lines.js';
import { FIRST } from '../../records/audit-lines.js';
import type { CorpusTables } from '../schema.js';
import { erasedLines, follows, isErased, lastSequence } from './event-lines.js';
import type { Tables } from './store.js';

/** Lines read at a time. */
const CHUNK = 1000;

/** Follows the log from its first line: all of it fits together, or the first line that does not, and how. */
export async function checkLog(tables: Tables): Promise<AuditCheck> {
  let before: CorpusTables['event'] | null = null;
  let lines = 0;
  // Lines that were cleared, until a later one says so and why.
  const unexplained = new Set<number>();
  for (;;) {
    const rows = await linesAfter(tables, before?.sequence ?? 0);
    for (const row of rows) {
      const expected: number = (before?.sequence ?? 0) + 1;
      if (row.sequence !== expected) return broken('missing', expected);
      if (!follows(row, before)) {
        if (!isErased(row, before)) return broken('changed', Math.min(row.sequence, ...unexplained));
        unexplained.add(row.sequence);
      }
      for (const line of erasedLines(row)) unexplained.delete(line);
      before = row;
      lines += 1;
    }
    if (rows.length < CHUNK) break;
  }
  if (unexplained.size > 0) return broken('changed', Math.min(...unexplained));
  // Lines cut off at the end leave no other trace.
  const end = before?.sequence ?? 0;
  return (await lastSequence(tables)) > end ? broken('cut', end + 1) : { isWhole: true, lines, lastHash: before?.hash ?? FIRST };
}

const broken = (fault: AuditFault, sequence: number): AuditCheck => ({ isWhole: false, fault, sequence });

function linesAfter(tables: Tables, sequence: number): Promise<CorpusTables['event'][]> {
  return tables.selectFrom('event').selectAll().where('sequence', '>', sequence).orderBy('sequence').limit(CHUNK).execute();
}
