import { useCallback, useRef, useState } from 'react';
import { keptAnswerSchema } from '../../../api/quizzes.js';
import { ask } from '../service/request.js';
import { attemptAddress } from './queries.js';

export type SaveState = 'saving' | 'saved' | 'failed';

interface Answers {
  readonly chosen: ReadonlyMap<number, readonly number[]>;
  readonly states: ReadonlyMap<number, SaveState>;
  /** Has an answer kept by the service; the newest one counts, whatever was under way. */
  readonly choose: (place: number, chosen: readonly number[]) => void;
  /** Resolves once everything that was chosen has been sent. */
  readonly settled: () => Promise<void>;
}

/** Answers of an attempt: each is sent as it is chosen, one after the other, and shown as kept once the service says so. */
export function useAnswers(key: string, attempt: string, first: readonly (readonly number[])[]): Answers {
  const [chosen, setChosen] = useState<ReadonlyMap<number, readonly number[]>>(() => new Map(first.entries()));
  const [states, setStates] = useState<ReadonlyMap<number, SaveState>>(new Map());
  const queue = useRef<Promise<void>>(Promise.resolve());
  const newest = useRef(new Map<number, readonly number[]>());
  const choose = useCallback(
    (place: number, picked: readonly number[]): void => {
      const note = (state: SaveState): void => setStates((before) => new Map(before).set(place, state));
      newest.current.set(place, picked);
      setChosen((before) => new Map(before).set(place, picked));
      note('saving');
      queue.current = queue.current.then(async () => {
        // A later choice for the same question is sent in its own turn.
        if (newest.current.get(place) !== picked) return;
        try {
          await ask(`${attemptAddress(key, attempt)}/answers/${place}`, keptAnswerSchema, { method: 'PUT', json: { chosen: picked } });
          if (newest.current.get(place) === picked) note('saved');
        } catch {
          if (newest.current.get(place) === picked) note('failed');
        }
      });
    },
    [key, attempt],
  );
  const settled = useCallback((): Promise<void> => queue.current, []);
  return { chosen, states, choose, settled };
}
