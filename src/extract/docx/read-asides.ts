import type { ExtractLimits } from '../../model/extraction.js';
import type { TextFlows } from '../text-flows.js';
import type { Settings } from './document-facts.js';
import { NOTHING_LINKED } from './linked-text.js';
import type { DocxParts } from './package-parts.js';
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
 * Adds what stands beside the body, each as an aside: the notes and comments that it points to, then heads and feet.
 * Gives what was noticed in them.
 */
export async function readAsides(context: AsideContext, body: Findings, flows: TextFlows): Promise<Findings[]> {
  const notes = noteParts(context, body);
  const heads = headParts(context, body);
  if (notes.size + heads.size === 0) return [];
  const parts = await context.parts.unpack(new Set([...notes, ...heads]));
  const findings: Findings[] = [];
  const isWanted = (note: string): boolean => body.references.has(note);
  for (const target of [...notes, ...heads]) {
    const walkContext = { styles: context.styles, linked: NOTHING_LINKED, isRunningHead: heads.has(target), isWanted };
    flows.open('aside');
    findings.push(walkPart(parts.get(target) ?? Buffer.alloc(0), walkContext, flows, context.limits));
    flows.close();
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
