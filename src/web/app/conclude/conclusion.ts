import type { ConclusionInput } from '../../../api/service.js';
import type { ConclusionView, RowView } from '../../../api/view.js';

/** What a person has chosen so far. */
export interface Choice {
  readonly verdict: ConclusionView['verdict'] | null;
  readonly grounds: readonly ConclusionView['grounds'][number][];
  readonly reason: string;
}

/**
 * What a form opens with: no verdict, and for who sends back the grounds of the conclusion that stands, or else those of the
 * proposal, to be changed as the committee sees it.
 */
export function firstChoice({ conclusion, grounds }: Pick<RowView, 'conclusion' | 'grounds'>): Choice {
  const standing = conclusion?.verdict === 'rewrite' ? conclusion.grounds : null;
  return { verdict: null, grounds: standing ?? grounds, reason: '' };
}

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
