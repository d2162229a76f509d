import { missingParts } from './message-details.js';
import type { ReadText, Source } from './read-text.js';
import { Rejection } from './rejection.js';
import { countLetters, hasWords, LETTERS_PER_PICTURE } from './text-quality.js';
import { partsWithProse } from './unread-parts.js';

/** Whether the body says so little beside its pictures that the essay stands in these. */
export function isInPictures(read: ReadText): boolean {
  const { pictures = 0 } = read;
  return pictures > 0 && countLetters(visibleBody(read)) < LETTERS_PER_PICTURE * pictures;
}

/**
 * The text with what its pictures say at the end, where the essay stands in these: pages photographed and pasted one after the other.
 * Throws a Rejection where the body is elsewhere: `needs-ocr`, its pictures cannot be read; `unreadable`, it is in parts that are not
 * read. A text that is just blank or punctuation passes: that is an essay that is too short, not an unreadable file.
 */
export async function completeBody(read: ReadText, source: Source): Promise<ReadText> {
  if (isInPictures(read)) return addPictures(read, source);
  const missing = partsWithProse(read.unread ?? []);
  if (missing.length > 0 && !hasWords(visibleBody(read))) throw new Rejection('unreadable', 'partial-text', missingParts(missing));
  return read;
}

async function addPictures(read: ReadText, source: Source): Promise<ReadText> {
  const { text, messages, pictureFiles = [], recognised = [] } = read;
  if (pictureFiles.length === 0) throw new Rejection('needs-ocr', 'no-text-layer');
  const { joinPages, recogniseImages, recognitionMessages } = await import('./ocr/recognise.js');
  const pages = await recogniseImages(pictureFiles, source);
  const pictures = joinPages(pages, text.length);
  return {
    ...read,
    text: text + pictures.text,
    recognised: [...recognised, ...pictures.recognised],
    messages: [...messages, ...recognitionMessages(pages, source.fileName, 'picture')],
  };
}

/** What a reader of the document sees, but for what stands beside the body. */
function visibleBody({ text, hidden = [], asides = [] }: ReadText): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of [...hidden, ...asides].sort((one, other) => one.start - other.start)) {
    if (start > from) pieces.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  pieces.push(text.slice(from));
  return pieces.join('\n');
}
