import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { type OfferedQuizView, type SittingView, sittingSchema } from '../../../api/quizzes.js';
import { OutsideText } from '../../look/outside-text.js';
import { recall, remember } from '../../look/remember.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { useTitle } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { Waiting } from '../frame/waiting.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';
import { ask } from '../service/request.js';
import { Gone, GuestFrame, isGone, useVisit } from './guest-frame.js';
import { attemptQuery, offeredQuery, takeAddress } from './queries.js';
import { Sitting } from './sitting.js';
import { SittingResult } from './sitting-result.js';

const keptUnder = (key: string): string => `soatbai.thi.${key}`;

/** Where a quiz is taken: by members as themselves, by everybody else as nobody. An attempt goes on after the page was closed. */
export function TakePage(): ReactNode {
  const { key = '' } = useParams();
  const session = useVisit();
  const [attempt, setAttempt] = useState(() => recall(keptUnder(key)) ?? '');
  const choose = (id: string): void => {
    remember(keptUnder(key), id);
    setAttempt(id);
  };
  return (
    <GuestFrame>
      {session.data === undefined && <Waiting error={session.error} retry={session.refetch} />}
      {session.data !== undefined && attempt === '' && <Before quizKey={key} member={session.data.member?.name ?? null} begin={choose} />}
      {session.data !== undefined && attempt !== '' && (
        <Attempt key={attempt} quizKey={key} attempt={attempt} isMember={session.data.member !== null} leave={() => choose('')} />
      )}
    </GuestFrame>
  );
}

interface BeforeProps {
  readonly quizKey: string;
  readonly member: string | null;
  readonly begin: (attempt: string) => void;
}

function Before({ quizKey, member, begin }: BeforeProps): ReactNode {
  const { data, error, refetch } = useQuery(offeredQuery(quizKey));
  if (data !== undefined) return <Offer offered={data} member={member} begin={begin} />;
  return isGone(error) ? <Gone /> : <Waiting error={error} retry={refetch} />;
}

function Offer({ offered, member, begin }: { offered: OfferedQuizView; member: string | null; begin: BeforeProps['begin'] }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [guest, setGuest] = useState('');
  const { key, title, campaign, unit, left, best, running } = offered;
  useTitle(title);
  const start = useMutation({
    mutationFn: () => ask(`${takeAddress(key)}/attempts`, sittingSchema, { method: 'POST', json: { guest: guest.trim() } }),
    onSuccess: (sitting) => {
      client.setQueryData(attemptQuery(key, sitting.id).queryKey, sitting);
      begin(sitting.id);
    },
  });
  const mayStart = running !== null || left === null || left > 0;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!start.isPending) start.mutate();
      }}
    >
      <div>
        <h1>
          <OutsideText text={title} />
        </h1>
        <p className="muted">
          <OutsideText text={`${campaign} · ${unit}`} />
        </p>
      </div>
      <Facts offered={offered} />
      {best !== null && (
        <p>
          {say('quiz.take.best', {
            correct: best.correct,
            total: best.total,
            word: say(best.isPassed ? 'quiz.take.passed' : 'quiz.take.failed'),
          })}
        </p>
      )}
      {member === null ? (
        <Field label={say('quiz.take.guest')} hint={say('quiz.take.guestHint')}>
          {(control) => (
            <input {...control} maxLength={60} autoComplete="name" value={guest} onChange={(event) => setGuest(event.target.value)} />
          )}
        </Field>
      ) : (
        <p>
          <OutsideText text={say('quiz.take.as', { name: member })} />
        </p>
      )}
      <Problem error={start.error} />
      {mayStart ? (
        <button type="submit" className="btn btn--main btn--wide" disabled={start.isPending}>
          {say(start.isPending ? 'quiz.take.starting' : running === null ? 'quiz.take.start' : 'quiz.take.resume')}
        </button>
      ) : (
        <p>{say('quiz.take.leftNone')}</p>
      )}
      {member !== null && (
        <Link className="touch" to={paths.own}>
          {say('quiz.take.own')}
        </Link>
      )}
    </form>
  );
}

function Facts({ offered: { asked, passShare, minutes, closes, left } }: { offered: OfferedQuizView }): ReactNode {
  const say = useWords();
  const told = [
    say('quiz.take.asked', { n: asked }),
    say('quiz.take.pass', { n: Math.ceil(asked * passShare - 1e-9), all: asked }),
    ...(minutes === null ? [] : [say('quiz.take.minutes', { n: minutes })]),
    ...(closes === null ? [] : [say('quiz.take.closes', { day: dayOf(closes) })]),
    ...(left === null ? [] : [say('quiz.take.left', { n: left })]),
  ];
  return (
    <ul className="panel panel__body stack stack--tight">
      {told.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

function Attempt(props: { quizKey: string; attempt: string; isMember: boolean; leave: () => void }): ReactNode {
  const { quizKey, attempt, isMember, leave } = props;
  const client = useQueryClient();
  const query = attemptQuery(quizKey, attempt);
  const { data, error, refetch } = useQuery(query);
  const renew = (sitting: SittingView): void => {
    client.setQueryData(query.queryKey, sitting);
    void client.invalidateQueries({ ...offeredQuery(quizKey), exact: true });
    void client.invalidateQueries({ queryKey: ['me', 'quizzes'] });
  };
  if (data === undefined) {
    // Kept by somebody else who used this machine, or forgotten by the service.
    return isGone(error) ? <Before quizKey={quizKey} member={null} begin={leave} /> : <Waiting error={error} retry={refetch} />;
  }
  if (data.result !== null) return <SittingResult sitting={data} result={data.result} isMember={isMember} anew={leave} />;
  return <Sitting quizKey={quizKey} sitting={data} over={renew} reload={() => void refetch()} />;
}
