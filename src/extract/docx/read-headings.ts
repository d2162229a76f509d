import type { ExtractLimits } from '../../model/extraction.js';
import { openArchive } from '../archive.js';
import { parseXml, type XmlElement } from '../xml-stream.js';
import { DOCX_NAMESPACES } from './namespaces.js';
import { unpackParts } from './package-parts.js';

/** A paragraph of a document's body that has words in it. */
export interface HeadedParagraph {
  readonly text: string;
  /** 1 for the topmost heading; null for what is no heading by its style. */
  readonly level: number | null;
}

/** Outline levels that word processors number from 0; the tenth is body text. */
const LAST_LEVEL = 8;
const HEADING = /^(?:heading|tiêu đề|đề mục|titre|überschrift)\s*([1-9])$/iu;

/** The paragraphs of a DOCX with the level of those that are headings by style or outline level. Throws a Rejection. */
export async function readHeadings(bytes: Uint8Array, limits: ExtractLimits): Promise<HeadedParagraph[]> {
  const parts = await unpackParts(await openArchive(bytes, limits), limits);
  const styles = parts.part('styles');
  const levels = styles === undefined ? new Map<string, number>() : readLevels(styles, limits);
  const reader = new ParagraphReader(levels);
  parseXml(parts.main, DOCX_NAMESPACES, reader, limits);
  return reader.paragraphs;
}

/** Level of each paragraph style, its own or that of the one that it rests on. */
function readLevels(bytes: Uint8Array, limits: ExtractLimits): Map<string, number> {
  const own = new Map<string, number>();
  const bases = new Map<string, string>();
  let style = '';
  const open = (element: XmlElement): void => {
    const value = element.get('w:val') ?? '';
    if (element.name === 'w:style') style = element.get('w:styleId') ?? '';
    else if (element.name === 'w:basedOn') bases.set(style, value);
    else if (element.name === 'w:outlineLvl' && Number(value) <= LAST_LEVEL) own.set(style, Number(value) + 1);
    else if (element.name === 'w:name' && HEADING.test(value)) own.set(style, Number(HEADING.exec(value)?.[1]));
  };
  parseXml(bytes, DOCX_NAMESPACES, { open, close: () => undefined, text: () => undefined }, limits);
  const levels = new Map<string, number>();
  for (const id of [...own.keys(), ...bases.keys()]) {
    let at: string | undefined = id;
    for (let steps = 0; at !== undefined && !own.has(at) && steps < 20; steps++) at = bases.get(at);
    const level = own.get(at ?? '');
    if (level !== undefined) levels.set(id, level);
  }
  return levels;
}

class ParagraphReader {
  readonly paragraphs: HeadedParagraph[] = [];
  private line = '';
  private level: number | null = null;
  private isInText = false;
  /** Deleted, or a field's instruction. */
  private left = 0;

  constructor(private readonly levels: ReadonlyMap<string, number>) {}

  open(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.line = '';
        this.level = null;
        break;
      case 'w:pStyle':
        this.level ??= this.levels.get(element.get('w:val') ?? '') ?? null;
        break;
      case 'w:outlineLvl':
        this.level = Number(element.get('w:val')) <= LAST_LEVEL ? Number(element.get('w:val')) + 1 : this.level;
        break;
      case 'w:del':
        this.left++;
        break;
      case 'w:t':
        this.isInText = this.left === 0;
        break;
      case 'w:tab':
      case 'w:br':
        this.line += ' ';
        break;
      default:
    }
  }

  close(name: string): void {
    if (name === 'w:t') this.isInText = false;
    else if (name === 'w:del') this.left--;
    else if (name === 'w:p') this.end();
  }

  text(text: string): void {
    if (!this.isInText) return;
    this.line += text;
  }

  private end(): void {
    const text = this.line.replace(/\s+/g, ' ').trim().normalize('NFC');
    if (text !== '') this.paragraphs.push({ text, level: this.level });
    this.line = '';
  }
}
