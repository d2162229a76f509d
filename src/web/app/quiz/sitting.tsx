import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type SittingView, sittingSchema } from '../../../api/quizzes.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { useTitle } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { ask } from '../service/request.js';
import { attemptAddress } from './queries.js';
import { type SaveState, useAnswers } from './use-answers.js';

interface SittingProps {
  readonly quizKey: string;
  readonly sitting: SittingView;
  /** Told what the service says once it is over. */
  readonly over: (sitting: SittingView) => void;
  /** Asks for the attempt anew. */
  readonly reload: () => void;
}

/** An attempt that somebody is in the middle of. */
export function Sitting({ quizKey, sitting, over, reload }: SittingProps): ReactNode {
  const say = useWords();
  const { id, title, questions } = sitting;
  useTitle(title);
  const { chosen, states, choose, settled } = useAnswers(
    quizKey,
    id,
    questions.map((question) => question.chosen),
  );
  const [isAsking, setAsking] = useState(false);
  const hand = useMutation({
    mutationFn: async () => {
      await settled();
      return ask(`${attemptAddress(quizKey, id)}/hand-in`, sittingSchema, { method: 'POST' });
    },
    onSuccess: over,
  });
  const handIn = hand.mutate;
  const seconds = useCountdown(sitting.secondsLeft, () => handIn());
  const answered = questions.filter((_question, place) => (chosen.get(place) ?? []).length > 0).length;
  const missing = questions.length - answered;
  return (
    <>
      <div>
        <h1>
          <OutsideText text={title} />
        </h1>
      </div>
      <p className="quiztime" data-short={(seconds !== null && seconds < 60) || undefined}>
        <span>{say('quiz.take.answered', { n: answered, all: questions.length })}</span>
        {seconds !== null && (
          <b className="state">
            <Icon name="clock" />
            <span>{say('quiz.take.time', { time: clock(seconds) })}</span>
          </b>
        )}
      </p>
      {questions.map((question, place) => (
        <Asked
          // biome-ignore lint/suspicious/noArrayIndexKey: questions keep their places.
          key={place}
          question={question}
          number={place + 1}
          all={questions.length}
          chosen={chosen.get(place) ?? []}
          state={states.get(place)}
          choose={(picked) => choose(place, picked)}
        />
      ))}
      <Problem error={hand.error} retry={reload} />
      <button type="button" className="btn btn--main btn--wide" disabled={hand.isPending} onClick={() => setAsking(true)}>
        {say('quiz.take.handIn')}
      </button>
      <Confirm
        isOpen={isAsking}
        title={say('quiz.take.handInTitle')}
        act={say('quiz.take.handIn')}
        isActing={hand.isPending}
        cancel={say('quiz.take.back')}
        onCancel={() => setAsking(false)}
        onAct={() => {
          setAsking(false);
          handIn();
        }}
      >
        {missing > 0 && <p>{say('quiz.take.handInMissing', { n: missing })}</p>}
        <p className="small">{say('quiz.take.handInText')}</p>
      </Confirm>
    </>
  );
}

/** Seconds that are left, counted from what the service said; `end` runs once when none are. */
function useCountdown(given: number | null, end: () => void): number | null {
  const [left, setLeft] = useState(given);
  const onEnd = useRef(end);
  onEnd.current = end;
  useEffect(() => {
    if (given === null) return undefined;
    const begun = performance.now();
    const timer = setInterval(() => {
      const now = Math.max(0, given - Math.floor((performance.now() - begun) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      onEnd.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [given]);
  return left;
}

/** "09:05". */
const clock = (seconds: number): string => `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

function Asked(props: {
  question: SittingView['questions'][number];
  number: number;
  all: number;
  chosen: readonly number[];
  state: SaveState | undefined;
  choose: (chosen: readonly number[]) => void;
}): ReactNode {
  const say = useWords();
  const { question, number, all, chosen, state, choose } = props;
  const isMany = question.kind === 'many';
  const pick = (place: number, isPicked: boolean): void => {
    if (!isMany) choose([place]);
    else choose(isPicked ? [...chosen, place].sort((a, b) => a - b) : chosen.filter((one) => one !== place));
  };
  return (
    <fieldset className="panel panel__body quizasked">
      <legend className="vh">{say('quiz.take.question', { n: number, all })}</legend>
      <p className="small muted" aria-hidden="true">
        {say('quiz.take.question', { n: number, all })}
      </p>
      <p className="quizasked__words lines">
        <OutsideText text={question.words} />
      </p>
      {isMany && <p className="small muted">{say('quiz.take.many')}</p>}
      {question.options.map((option, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options keep their places.
        <label className="quizpick" key={place}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={`cau-${number}`}
            checked={chosen.includes(place)}
            onChange={(event) => pick(place, event.target.checked)}
          />
          <span className="lines">
            <OutsideText text={option.words} />
          </span>
        </label>
      ))}
      <p className="small quizasked__state" role="status">
        {state === 'saving' && <span className="muted">{say('quiz.take.saving')}</span>}
        {state === 'saved' && (
          <span className="state state--ok">
            <Icon name="check" />
            <span>{say('quiz.take.saved')}</span>
          </span>
        )}
        {state === 'failed' && (
          <>
            <span className="wrong">{say('quiz.take.notSaved')}</span>{' '}
            <button type="button" className="btn btn--small" onClick={() => choose([...chosen])}>
              {say('quiz.take.again')}
            </button>
          </>
        )}
      </p>
    </fieldset>
  );
}
