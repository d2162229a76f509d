import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';

/** Whose figures are shown, and the way to paper. */
export function CadresAndPrint({ keyCadres, change }: { keyCadres: boolean; change: (keyCadres: boolean) => void }): ReactNode {
  const say = useWords();
  return (
    <>
      <label className="row small">
        <input type="checkbox" checked={keyCadres} onChange={(event) => change(event.target.checked)} />
        {say('figures.cadres')}
      </label>
      <button type="button" className="btn btn--small" onClick={() => window.print()}>
        {say('figures.print')}
      </button>
    </>
  );
}
