import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { QueuedView } from '../../../api/review.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { holds, useAccount } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { WaitingPart } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { AssignButton } from './assign-button.js';
import { queueQuery } from './queries.js';
import { QueueFilterRow } from './queue-filter.js';
import { orderQueue, type QueueFilter, type QueueOrder } from './queue-order.js';
import { QueueTable } from './queue-table.js';

/** What waits for whoever is signed in; committees see all that waits at their units and give it to people. */
export function QueuePage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(queueQuery);
  return (
    <Page title={say('review.queue')} lead={say('review.queueLead')}>
      {data === undefined ? <WaitingPart error={error} retry={refetch} /> : data.length === 0 ? <NothingWaits /> : <Queue queue={data} />}
    </Page>
  );
}

function NothingWaits(): ReactNode {
  const say = useWords();
  return (
    <div className="panel">
      <Empty
        title={say('review.nothing')}
        actions={
          <Link className="btn btn--main" to={paths.home}>
            {say('frame.campaigns')}
          </Link>
        }
      >
        {say('review.nothingText')}
      </Empty>
    </div>
  );
}

function Queue({ queue }: { queue: readonly QueuedView[] }): ReactNode {
  const say = useWords();
  const canAssign = holds(useAccount(), ['committee']);
  const hasMine = queue.some(({ isMine }) => isMine);
  const [filter, setFilter] = useState<QueueFilter>({ search: '', campaign: '', whose: hasMine ? 'mine' : 'all' });
  const [order, setOrder] = useState<QueueOrder>('group');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  // Letters are on the screen before what they find.
  const [sought, ordered] = [useDeferredValue(filter), useDeferredValue(order)];
  const shown = useMemo(() => orderQueue(queue, sought, ordered), [queue, sought, ordered]);
  const chosen = useMemo(() => shown.filter(({ essay }) => ticked.has(essay)), [shown, ticked]);
  return (
    <section className="panel" aria-labelledby="viec">
      <h2 className="vh" id="viec">
        {say('review.queue')}
      </h2>
      <QueueFilterRow queue={queue} shown={shown.length} filter={filter} order={order} onFilter={setFilter} onOrder={setOrder} />
      {shown.length === 0 ? (
        <Empty title={say('review.noRows')}>{say('review.noRowsText')}</Empty>
      ) : (
        <QueueTable rows={shown} ticked={canAssign ? ticked : null} onTick={setTicked} />
      )}
      {chosen.length > 0 && <AssignBar chosen={chosen} clear={() => setTicked(new Set())} />}
    </section>
  );
}

/** One button a campaign: essays of several are given in several steps. */
function AssignBar({ chosen, clear }: { chosen: readonly QueuedView[]; clear: () => void }): ReactNode {
  const say = useWords();
  const campaigns = new Map(chosen.map(({ campaign, campaignName }) => [campaign, campaignName]));
  return (
    <div className="bulk noprint">
      <p>
        <b>{say('review.chosen', { n: chosen.length })}</b>
      </p>
      <div className="row">
        <button type="button" className="btn btn--quiet" onClick={clear}>
          {say('conclude.clear')}
        </button>
        {[...campaigns].map(([campaign, name]) => {
          const essays = chosen.filter((one) => one.campaign === campaign);
          const given = essays.map(({ essay, assigned }) => ({ essay, revision: assigned?.revision ?? 0 }));
          const word =
            campaigns.size === 1
              ? say('review.assignMany', { n: essays.length })
              : say('review.assignIn', { n: essays.length, campaign: name });
          return <AssignButton key={campaign} campaign={campaign} essays={given} word={word} isMain onDone={clear} />;
        })}
      </div>
    </div>
  );
}
