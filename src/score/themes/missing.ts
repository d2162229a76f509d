import { missing } from '../messages.js';
import type { Weighed } from './evidence.js';
import type { Measures } from './measure.js';
import type { PreparedTheme } from './prepare.js';

/** Strength from which a sentence touches a theme: below, none is said to. */
const TOUCHES = 0.35;

/** What an essay has for a theme that it does not meet. */
export interface Shortfall {
  readonly weighed: readonly Weighed[];
  /** Measures of the strongest sentence; null for an essay without sentences. */
  readonly best: Measures | null;
  /** Whether something on the theme was left out of account, since it is no text of the writer's own. */
  readonly isDiscounted: boolean;
  /** Names of facets that no sentence names. */
  readonly open: readonly string[];
}

/** One Vietnamese sentence on what is missing, which the writer can act on. */
export function describeMissing({ theme }: PreparedTheme, { weighed, best, isDiscounted, open }: Shortfall): string {
  const isTouched = best !== null && weighed.some(({ strength }) => strength >= TOUCHES);
  const own = isDiscounted && !isTouched ? missing.onlyDiscounted : '';
  return `${own}${ofKind()}`;

  function ofKind(): string {
    switch (theme.kind) {
      case 'topic':
        return isTouched ? missing.topicTouched : missing.topic;
      case 'awareness':
        return open.length > 0 && open.length < 4 ? missing.facets(open) : missing.awareness;
      case 'commitment':
        return isTouched ? missing.commitmentLacks(best.deadline === 0, best.number === 0) : missing.commitment;
      case 'own-unit':
        return isTouched ? missing.ownUnitTouched : missing.ownUnit;
      case 'request':
        return isTouched ? missing.requestLacks(best.addressee === 0) : missing.request;
    }
  }
}
