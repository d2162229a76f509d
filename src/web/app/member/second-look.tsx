import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type OwnAttemptView, type OwnLookView, ownLookSchema } from '../../../api/member.js';
import { PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { dayOf } from './days.js';
import { ownAddress, ownYearsQuery, standingQuery } from './queries.js';

/** Asks the committee to look again, and shows what it answered. */
export function SecondLook({ attempt, looks }: { attempt: OwnAttemptView; looks: readonly OwnLookView[] }): ReactNode {
  const say = useWords();
  const own = looks.filter(({ essay }) => essay === attempt.essay);
  const since = attempt.conclusion?.at ?? '';
  const canAsk = attempt.conclusion?.verdict === 'rewrite' && own.every(({ askedAt }) => askedAt < since);
  if (!canAsk && own.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="xem-lai">
      <div className="panel__head">
        <h2 id="xem-lai">{say('member.look')}</h2>
      </div>
      <div className="panel__body stack">
        {own.map((look) => (
          <Asked key={look.askedAt} look={look} />
        ))}
        {canAsk && <AskForm essay={attempt.essay} />}
      </div>
    </section>
  );
}

function Asked({ look: { words, askedAt, answer } }: { look: OwnLookView }): ReactNode {
  const say = useWords();
  return (
    <div className="stack">
      <p>
        “<PlainText text={words} />”
      </p>
      {answer === null ? (
        <p className="muted small">{say('member.lookAsked', { day: dayOf(askedAt) })}</p>
      ) : (
        <>
          <p className="muted small">{say('member.lookAnswered', { day: dayOf(answer.at) })}</p>
          <p>
            “<PlainText text={answer.words} />”
          </p>
        </>
      )}
    </div>
  );
}

function AskForm({ essay }: { essay: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [wasTried, setTried] = useState(false);
  const isShort = words.trim().length < 5;
  const send = useMutation({
    mutationFn: () => ask(`${ownAddress(essay)}/second-look`, ownLookSchema, { method: 'POST', json: { words: words.trim() } }),
    onSuccess: () => toast(say('member.lookSent')),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: standingQuery.queryKey, exact: true }),
        client.invalidateQueries({ queryKey: ownYearsQuery.queryKey }),
      ]),
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort && !send.isPending) send.mutate();
      }}
    >
      <p>{say('member.lookText')}</p>
      <Problem error={send.error} />
      <Field label={say('member.lookField')} hint={say('member.lookHint')} wrong={wasTried && isShort ? say('member.lookShort') : ''}>
        {(control) => <textarea {...control} rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <button type="submit" className="btn" disabled={send.isPending}>
        {say('member.lookButton')}
      </button>
    </form>
  );
}
