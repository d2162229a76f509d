import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TextRequestView } from '../../../api/text-requests.js';
import { Loading } from '../../look/states.js';
import { VirtualList } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { requestsQuery } from './queries.js';
import { RequestCard } from './request-card.js';

/** Requests for whole texts that have come in and gone out. */
export function RequestsPage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(requestsQuery);
  return (
    <Page title={say('requests.title')} lead={say('requests.lead')}>
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && (
        <div className="two two--requests">
          <Requests side="received" requests={data.filter(({ side }) => side === 'received')} />
          <Requests side="sent" requests={data.filter(({ side }) => side === 'sent')} />
        </div>
      )}
    </Page>
  );
}

const keyOf = ({ id }: TextRequestView): string => id;

function Requests({ side, requests }: { side: 'sent' | 'received'; requests: readonly TextRequestView[] }): ReactNode {
  const say = useWords();
  const id = `de-nghi-${side}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id}>{say(`requests.${side}`)}</h2>
      </div>
      {requests.length === 0 ? (
        <p className="panel__body small muted">{say(side === 'received' ? 'requests.noneReceived' : 'requests.noneSent')}</p>
      ) : (
        <VirtualList className="requests" itemClass="request" rows={requests} keyOf={keyOf}>
          {(request) => <RequestCard request={request} />}
        </VirtualList>
      )}
    </section>
  );
}
