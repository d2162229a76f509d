import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { LookView } from '../../../api/member.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { ConclusionChip } from '../../viewer/marks.js';
import { useWords } from '../../words/words.js';
import { holds, useAccount } from '../frame/account.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';
import { campaignAddress } from '../service/queries.js';
import { tell } from '../service/request.js';
import { looksQuery, roundsKey } from './queries.js';

/** Requests for a second look, those without an answer first. */
export function Looks({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(looksQuery(campaign));
  return (
    <section className="panel" aria-labelledby="xem-xet-lai">
      <div className="panel__head">
        <h2 id="xem-xet-lai">{say('rounds.looks')}</h2>
      </div>
      <div className="panel__body stack">
        {data === undefined && error === null && <Loading label={say('frame.loading')} rows={2} />}
        <Problem error={error} retry={() => void refetch()} />
        {data?.length === 0 && <p className="muted">{say('rounds.noLooks')}</p>}
        {data?.map((look) => (
          <Look key={look.id} campaign={campaign} look={look} />
        ))}
      </div>
    </section>
  );
}

function Look({ campaign, look }: { campaign: string; look: LookView }): ReactNode {
  const say = useWords();
  const isCommittee = holds(useAccount(), ['committee']);
  const { name, words, askedAt, essay, conclusion, answer } = look;
  return (
    <article className="look stack" aria-label={say('rounds.lookOf', { name, day: dayOf(askedAt) })}>
      <h3>
        <OutsideText text={say('rounds.lookOf', { name, day: dayOf(askedAt) })} />
      </h3>
      <p>
        “<PlainText text={words} />”
      </p>
      <p className="row small">
        {say('rounds.lookNow')} {conclusion === null ? say('rounds.noConclusion') : <ConclusionChip conclusion={conclusion} />}
        <Link to={`${paths.results(campaign)}/bai/${encodeURIComponent(essay)}`}>{say('rounds.openEssay')}</Link>
      </p>
      {answer === null
        ? isCommittee && <AnswerForm campaign={campaign} look={look.id} />
        : [
            <p className="muted small" key="by">
              {say('rounds.answered', { by: answer.by, day: dayOf(answer.at) })}
            </p>,
            <p key="words">
              “<PlainText text={answer.words} />”
            </p>,
          ]}
    </article>
  );
}

function AnswerForm({ campaign, look }: { campaign: string; look: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [wasTried, setTried] = useState(false);
  const isEmpty = words.trim() === '';
  const send = useMutation({
    mutationFn: () =>
      tell(`${campaignAddress(campaign)}/second-looks/${encodeURIComponent(look)}`, { method: 'PUT', json: { words: words.trim() } }),
    onSuccess: () => {
      toast(say('rounds.sent'));
      return client.invalidateQueries({ queryKey: roundsKey(campaign) });
    },
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isEmpty && !send.isPending) send.mutate();
      }}
    >
      <Problem error={send.error} />
      <Field label={say('rounds.answer')} hint={say('rounds.answerHint')} wrong={wasTried && isEmpty ? say('rounds.answerMissing') : ''}>
        {(control) => <textarea {...control} rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <p>
        <button type="submit" className="btn btn--main" disabled={send.isPending}>
          {say('rounds.answerButton')}
        </button>
      </p>
    </form>
  );
}
