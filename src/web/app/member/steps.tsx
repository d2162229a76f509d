import type { ReactNode } from 'react';
import type { StandingView } from '../../../api/member.js';
import { useWords } from '../../words/words.js';
import { shortDay } from './days.js';
import type { Phase } from './queries.js';

interface Step {
  readonly name: 'handedIn' | 'handIn' | 'compared' | 'compare' | 'conclusion' | 'again' | 'done';
  readonly day: string;
  readonly isDone: boolean;
}

/** How far the essay is: handed in, compared, concluded, handed in again. */
export function Steps({ standing, phase }: { standing: StandingView; phase: Phase }): ReactNode {
  const say = useWords();
  const last = standing.attempts.at(-1);
  const isIn = phase !== 'first' && phase !== 'exempt' && phase !== 'unread';
  const isCompared = isIn && standing.pending?.state !== 'working' && last !== undefined;
  const told = phase === 'received' ? null : (last?.conclusion ?? null);
  const handedIn = standing.pending?.at ?? last?.receivedAt;
  const due = standing.open?.due ?? null;
  const until = due === null ? '' : say('member.to', { day: shortDay(due) });
  const steps: readonly Step[] = [
    { name: isIn ? 'handedIn' : 'handIn', day: isIn && handedIn ? shortDay(handedIn) : until, isDone: isIn },
    { name: isCompared ? 'compared' : 'compare', day: '', isDone: isCompared },
    { name: 'conclusion', day: told === null ? '' : shortDay(told.at), isDone: told !== null },
    told?.verdict === 'rewrite' ? { name: 'again', day: until, isDone: false } : { name: 'done', day: '', isDone: phase === 'accepted' },
  ];
  const current = steps.findIndex(({ isDone }) => !isDone);
  return (
    <ol className="steps" aria-label={say('member.steps')}>
      {steps.map(({ name, day, isDone }, place) => (
        <li key={name} data-done={isDone || undefined} aria-current={place === current ? 'step' : undefined}>
          {say(`member.step.${name}`)}
          <br />
          {day}
        </li>
      ))}
    </ol>
  );
}
