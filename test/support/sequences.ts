import { markExcluded } from '../../src/exclude/exclude.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { type MarkedSequence, OWN } from '../../src/model/tokens.js';
import { normalise } from '../../src/normalise/normalise.js';
import { excludeTexts } from '../../src/pipeline/known-texts.js';

/** The tokens of a text, all of them own. */
export function ownSequence(text: string): MarkedSequence {
  const { sequence } = normalise(text);
  return { ...sequence, kinds: new Uint8Array(sequence.ids.length).fill(OWN) };
}

/** The tokens of a text with what it takes from references and templates marked. */
export function markedSequence(text: string, references: readonly string[], templates: readonly string[] = []): MarkedSequence {
  return markExcluded(normalise(text).sequence, excludeTexts(references, templates, DETECTION_SETTINGS.exclude), text);
}
