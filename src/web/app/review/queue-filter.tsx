import { type ReactNode, useMemo } from 'react';
import type { QueuedView } from '../../../api/review.js';
import { useWords } from '../../words/words.js';
import { QUEUE_ORDERS, type QueueFilter, type QueueOrder } from './queue-order.js';

interface QueueFilterProps {
  readonly queue: readonly QueuedView[];
  /** How many pass the filter. */
  readonly shown: number;
  readonly filter: QueueFilter;
  readonly order: QueueOrder;
  readonly onFilter: (filter: QueueFilter) => void;
  readonly onOrder: (order: QueueOrder) => void;
}

/** What of the queue is shown, and in which order. */
export function QueueFilterRow({ queue, shown, filter, order, onFilter, onOrder }: QueueFilterProps): ReactNode {
  const say = useWords();
  const campaigns = useMemo(() => [...new Map(queue.map(({ campaign, campaignName }) => [campaign, campaignName]))], [queue]);
  const counts = useMemo(() => countQueue(queue), [queue]);
  return (
    <div className="panel__head queuefilter noprint">
      <input
        className="input"
        type="search"
        aria-label={say('review.search')}
        placeholder={say('review.search')}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.target.value })}
      />
      <select
        className="input"
        aria-label={say('review.whose')}
        value={filter.whose}
        onChange={(event) => onFilter({ ...filter, whose: event.target.value as QueueFilter['whose'] })}
      >
        {(['mine', 'nobody', 'all'] as const).map((whose) => (
          <option key={whose} value={whose}>
            {say(`review.whoseIs.${whose}`, { n: counts[whose] })}
          </option>
        ))}
      </select>
      {campaigns.length > 1 && (
        <select
          className="input"
          aria-label={say('review.campaign')}
          value={filter.campaign}
          onChange={(event) => onFilter({ ...filter, campaign: event.target.value })}
        >
          <option value="">{say('review.allCampaigns')}</option>
          {campaigns.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <select
        className="input"
        aria-label={say('review.order')}
        value={order}
        onChange={(event) => onOrder(event.target.value as QueueOrder)}
      >
        {QUEUE_ORDERS.map((one) => (
          <option key={one} value={one}>
            {say(`review.orders.${one}`)}
          </option>
        ))}
      </select>
      <p className="small muted" role="status">
        {say('review.shown', { n: shown, all: queue.length })}
      </p>
    </div>
  );
}

function countQueue(queue: readonly QueuedView[]): Readonly<Record<QueueFilter['whose'], number>> {
  return {
    all: queue.length,
    mine: queue.filter(({ isMine }) => isMine).length,
    nobody: queue.filter(({ assigned }) => assigned === null).length,
  };
}
