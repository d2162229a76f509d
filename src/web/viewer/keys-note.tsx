import type { ReactNode } from 'react';
import { useViewState } from './view-state.js';
import { useWords } from './words.js';

/** Which letters do something here, and a button that switches them off. */
export function KeysNote({ words }: { words: string }): ReactNode {
  const say = useWords();
  const { hasKeys, setHasKeys } = useViewState();
  return (
    <p className="small muted noprint keysnote">
      {hasKeys && words}{' '}
      <button type="button" className="linklike" onClick={() => setHasKeys(!hasKeys)}>
        {say(hasKeys ? 'keys.off' : 'keys.on')}
      </button>
    </p>
  );
}
