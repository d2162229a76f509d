import type { ReactNode } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';

/** Asks before one leaves unsaved work. `isKept`: whether it is there again, on this machine, for whoever comes back. */
export function LeaveGuard({ isOn, isKept = false }: { isOn: boolean; isKept?: boolean }): ReactNode {
  const say = useWords();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isOn && currentLocation.pathname !== nextLocation.pathname);
  useBeforeUnload((event) => {
    if (isOn) event.preventDefault();
  });
  return (
    <Confirm
      isOpen={blocker.state === 'blocked'}
      title={say('frame.leaveTitle')}
      act={say('frame.leave')}
      cancel={say('frame.stay')}
      onAct={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      <p className="small">{say(isKept ? 'frame.leaveText' : 'frame.leaveLost')}</p>
    </Confirm>
  );
}
