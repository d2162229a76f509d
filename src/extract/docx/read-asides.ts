import type { ExtractLimits } from '../../model/extraction.js';
import type { TextBuilder } from '../text-builder.js';
import type { Settings } from './document-facts.js';
import { HeldText } from './held-text.js';
import { NOTHING_LINKED } from './linked-text.js';
import type { DocxParts } from './package-parts.js';
import type { Story } from './story.js';
import type { Styles } from './styles.js';
import type { Findings } from './walk.js';
import { walkPart } from './walk-part.js';

/** What the asides of a document are read with. */
export interface AsideContext {
  readonly parts: DocxParts;
  readonly styles: Styles;
  readonly settings: Settings;
  readonly limits: ExtractLimits;
}

/**
 * Adds what stands beside the body, each as an aside: the notes and comments that it points to, then heads and feet, each text once.
 * Gives what was noticed in them.
 */
export async function readAsides(context: AsideContext, body: Findings, story: Story, builder: TextBuilder): Promise<Findings[]> {
  const notes = noteParts(context, body);
  const heads = headParts(context, body);
  if (notes.size + heads.size === 0) return [];
  const parts = await context.parts.unpack(new Set([...notes, ...heads]));
  const findings: Findings[] = [];
  const texts = new Set<string>();
  const isWanted = (note: string): boolean => body.references.has(note);
  for (const target of [...notes, ...heads]) {
    const walkContext = { styles: context.styles, linked: NOTHING_LINKED, isRunningHead: heads.has(target), isWanted };
    const text = new HeldText();
    findings.push(walkPart(parts.get(target) ?? Buffer.alloc(0), walkContext, text, context.limits));
    if (text.isBlank || (heads.has(target) && texts.has(text.text))) continue;
    texts.add(text.text);
    builder.beginAside();
    text.replay(story);
    builder.endAside();
  }
  return findings;
}

const NOTES = ['footnote', 'endnote', 'comment'];

/** Parts of the notes that the body points to. */
function noteParts({ parts }: AsideContext, { references }: Findings): Set<string> {
  const kinds = new Set([...references].map((reference) => reference.split(' ')[0]));
  const types = NOTES.filter((kind) => kinds.has(kind)).map((kind) => `${kind}s`);
  const targets = types.map((type) => parts.relationships.find((one) => one.type === type)?.target);
  return new Set(targets.filter((target) => target !== undefined));
}

/** Parts of the heads and feet that are shown, each once. */
function headParts({ parts, settings }: AsideContext, { heads }: Findings): Set<string> {
  const shown = new Set(heads.filter(({ type }) => type !== 'even' || settings.hasEvenHeads).map(({ id }) => id));
  const isHead = ({ id, type }: { id: string; type: string }): boolean => (type === 'header' || type === 'footer') && shown.has(id);
  return new Set(parts.relationships.filter(isHead).map(({ target }) => target));
}
