import { type Exclusion, prepareExclusion } from '../exclude/exclude.js';
import { SAYINGS } from '../exclude/sayings.js';
import type { ExcludeSettings } from '../model/settings.js';
import { normalise } from '../normalise/normalise.js';

const sequencesOf = (texts: readonly string[]) => texts.map((text) => normalise(text).sequence);

const sayings = sequencesOf(SAYINGS);
const withoutCampaign = new WeakMap<ExcludeSettings, Exclusion>();

/** What is set apart in essays: quotes of these references, lines of these forms, what everybody was `given` (the question, a usual frame), and what everybody knows. */
export const excludeTexts = (
  references: readonly string[],
  templates: readonly string[],
  settings: ExcludeSettings,
  given: readonly string[] = [],
): Exclusion =>
  prepareExclusion(
    { references: sequencesOf(references), templates: sequencesOf(templates), given: sequencesOf(given), sayings },
    settings,
  );

/** What is set apart in essays that belong to no campaign. */
export function excludeWellKnown(settings: ExcludeSettings): Exclusion {
  const known = withoutCampaign.get(settings) ?? excludeTexts([], [], settings);
  withoutCampaign.set(settings, known);
  return known;
}
