import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { LeaveGuard } from '../form/leave-guard.js';

/** Stands below a list while it has changes that are not saved; nobody leaves with them unasked. */
export function UnsavedBar(props: {
  told: string;
  count: number;
  act: string;
  isBusy: boolean;
  save: () => void;
  drop: () => void;
}): ReactNode {
  const say = useWords();
  const { told, count, act, isBusy, save, drop } = props;
  return (
    <>
      <LeaveGuard isOn={count > 0} />
      {count > 0 && (
        <div className="bulk">
          <span role="status">{told}</span>
          <span className="row">
            <button type="button" className="btn" onClick={drop} disabled={isBusy}>
              {say('studies.drop')}
            </button>
            <button type="button" className="btn btn--main" onClick={save} disabled={isBusy}>
              {act}
            </button>
          </span>
        </div>
      )}
    </>
  );
}
