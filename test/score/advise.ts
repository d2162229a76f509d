import type { Advisory } from '../../src/model/assessment.js';
import { normalise } from '../../src/normalise/normalise.js';
import { type AdvisoryInput, findAdvisories } from '../../src/score/advisories.js';
import { prepareExpectations } from '../../src/score/expectations.js';

/** Of a campaign whose name tells nothing, with a form that asks for name and unit. */
const EXPECTATIONS = prepareExpectations(
  { name: 'Đợt 1', kind: 'essay' },
  [],
  ['Họ và tên: …… Đơn vị: ……'],
  (text) => normalise(text).tokens,
);

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
    limits: { minimumSyllables: null, maximumSyllables: null },
    restatesFrom: 0.5,
    writer: { unit: '', post: '', place: '' },
    expectations: EXPECTATIONS,
    ...changed,
  });
}
