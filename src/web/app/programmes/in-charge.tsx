import type { ReactNode } from 'react';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';

/** Who gives an opinion before anything is issued. */
export function InCharge({ names }: { names: readonly string[] }): ReactNode {
  const say = useWords();
  return (
    <p className="small">
      {say('programmes.inCharge')} <OutsideText text={names.join(', ')} />
    </p>
  );
}
