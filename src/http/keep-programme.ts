import type { Records } from '../corpus/records/records.js';
import type { MeasuredText } from '../model/generic-text.js';
import type { ServiceParts } from './service-parts.js';

/** A text for a programme that is there. */
interface TextFor {
  readonly campaign: string;
  readonly programme: string;
  readonly text: string;
}

/** Measures a text as the campaign's documents now are. Rejects with AppError `unknown-id`. */
export async function measureFor(
  { measureProgramme }: ServiceParts,
  { campaigns, programmes }: Records,
  { campaign, programme, text }: TextFor,
): Promise<MeasuredText> {
  const { kind } = await programmes.get(campaign, programme);
  const names = await programmes.ownNames(campaign, programme);
  const definition = (await campaigns.get(campaign))?.definition;
  const [references, templates] = [definition?.references ?? [], definition?.templates ?? []];
  const kept = await campaigns.documents([...references, ...templates]);
  const textsOf = (refs: typeof references): string[] => refs.flatMap(({ sha256 }) => kept.get(sha256)?.text ?? []);
  return measureProgramme({
    text,
    kind: kind === 'collective' ? 'action-programme' : 'personal-plan',
    references: textsOf(references),
    templates: textsOf(templates),
    names,
  });
}
