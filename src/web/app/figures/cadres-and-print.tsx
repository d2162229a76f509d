import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';

/** Whose figures are shown, and the way to paper. */
export function CadresAndPrint({ keyCadres, change }: { keyCadres: boolean; change: (keyCadres: boolean) => void }): ReactNode {
  const say = useWords();
  return (
    <>
      <label className="choice">
        <input type="checkbox" checked={keyCadres} onChange={(event) => change(event.target.checked)} />
        <span>{say('figures.cadres')}</span>
      </label>
      <button type="button" className="btn" onClick={() => window.print()}>
        {say('figures.print')}
      </button>
    </>
  );
}
