import type { AuditEvent } from '../corpus/records/event-log.js';
import type { Records } from '../corpus/records/records.js';

/** Milliseconds of an hour, and keys that are remembered within one. */
const HOUR = 3_600_000;
const REMEMBERED = 50_000;

/** A view of an essay's findings or text, of a letter, or of another document. */
export interface View {
  readonly actor: string;
  readonly campaign: string;
  /** Id of an essay; null for a document that is none. */
  readonly submission: string | null;
  /** Whose log it belongs to; without one, that of the essay. */
  readonly unit?: string;
  /** `passages`: those that an essay shares with `document`, which is another unit's. */
  readonly details: { readonly what: 'essay' | 'letter' | 'document' | 'passages'; readonly document?: string };
}

/** Notes who looks at what, before they get to see it. */
export interface ViewNotes {
  /** Resolves once the line is on the disk, at once where the same was noted within the hour. Rejects as `Records` does. */
  note(view: View): Promise<void>;
}

/**
 * Lines of those who wait are written together: while one transaction reaches the disk, the next ones gather, so that many
 * readers cost no more transactions than the disk takes.
 */
export function createViewNotes(records: Records, now: () => Date): ViewNotes {
  const known = new Set<string>();
  let hour = -1;
  let waiting: AuditEvent[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();

  /** All that came while the one before was written. */
  async function writeWaiting(): Promise<void> {
    const events = waiting;
    waiting = [];
    next = null;
    await records.log.note(events);
  }

  function join(event: AuditEvent): Promise<void> {
    waiting.push(event);
    if (next === null) {
      next = last.then(writeWaiting);
      last = next.catch(() => undefined);
    }
    return next;
  }

  return {
    async note({ actor, campaign, submission, unit, details }) {
      const current = Math.floor(now().getTime() / HOUR);
      if (current !== hour || known.size > REMEMBERED) known.clear();
      hour = current;
      const key = JSON.stringify([actor, submission, details]);
      if (known.has(key)) return;
      await join({ actor, kind: 'viewed', campaign, ...(unit && { unit }), ...(submission !== null && { submission }), details });
      known.add(key);
    },
  };
}
