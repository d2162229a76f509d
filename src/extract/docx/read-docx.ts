import type { ExtractLimits, FileMessage } from '../../model/extraction.js';
import type { Archive } from '../archive.js';
import { missingParts } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { Rejection } from '../rejection.js';
import { TextBuilder } from '../text-builder.js';
import { countLetters, hasWords, LETTERS_PER_PICTURE } from '../text-quality.js';
import { readMetadata, readSettings } from './document-facts.js';
import { linkText, type ReadEmbedded } from './linked-text.js';
import { type DocxParts, unpackParts } from './package-parts.js';
import { readAsides } from './read-asides.js';
import { Story } from './story.js';
import { Styles } from './styles.js';
import { Theme } from './theme.js';
import type { Findings } from './walk.js';
import { walkPart } from './walk-part.js';

/**
 * Reads a DOCX whose directory is within the limits: the body, then as asides the notes, comments, heads and feet. Files that are embedded
 * as text are read with `readEmbedded`, and told as unread without it. Throws a Rejection when the file gives no text.
 */
export async function readDocx(archive: Archive, { fileName, limits }: Source, readEmbedded?: ReadEmbedded): Promise<ReadText> {
  const parts = await unpackParts(archive, limits);
  const settings = readSettings(parts.part('settings'), limits);
  const styles = readStyles(parts, limits);
  const linked = await linkText(parts, readEmbedded, limits);
  const builder = new TextBuilder(limits);
  const story = new Story(builder);
  const body = walkPart(parts.main, { styles, linked, showsBackground: settings.showsBackground }, story, limits);
  const bodyEnd = builder.length;
  const asides = await readAsides({ parts, styles, settings, limits }, body, story, builder);
  const { fonts, ...text } = builder.build();
  rejectWithoutText(text.text.slice(0, bodyEnd), body);
  return {
    ...text,
    messages: withEmbedded(messagesOf([body, ...asides], archive, fileName), linked.messages),
    metadata: readMetadata(parts, settings, fonts, limits),
  };
}

function readStyles(parts: DocxParts, limits: ExtractLimits): Styles {
  const theme = new Theme();
  const themePart = parts.part('theme');
  if (themePart !== undefined) theme.read(themePart, limits);
  const styles = new Styles(theme);
  const stylesPart = parts.part('styles');
  if (stylesPart !== undefined) styles.read(stylesPart, limits);
  return styles;
}

/**
 * Rejects a document whose text is elsewhere, in parts that are not read or in pictures. One that is just blank or punctuation
 * passes: that is an essay that is too short, not an unreadable file.
 */
function rejectWithoutText(text: string, { unread, pictures }: Findings): void {
  if (!hasWords(text) && unread.size > 0) throw new Rejection('unreadable', 'partial-text', missingParts([...unread]));
  if (pictures > 0 && countLetters(text) < LETTERS_PER_PICTURE * pictures) throw new Rejection('needs-ocr', 'no-text-layer');
}

function messagesOf(findings: readonly Findings[], archive: Archive, fileName: string): FileMessage[] {
  const messages: FileMessage[] = [];
  const unread = new Set(findings.flatMap((one) => [...one.unread]));
  if (unread.size > 0) messages.push(fileMessage('partial-text', fileName, missingParts([...unread])));
  if (findings.some(({ hasTrackedChanges }) => hasTrackedChanges)) messages.push(fileMessage('tracked-changes', fileName));
  const hasMacro = [...archive.entries.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  if (hasMacro) messages.push(fileMessage('macro', fileName));
  return messages;
}

/** Each kind of message once: the document's own where there are both. */
function withEmbedded(messages: readonly FileMessage[], embedded: readonly FileMessage[]): FileMessage[] {
  return [...new Map([...embedded, ...messages].map((message) => [message.code, message])).values()];
}
