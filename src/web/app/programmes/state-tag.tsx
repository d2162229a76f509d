import type { ReactNode } from 'react';
import type { ListedProgrammeView } from '../../../api/programmes.js';
import { Icon, type IconName } from '../../look/icons.js';
import { useWords } from '../../words/words.js';

type State = ListedProgrammeView['state'];
const LOOKS: Readonly<Record<State, readonly [kind: string, icon: IconName]>> = {
  draft: ['off', 'file'],
  'for-opinion': ['wait', 'clock'],
  revise: ['warn', 'redo'],
  agreed: ['ok', 'check'],
  issued: ['ok', 'flag'],
};

/** How far a programme has come; null where there is none. */
export function StateTag({ state }: { state: State | null }): ReactNode {
  const say = useWords();
  const [kind, icon] = state === null ? (['off', 'dash'] as const) : LOOKS[state];
  return (
    <span className={`state state--${kind}`}>
      <Icon name={icon} />
      {say(`programmes.state.${state ?? 'none'}`)}
    </span>
  );
}
