import type { FileFacts } from '../model/assessment.js';
import type { DocumentMetadata } from '../model/extraction.js';

/** UTF-16 units of one fact, and entries of one list, that are told: a file may say anything of any length. */
const LONGEST = 200;
const MOST_LISTED = 12;

/** What a file says of itself, no longer than reports can show. */
export function factsOf({ revisions, identifiers, fonts, editingMinutes, ...texts }: DocumentMetadata): FileFacts {
  const { creator, lastModifiedBy, created, modified, application, template } = texts;
  return {
    creator: short(creator),
    lastModifiedBy: short(lastModifiedBy),
    created: short(created),
    modified: short(modified),
    application: short(application),
    template: short(template),
    editingMinutes,
    identifiers: identifiers.slice(0, MOST_LISTED).map(short),
    revisions: revisions.length,
    fonts: fonts.slice(0, MOST_LISTED).map(short),
  };
}

/** Cut between characters. */
const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`);
