import type { ExtractLimits, FileMessage } from '../../model/extraction.js';
import type { Archive } from '../archive.js';
import { fileMessage } from '../messages.js';
import type { PictureFile, ReadText, Source } from '../read-text.js';
import { TextFlows } from '../text-flows.js';
import { readMetadata, readSettings } from './document-facts.js';
import { linkText, type ReadEmbedded } from './linked-text.js';
import { type DocxParts, unpackParts } from './package-parts.js';
import { readAsides } from './read-asides.js';
import { Styles } from './styles.js';
import { Theme } from './theme.js';
import type { Findings } from './walk.js';
import { walkPart } from './walk-part.js';

/**
 * Reads a DOCX whose directory is within the limits: the body, then as asides the notes, comments, heads and feet. Files that are embedded
 * as text are read with `readEmbedded`, and told as unread without it. Throws a Rejection where it is damaged or over a limit.
 */
export async function readDocx(archive: Archive, { fileName, limits }: Source, readEmbedded?: ReadEmbedded): Promise<ReadText> {
  const parts = await unpackParts(archive, limits);
  const settings = readSettings(parts.part('settings'), limits);
  const styles = readStyles(parts, limits);
  const linked = await linkText(parts, readEmbedded, limits);
  const flows = new TextFlows(limits);
  const body = walkPart(parts.main, { styles, linked, showsBackground: settings.showsBackground }, flows, limits);
  const asides = await readAsides({ parts, styles, settings, limits }, body, flows);
  const { fonts, ...text } = flows.build();
  return {
    ...text,
    unread: new Set([...linked.unread, ...[body, ...asides].flatMap(({ unread }) => [...unread])]),
    pictures: body.pictures.length,
    pictureFiles: pictureFiles(parts, body),
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

/** The pictures of the body that lie in the file. */
function pictureFiles(parts: DocxParts, { pictures }: Findings): PictureFile[] {
  const images = new Map(parts.relationships.filter(({ type }) => type === 'image').map(({ id, target }) => [id, target]));
  const targets = new Set(pictures.map((id) => images.get(id)).filter((target) => target !== undefined));
  return [...targets].map((target) => () => parts.unpackOne(target));
}

function messagesOf(findings: readonly Findings[], archive: Archive, fileName: string): FileMessage[] {
  const messages: FileMessage[] = [];
  if (findings.some(({ hasTrackedChanges }) => hasTrackedChanges)) messages.push(fileMessage('tracked-changes', fileName));
  const hasMacro = [...archive.entries.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  if (hasMacro) messages.push(fileMessage('macro', fileName));
  return messages;
}

/** Each kind of message once: the document's own where there are both. */
function withEmbedded(messages: readonly FileMessage[], embedded: readonly FileMessage[]): FileMessage[] {
  return [...new Map([...embedded, ...messages].map((message) => [message.code, message])).values()];
}
