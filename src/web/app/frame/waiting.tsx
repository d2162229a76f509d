import type { ReactNode } from 'react';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Problem } from './problem.js';

interface WaitingProps {
  /** null as long as nothing went wrong. */
  readonly error: unknown;
  readonly retry: () => unknown;
}

/** Stands for a part of a page whose data is on its way, or could not be had. */
export function WaitingPart({ error, retry }: WaitingProps): ReactNode {
  const say = useWords();
  return error === null ? <Loading label={say('frame.loading')} rows={3} /> : <Problem error={error} retry={() => void retry()} />;
}

/** The same for a whole page. */
export function Waiting({ error, retry }: WaitingProps): ReactNode {
  const say = useWords();
  return (
    <div className="page">
      <h1 className="vh">{say(error === null ? 'frame.loading' : 'frame.crashTitle')}</h1>
      <WaitingPart error={error} retry={retry} />
    </div>
  );
}
