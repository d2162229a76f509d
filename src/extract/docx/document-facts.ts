import { type DocumentMetadata, type ExtractLimits, NO_METADATA } from '../../model/extraction.js';
import { Rejection } from '../rejection.js';
import { parseXml, type XmlElement } from '../xml-stream.js';
import { DOCX_NAMESPACES } from './namespaces.js';
import type { DocxParts } from './package-parts.js';
import { isOn } from './run-properties.js';

/** Longest value that is kept, UTF-16 units, and most editing sessions. */
const MAX_VALUE = 200;
const MAX_REVISIONS = 500;

/** What the settings of a document say (ECMA-376 part 1, 17.15). */
export interface Settings {
  /** Whether the colour of the page is shown. */
  showsBackground: boolean;
  hasEvenHeads: boolean;
  readonly identifiers: string[];
  readonly revisions: Set<string>;
}

/** Reads the settings; what is not there is as if switched off. */
export function readSettings(part: Uint8Array | undefined, limits: ExtractLimits): Settings {
  const settings: Settings = { showsBackground: false, hasEvenHeads: false, identifiers: [], revisions: new Set() };
  const open = (element: XmlElement): void => {
    const { name } = element;
    if (name === 'w:rsidRoot' || name === 'w:rsid') addRevision(settings.revisions, element.get('w:val') ?? '');
    else if (name === 'w14:docId') settings.identifiers.push((element.get('w14:val') ?? '').slice(0, MAX_VALUE));
    else if (name === 'w15:docId') settings.identifiers.push((element.get('w15:val') ?? '').slice(0, MAX_VALUE));
    else if (name === 'w:displayBackgroundShape') settings.showsBackground = isOn(element);
    else if (name === 'w:evenAndOddHeaders') settings.hasEvenHeads = isOn(element);
  };
  if (part !== undefined) parseXml(part, DOCX_NAMESPACES, { open, close: () => undefined, text: () => undefined }, limits);
  return settings;
}

function addRevision(revisions: Set<string>, value: string): void {
  if (revisions.size < MAX_REVISIONS && /^[0-9a-f]{8}$/i.test(value)) revisions.add(value.toUpperCase());
}

/** What the document says of itself: who wrote it, when, with what, in which sessions. */
export function readMetadata(parts: DocxParts, settings: Settings, fonts: readonly string[], limits: ExtractLimits): DocumentMetadata {
  const core = readValues(parts.part('core-properties'), limits);
  const app = readValues(parts.part('extended-properties') ?? parts.part('extendedProperties'), limits);
  const value = (values: ReadonlyMap<string, string>, name: string): string => values.get(name) ?? '';
  const minutes = value(app, 'ep:TotalTime');
  return {
    ...NO_METADATA,
    creator: value(core, 'dc:creator'),
    lastModifiedBy: value(core, 'cp:lastModifiedBy'),
    created: value(core, 'dcterms:created'),
    modified: value(core, 'dcterms:modified'),
    application: `${value(app, 'ep:Application')} ${value(app, 'ep:AppVersion')}`.trim(),
    template: value(app, 'ep:Template'),
    editingMinutes: /^\d{1,9}$/.test(minutes) ? Number(minutes) : null,
    identifiers: settings.identifiers,
    revisions: [...settings.revisions],
    fonts,
  };
}

/** Text of each element by its name. A part that is damaged says nothing, which is no reason not to read the essay. */
function readValues(part: Uint8Array | undefined, limits: ExtractLimits): Map<string, string> {
  const values = new Map<string, string>();
  let current = '';
  const open = ({ name }: XmlElement): void => {
    current = name;
  };
  const close = (): void => {
    current = '';
  };
  const text = (piece: string): void => {
    if (current !== '') values.set(current, `${values.get(current) ?? ''}${piece}`.trim().slice(0, MAX_VALUE));
  };
  try {
    if (part !== undefined) parseXml(part, DOCX_NAMESPACES, { open, close, text }, limits);
  } catch (error) {
    if (!(error instanceof Rejection && error.state === 'unreadable')) throw error;
  }
  return values;
}
