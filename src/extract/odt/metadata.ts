import { type DocumentMetadata, NO_METADATA } from '../../model/extraction.js';
import type { XmlElement } from '../xml-stream.js';

/** As much of a note as is kept, UTF-16 units. */
const NOTE_LENGTH = 200;

/** What an ODT says about itself, from the elements of office:meta. */
export class Metadata {
  private readonly noted = new Map<string, string>();
  private current = '';

  open(element: XmlElement): void {
    this.current = element.name;
    if (element.name === 'meta:template') this.text(element.get('xlink:title') ?? element.get('xlink:href') ?? '');
  }

  close(): void {
    this.current = '';
  }

  text(text: string): void {
    if (this.current !== '') this.noted.set(this.current, ((this.noted.get(this.current) ?? '') + text).slice(0, NOTE_LENGTH));
  }

  metadata(fonts: readonly string[], revisions: readonly string[]): DocumentMetadata {
    const note = (name: string): string => this.noted.get(name)?.trim() ?? '';
    return {
      ...NO_METADATA,
      creator: note('meta:initial-creator'),
      lastModifiedBy: note('dc:creator'),
      created: note('meta:creation-date'),
      modified: note('dc:date'),
      application: note('meta:generator'),
      template: note('meta:template'),
      editingMinutes: minutesOf(note('meta:editing-duration')),
      revisions,
      fonts,
    };
  }
}

/** Of a duration such as PT1H20M5S. */
function minutesOf(duration: string): number | null {
  const match = /^P(?:(\d{1,5})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:\d{1,6}(?:\.\d{1,9})?S)?$/.exec(duration);
  if (match === null) return null;
  const [days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (days * 24 + hours) * 60 + minutes;
}
