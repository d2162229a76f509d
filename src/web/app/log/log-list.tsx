import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { formatMoment } from '../../../api/format.js';
import type { BatchView, LogEventView } from '../../../api/service.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { Empty, Loading } from '../../look/states.js';
import { VirtualList } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { logQuery } from '../service/queries.js';
import { type LogFields, NO_FIELDS, toQuery } from './log-fields.js';
import { type LogNames, logSentence } from './log-sentence.js';

interface LogListProps {
  /** Id of the campaign whose log it is; null for all that one watches over. */
  readonly campaign: string | null;
  readonly fields: LogFields;
  /** Batches whose numbers are told. */
  readonly batches: readonly BatchView[];
}

/** Lines of the log, newest first, as far as they pass the filter. */
export function LogList({ campaign, fields, batches }: LogListProps): ReactNode {
  const say = useWords();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(logQuery(campaign, toQuery(fields)));
  const events = useMemo(() => data?.pages.flat() ?? [], [data]);
  const names = useMemo(() => namesOf(events, batches), [events, batches]);
  const isFiltered = fields !== NO_FIELDS;
  return (
    <>
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && events.length === 0 && (
        <div className="panel">
          <Empty title={say(isFiltered ? 'log.none' : 'log.empty')}>{say(isFiltered ? 'log.noneText' : 'log.emptyText')}</Empty>
        </div>
      )}
      {events.length > 0 && (
        <div className="panel">
          <VirtualList className="log" isOrdered rows={events} keyOf={keyOf}>
            {(event) => <Line event={event} names={names} />}
          </VirtualList>
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
    </>
  );
}

const keyOf = ({ sequence }: LogEventView): string => String(sequence);

function Line({ event, names }: { event: LogEventView; names: LogNames }): ReactNode {
  const say = useWords();
  return (
    <>
      <time dateTime={event.at}>{formatMoment(new Date(event.at))}</time>
      <div>
        {logSentence(event, names, say).map((sentence, place) => (
          <p key={sentence} className={place === 0 ? undefined : 'small muted'}>
            <Sentence text={sentence} actor={event.actor} />
          </p>
        ))}
      </div>
    </>
  );
}

/** A line of the log; whose name it begins with is no word of the page. */
function Sentence({ text, actor }: { text: string; actor: string }): ReactNode {
  if (actor === '' || !text.startsWith(`${actor} `)) return <PlainText text={text} />;
  return (
    <>
      <OutsideText text={actor} />
      <PlainText text={text.slice(actor.length)} />
    </>
  );
}

/** Numbers of batches and names of essays; those that are no longer there have none. */
function namesOf(events: readonly LogEventView[], batches: readonly BatchView[]): LogNames {
  return {
    batches: new Map(batches.map(({ id, number }) => [id, number])),
    essays: new Map(events.flatMap(({ submission, essay }) => (submission !== null && essay ? [[submission, essay] as const] : []))),
  };
}
