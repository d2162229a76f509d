import type { ReactNode } from 'react';
import { formatPercent, NO_FIGURE } from '../../../api/format.js';
import { useWords } from '../../words/words.js';
import { outOf } from '../tracker/out-of.js';

/** A share with its counts; a dash where nothing is asked. */
export function Share({ part, whole }: { part: number; whole: number }): ReactNode {
  const say = useWords();
  return whole === 0 ? NO_FIGURE : say('programmes.countOf', { counts: outOf(part, whole), share: formatPercent(part, whole) });
}
