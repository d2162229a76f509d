import { createHash } from 'node:crypto';
import type { LogEvent } from '../../model/result-record.js';
import { canonicalJson } from '../canonical-json.js';

/** A line with what it is chained by: hexadecimal SHA-256 of `before` and of the line; `before` is empty for the first. */
export interface ChainedEvent {
  readonly event: LogEvent;
  readonly before: string;
  readonly hash: string;
}

/** What the hash of the first line goes out from. */
export const FIRST = '';

/** Hash of a line of the log, from that of the line before it: SHA-256, lower-case hexadecimal. */
export function chainHash(before: string, { sequence, at, actor, kind, unit, campaign, batch, submission, details }: LogEvent): string {
  // Lines from before there were units have none.
  const line = canonicalJson({ sequence, at, actor, kind, ...(unit !== null && { unit }), campaign, batch, submission, details });
  return sha256(before + line);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Writes an exported log, JSON lines: each an event with its hash, that of the line before it in the log, and `link`, which
 * chains the lines of this file: it may hold but one unit's. The last line says how many there are.
 */
export class AuditWriter {
  private link = FIRST;
  private lines = 0;

  line({ event, before, hash }: ChainedEvent): string {
    this.link = sha256(this.link + hash);
    this.lines += 1;
    return `${JSON.stringify({ ...event, before, hash, link: this.link })}\n`;
  }

  end(): string {
    return `${JSON.stringify({ end: true, lines: this.lines, link: this.link })}\n`;
  }
}

/** What is wrong with a log: a line that was changed or put in, lines that are missing before one, an end that was cut off, a line that is none. */
export type AuditFault = 'changed' | 'missing' | 'cut' | 'unreadable';

/** What a check of a log found: that `lines` of them fit together, or the first one that does not. */
export type AuditCheck =
  | { readonly isWhole: true; readonly lines: number; readonly lastHash: string }
  | { readonly isWhole: false; readonly fault: AuditFault; readonly sequence: number };

/** Checks lines of a log one after the other. */
export class AuditReader {
  private link = FIRST;
  private lines = 0;
  private last = { sequence: 0, hash: FIRST };
  private isEnded = false;

  /** Takes a line of an exported log; what is wrong with it, null when it follows. */
  take(text: string): AuditCheck | null {
    const line = parseLine(text);
    if (line === null || this.isEnded) return this.broken('unreadable', this.last.sequence + 1);
    if (isEnd(line)) {
      this.isEnded = true;
      return line.lines === this.lines && line.link === this.link ? null : this.broken('cut', this.last.sequence + 1);
    }
    const { before, hash, link, ...event } = line;
    const { sequence } = event;
    if (typeof sequence !== 'number' || typeof before !== 'string') return this.broken('unreadable', this.last.sequence + 1);
    const fault = this.faultOf(line, event as unknown as LogEvent);
    if (fault !== null) return this.broken(fault, sequence);
    this.link = String(link);
    this.last = { sequence, hash: String(hash) };
    this.lines += 1;
    return null;
  }

  /** What all lines come to. */
  end(): AuditCheck {
    if (!this.isEnded) return this.broken('cut', this.last.sequence + 1);
    return { isWhole: true, lines: this.lines, lastHash: this.last.hash };
  }

  private faultOf({ before, hash, link }: Line, event: LogEvent): AuditFault | null {
    if (event.sequence <= this.last.sequence || hash !== chainHash(String(before), event)) return 'changed';
    if (link !== sha256(this.link + String(hash))) return 'missing';
    return event.sequence === this.last.sequence + 1 && before !== this.last.hash ? 'changed' : null;
  }

  private broken(fault: AuditFault, sequence: number): AuditCheck {
    return { isWhole: false, fault, sequence };
  }
}

type Line = Readonly<Record<string, unknown>>;

const isEnd = (line: Line): boolean => line.end === true;

function parseLine(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : null;
  } catch {
    return null;
  }
}
