import { type DocumentMetadata, NO_METADATA } from '../../model/extraction.js';
import type { Captured } from './words.js';

/** As much of a note as is kept, UTF-16 units, and as many editing sessions. */
const NOTE_LENGTH = 200;
const MOST_REVISIONS = 1000;
const DATE_PARTS = ['yr', 'mo', 'dy', 'hr', 'min', 'sec'];

/** What an RTF file says about itself. */
export class Notes {
  private readonly noted = new Map<Captured, string>();
  private readonly date = new Map<string, number>();
  private readonly revisions = new Set<string>();
  private editingMinutes: number | null = null;
  /** Programs whose objects are embedded, as OLE names them. */
  readonly objects = new Set<string>();

  /** Takes in text of a note. */
  add(note: Captured, text: string): void {
    this.noted.set(note, ((this.noted.get(note) ?? '') + text).slice(0, NOTE_LENGTH));
  }

  /** Takes in a control word within a date or beside the notes. */
  word(word: string, parameter: number | null): void {
    if (parameter === null) return;
    if (DATE_PARTS.includes(word)) this.date.set(word, parameter);
    else if (word === 'edmins') this.editingMinutes = Math.max(0, parameter);
    else if (word === 'rsid' && this.revisions.size < MOST_REVISIONS) {
      // As DOCX has them, where the same sessions are found again.
      this.revisions.add((parameter >>> 0).toString(16).toUpperCase().padStart(8, '0'));
    }
  }

  /** Ends a note. */
  end(note: Captured): void {
    if (note === 'object') {
      this.objects.add(this.noted.get('object') ?? '');
      this.noted.delete('object');
    } else if (note === 'created' || note === 'modified') {
      this.noted.set(note, this.endDate());
    }
  }

  metadata(fonts: readonly string[]): DocumentMetadata {
    const text = (note: Captured): string => (this.noted.get(note) ?? '').trim();
    return {
      ...NO_METADATA,
      creator: text('creator'),
      lastModifiedBy: text('lastModifiedBy'),
      created: text('created'),
      modified: text('modified'),
      application: text('application').replace(/;$/, ''),
      template: text('template'),
      editingMinutes: this.editingMinutes,
      revisions: [...this.revisions],
      fonts,
    };
  }

  private endDate(): string {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = DATE_PARTS.map((part) => this.date.get(part) ?? 0);
    this.date.clear();
    const two = (value: number): string => String(value).padStart(2, '0');
    // A date that was never set is written as zeros.
    return year > 0 ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}` : '';
  }
}
