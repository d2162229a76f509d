import type { ReactNode } from 'react';
import { type KeyName, keyOf, setHasKeys, shownKeys, useHasKeys, useListed } from './keys.js';
import { showKeys } from './keys-dialog.js';
import { type Say, useWords } from './words.js';

/** Which keys do something here, a button that lists them all, and one that switches them off. */
export function KeysNote(): ReactNode {
  const say = useWords();
  const hasKeys = useHasKeys();
  const listed = useListed().filter((name) => name !== 'help' && name !== 'search');
  return (
    <p className="small muted noprint keysnote">
      {hasKeys && listed.length > 0 && `${say('keys.line', { keys: listed.map((name) => keyWords(name, say)).join(', ') })} `}
      <button type="button" className="linklike" aria-haspopup="dialog" onClick={showKeys}>
        {say('keys.all')}
      </button>{' '}
      <button type="button" className="linklike" onClick={() => setHasKeys(!hasKeys)}>
        {say(hasKeys ? 'keys.off' : 'keys.on')}
      </button>
    </p>
  );
}

const keyWords = (name: KeyName, say: Say): string => `${shownKeys(name).join(' ')} ${say(keyOf(name).word)}`;
