import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty, ErrorNote, Loading } from '../look/states.js';
import { usePaths } from './paths.js';
import { useWords } from './words.js';

/** What was asked for; while it is on its way its bones, and where it did not come why and a button to ask again. */
export function Asked<T>({
  query,
  label,
  children,
}: {
  query: UseQueryResult<T>;
  label: string;
  children: (data: T) => ReactNode;
}): ReactNode {
  const say = useWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    const detail = query.error.message === '' ? say('error.detail') : query.error.message;
    return <ErrorNote title={say('error.title')} detail={detail} retry={() => void query.refetch()} again={say('error.again')} />;
  }
  return <Loading label={label} rows={8} />;
}

/** There is no such page: why, and the way back. */
export function Missing({ why }: { why: string }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const back = (
    <Link className="btn" to={paths.results}>
      {say('back')}
    </Link>
  );
  return (
    <div className="page">
      <h1 className="vh">{say('missing.title')}</h1>
      <div className="panel">
        <Empty title={say('missing.title')} actions={back}>
          {why}
        </Empty>
      </div>
    </div>
  );
}
