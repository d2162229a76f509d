import type { ReactNode } from 'react';
import type { BatchView } from '../../../api/service.js';
import { Icon, type IconName } from '../../look/icons.js';
import { useWords } from '../../words/words.js';

const LOOKS: Readonly<Record<BatchView['state'], { readonly look: 'ok' | 'warn' | 'bad' | 'wait'; readonly icon: IconName }>> = {
  receiving: { look: 'warn', icon: 'drop' },
  queued: { look: 'wait', icon: 'clock' },
  working: { look: 'wait', icon: 'clock' },
  done: { look: 'ok', icon: 'check' },
  failed: { look: 'bad', icon: 'warn' },
  withdrawing: { look: 'wait', icon: 'clock' },
  withdrawn: { look: 'wait', icon: 'dash' },
};

/** The state of a batch as an icon and a word. */
export function BatchState({ batch }: { batch: BatchView }): ReactNode {
  const say = useWords();
  const { look, icon } = LOOKS[batch.state];
  return (
    <span className={`state state--${look}`}>
      <Icon name={icon} />
      {say(`batch.states.${batch.state}`)}
    </span>
  );
}
