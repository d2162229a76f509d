import type { ReactNode } from 'react';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Problem } from './problem.js';

/** Stands for a page whose data is on its way, or could not be had: `error` is null as long as nothing went wrong. */
export function Waiting({ error, retry }: { error: unknown; retry: () => unknown }): ReactNode {
  const say = useWords();
  return (
    <div className="page">
      <h1 className="vh">{say(error === null ? 'frame.loading' : 'frame.crashTitle')}</h1>
      {error === null ? <Loading label={say('frame.loading')} /> : <Problem error={error} retry={() => void retry()} />}
    </div>
  );
}
