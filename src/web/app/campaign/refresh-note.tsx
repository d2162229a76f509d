import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatMoment } from '../../../api/format.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { logQuery } from '../service/queries.js';

/** Says when the figures of an essay were last refreshed for essays that came after it, as the newest lines of the log tell. */
export function RefreshNote({ campaign, essay }: { campaign: string; essay: string }): ReactNode {
  const say = useWords();
  const { data } = useInfiniteQuery(logQuery(campaign, new URLSearchParams({ kinds: 'new-overlap', essay }).toString()));
  const last = data?.pages[0]?.find(({ submission }) => submission === essay);
  if (last === undefined) return null;
  return (
    <Note kind="info" icon="clock">
      <p>{say('campaign.refreshed', { moment: formatMoment(new Date(last.at)) })}</p>
    </Note>
  );
}
