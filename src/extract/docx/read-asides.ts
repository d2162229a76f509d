import type { ExtractLimits } from '../../model/extraction.js';
import type { TextBuilder } from '../text-builder.js';
import type { Settings } from './document-facts.js';
import { HeldText } from './held-text.js';
import { NOTHING_LINKED } from './linked-text.js';
import type { DocxParts } from './package-parts.js';
import type { Story } from './story.js';
import type { Styles } from './styles.js';
import type { Findings, WalkContext } from './walk.js';
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
export function readAsides(context: AsideContext, body: Findings, story: Story, builder: TextBuilder): Findings[] {
  const { parts, limits } = context;
  const base: WalkContext = { styles: context.styles, linked: NOTHING_LINKED };
  const findings: Findings[] = [];
  const add = (part: Buffer | undefined, own: Partial<WalkContext>, texts: Set<string>): void => {
    if (part === undefined) return;
    const text = new HeldText();
    findings.push(walkPart(part, { ...base, ...own }, text, limits));
    if (text.isBlank || texts.has(text.text)) return;
    texts.add(text.text);
    builder.beginAside();
    text.replay(story);
    builder.endAside();
  };
  const isWanted = (note: string): boolean => body.references.has(note);
  for (const type of ['footnotes', 'endnotes', 'comments']) add(parts.part(type), { isWanted }, new Set());
  const texts = new Set<string>();
  for (const target of headParts(context, body)) add(parts.parts.get(target), { isRunningHead: true }, texts);
  return findings;
}

/** Parts of the heads and feet that are shown, each once. */
function headParts({ parts, settings }: AsideContext, { heads }: Findings): Set<string> {
  const shown = new Set(heads.filter(({ type }) => type !== 'even' || settings.hasEvenHeads).map(({ id }) => id));
  const isHead = ({ id, type }: { id: string; type: string }): boolean => (type === 'header' || type === 'footer') && shown.has(id);
  return new Set(parts.relationships.filter(isHead).map(({ target }) => target));
}
