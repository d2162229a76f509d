import { expect, it } from 'vitest';
import { AuditReader, AuditWriter, type ChainedEvent, chainHash } from '../../../src/corpus/records/audit-lines.js';

/** Seven lines of a log, of which a unit's file may hold but some. */
function chain(): ChainedEvent[] {
  const lines: ChainedEvent[] = [];
  for (let sequence = 1; sequence <= 7; sequence++) {
    const before = lines.at(-1)?.hash ?? '';
    const event = {
      ...({ sequence, at: `2026-11-25T08:00:0${sequence}.000Z`, actor: 'Mận', kind: 'viewed', unit: 'goc' } as const),
      ...{ campaign: 'c1', batch: null, submission: `e${sequence}`, details: { what: 'essay' } },
    };
    lines.push({ event, before, hash: chainHash(before, event) });
  }
  return lines;
}

function fileOf(events: readonly ChainedEvent[]): string[] {
  const writer = new AuditWriter();
  return [...events.map((event) => writer.line(event)), writer.end()];
}

function check(lines: readonly string[]) {
  const reader = new AuditReader();
  for (const line of lines) {
    const fault = reader.take(line);
    if (fault !== null) return fault;
  }
  return reader.end();
}

it('an exported log fits together, whole or one unit’s part of it', () => {
  const all = chain();
  expect(check(fileOf(all))).toEqual({ isWhole: true, lines: 7, lastHash: all[6]?.hash });
  expect(check(fileOf([all[1]!, all[4]!]))).toEqual({ isWhole: true, lines: 2, lastHash: all[4]?.hash });
  expect(check(fileOf([]))).toEqual({ isWhole: true, lines: 0, lastHash: '' });
});

it.each([
  ['changed', (lines: string[]) => lines.with(2, lines[2]!.replace('Mận', 'Bưởi')), 'changed', 3],
  ['removed', (lines: string[]) => lines.toSpliced(3, 1), 'missing', 5],
  ['put in again', (lines: string[]) => lines.toSpliced(4, 0, lines[1]!), 'changed', 2],
  ['put in, made up', (lines: string[]) => lines.toSpliced(4, 0, madeUp(lines[4]!)), 'missing', 5],
  ['put in at the end', (lines: string[]) => [...lines, lines[6]!], 'unreadable', 8],
  ['cut off at the end', (lines: string[]) => lines.slice(0, 5), 'cut', 6],
  ['cut off before the end line', (lines: string[]) => lines.toSpliced(6, 1), 'cut', 7],
  ['no line at all', (lines: string[]) => lines.with(0, 'x'), 'unreadable', 1],
])('a line that was %s is named', (_, spoil, fault, sequence) => {
  expect(check(spoil(fileOf(chain())))).toEqual({ isWhole: false, fault, sequence });
});

/** A line whose own hash is right, in the place of another. */
function madeUp(line: string): string {
  const { before, hash: _, link, ...event } = JSON.parse(line) as ChainedEvent['event'] & { before: string; hash: string; link: string };
  const forged = { ...event, actor: 'Người khác' };
  return JSON.stringify({ ...forged, before, hash: chainHash(before, forged), link });
}
