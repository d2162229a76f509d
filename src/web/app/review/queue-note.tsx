import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../look/icons.js';
import { pathsBelow } from '../../viewer/paths.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { queueQuery } from './queries.js';
import { nextInQueue } from './queue-order.js';

/** How much waits for whoever is signed in, and the way to the next essay of it; nothing while nothing does. */
export function QueueNote({ essay }: { essay: string }): ReactNode {
  const say = useWords();
  const { data = [] } = useQuery(queueQuery);
  if (!data.some((one) => one.essay === essay || one.isMine)) return null;
  const { left, next } = nextInQueue(data, essay);
  return (
    <p className="row row--apart small noprint">
      <Link to={paths.queue}>{say('review.left', { n: left })}</Link>
      {next !== null && (
        <Link className="btn btn--small" to={pathsBelow(paths.results(next.campaign)).essay(next.essay)}>
          {say('review.nextEssay')}
          <Icon name="right" />
        </Link>
      )}
    </p>
  );
}
