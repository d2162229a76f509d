import type { ConclusionInput } from '../../../api/service.js';
import type { ConclusionView } from '../../../api/view.js';

/** What a person has chosen so far; nothing at first. */
export interface Choice {
  readonly verdict: ConclusionView['verdict'] | null;
  readonly grounds: readonly ConclusionView['grounds'][number][];
  readonly reason: string;
}

export const NO_CHOICE: Choice = { verdict: null, grounds: [], reason: '' };

/** What is still needed before a conclusion can be saved; null when nothing is. */
export type Lack = 'choose' | 'needGround' | 'needReason' | null;

/** Tells what a choice lacks: rewriting needs a ground and a reason. */
export function lackOf({ verdict, grounds, reason }: Choice): Lack {
  if (verdict === null) return 'choose';
  if (verdict === 'accepted') return null;
  if (grounds.length === 0) return 'needGround';
  return reason.trim() === '' ? 'needReason' : null;
}

/** What is sent; null while something is missing. `revision`: of the conclusion on the screen, 0 for none. */
export function toInput(choice: Choice, revision: number): ConclusionInput | null {
  if (choice.verdict === null || lackOf(choice) !== null) return null;
  const grounds = choice.verdict === 'accepted' ? [] : [...choice.grounds];
  return { verdict: choice.verdict, grounds, reason: choice.reason.trim(), revision };
}
