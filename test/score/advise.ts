import type { Advisory } from '../../src/model/assessment.js';
import { normalise } from '../../src/normalise/normalise.js';
import { type AdvisoryInput, findAdvisories } from '../../src/score/advisories.js';

/** The advisories of a text that is all the writer's own, of a campaign without a minimum, but for what `changed` says. */
export function advise(text: string, changed: Partial<AdvisoryInput> = {}): Advisory[] {
  const normalised = normalise(text);
  return findAdvisories({
    text,
    normalised,
    hidden: [],
    decoded: [],
    kinds: new Uint8Array(normalised.tokens.length),
    citations: { named: [], share: 0, beyond: [] },
    messages: [],
    minimumSyllables: null,
    restatesFrom: 0.5,
    ...changed,
  });
}
