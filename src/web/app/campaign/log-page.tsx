import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { formatMoment } from '../../../api/format.js';
import type { BatchView, LogEventView } from '../../../api/service.js';
import { PlainText } from '../../look/outside-text.js';
import { Empty, Loading } from '../../look/states.js';
import { titleOf } from '../../viewer/rows.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { campaignSource, logQuery } from '../service/queries.js';
import { useCampaign } from './campaign-frame.js';
import { type LogNames, logSentence } from './log-sentence.js';

/** Who did what in a campaign, newest first. */
export function LogPage(): ReactNode {
  const say = useWords();
  const { id, name, batchList } = useCampaign();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(logQuery(id));
  const events = data?.pages.flat() ?? [];
  const names = useNames(id, events, batchList);
  return (
    <Page title={say('log.title')} short={`${say('log.title')} · ${name}`} lead={say('log.lead')}>
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && events.length === 0 && (
        <div className="panel">
          <Empty title={say('log.empty')}>{say('log.emptyText')}</Empty>
        </div>
      )}
      {events.length > 0 && (
        <div className="panel">
          <ol className="log">
            {events.map((event) => (
              <li key={event.sequence}>
                <time dateTime={event.at}>{formatMoment(new Date(event.at))}</time>
                <div>
                  {logSentence(event, names, say).map((sentence, place) => (
                    <p key={sentence} className={place === 0 ? undefined : 'small muted'}>
                      <PlainText text={sentence} />
                    </p>
                  ))}
                </div>
              </li>
            ))}
          </ol>
          <div className="panel__body--tight log__foot">
            {hasNextPage ? (
              <button type="button" className="btn" onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
                {say(isFetchingNextPage ? 'log.moreBusy' : 'log.more')}
              </button>
            ) : (
              <span className="small muted">{say('log.end')}</span>
            )}
            <Problem error={data === undefined ? null : error} />
          </div>
        </div>
      )}
    </Page>
  );
}

/** Numbers of batches and names of essays; those that are no longer there have none. */
function useNames(campaign: string, events: readonly LogEventView[], batches: readonly BatchView[]): LogNames {
  const { data } = useQuery({
    queryKey: viewKeys.overview(campaign),
    queryFn: () => campaignSource(campaign).overview(),
    enabled: events.some(({ submission }) => submission !== null),
  });
  return useMemo(
    () => ({
      batches: new Map(batches.map(({ id, number }) => [id, number])),
      essays: new Map(data?.rows.map((row) => [row.id, titleOf(row) === row.name ? row.name : `${titleOf(row)}, ${row.name}`])),
    }),
    [batches, data],
  );
}
