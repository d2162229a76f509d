import type { Policy, Theme } from '../model/campaign.js';
import { EXTRACT_LIMITS, EXTRACTION_VERSION } from '../model/extraction.js';
import type { DetectionSettings } from '../model/settings.js';

/** Every size and limit in force, as reports repeat them: those of the program, the campaign's policy, and of its themes what a score is held against. */
export function parametersOf(
  { policy, themes }: { readonly policy: Policy; readonly themes: readonly Theme[] },
  settings: DetectionSettings,
): Readonly<Record<string, unknown>> {
  return {
    ...settings,
    extract: { version: EXTRACTION_VERSION, ...EXTRACT_LIMITS },
    policy,
    themes: themes.map(({ id, name, kind, required, minimum }) => ({ id, name, kind, required, minimum })),
  };
}
