import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { WritingView } from '../../../api/member.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { VirtualList } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { holds, useAccount } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';
import { Looks } from './looks.js';
import { OpenRounds } from './open-rounds.js';
import { rewritingQuery } from './queries.js';

/** Who is to rewrite and by when, and requests for a second look. */
export function RoundsPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  return (
    <Page title={say('rounds.title')} short={`${say('rounds.title')} · ${name}`} lead={say('rounds.lead')}>
      <Looks campaign={id} />
      <Rewriting campaign={id} />
    </Page>
  );
}

function Rewriting({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const isCommittee = holds(useAccount(), ['committee']);
  const { data, error, refetch } = useQuery(rewritingQuery(campaign));
  const waiting = (data ?? []).flatMap(({ open, isPending, attempts }) => (open || isPending ? [] : (attempts.at(-1)?.essay ?? [])));
  return (
    <section className="panel" aria-labelledby="viet-lai">
      <div className="panel__head">
        <h2 id="viet-lai">{say('rounds.rewriting')}</h2>
      </div>
      <div className="panel__body stack">
        {data === undefined && error === null && <Loading label={say('frame.loading')} rows={3} />}
        <Problem error={error} retry={() => void refetch()} />
        {data?.length === 0 && <p className="muted">{say('rounds.noRewriting')}</p>}
        {isCommittee && waiting.length > 0 && (
          <OpenRounds campaign={campaign} essays={waiting} word={say('rounds.openFor', { n: waiting.length })} />
        )}
        {data !== undefined && data.length > 0 && (
          <VirtualList className="rewriting" rows={data} keyOf={keyOf}>
            {(writing) => <Writer campaign={campaign} writing={writing} />}
          </VirtualList>
        )}
      </div>
    </section>
  );
}

const keyOf = ({ person }: WritingView): string => person;

function Writer({ campaign, writing }: { campaign: string; writing: WritingView }): ReactNode {
  const say = useWords();
  const { name, card, attempts, open, isPending } = writing;
  const last = attempts.at(-1);
  if (last === undefined) return null;
  return (
    <>
      <span>
        <Link className="who" to={`${paths.results(campaign)}/bai/${encodeURIComponent(last.essay)}`}>
          <OutsideText text={name} />
        </Link>
        <span className="sub">
          <OutsideText text={`${card} · ${say('rounds.attempt', { n: last.number })}`} />
        </span>
      </span>
      <span>{roundWords(open, isPending)}</span>
    </>
  );

  function roundWords(round: WritingView['open'], hasCome: boolean): string {
    if (hasCome) return say('rounds.pending');
    if (round === null) return say('rounds.notOpen');
    const { number, due } = round;
    return due === null ? say('rounds.roundOpen', { n: number }) : say('rounds.roundOpenTo', { n: number, day: dayOf(due) });
  }
}
