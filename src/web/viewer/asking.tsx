import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty, Loading, Note } from '../look/states.js';
import { usePaths } from './paths.js';
import { useView } from './source.js';
import { useWords } from './words.js';

/** What was asked for; while it is on its way its bones, and where it did not come why. */
export function Asked<T>({
  query,
  label,
  isPage = false,
  children,
}: {
  query: UseQueryResult<T>;
  label: string;
  /** Whether it is all of a page. */
  isPage?: boolean;
  children: (data: T) => ReactNode;
}): ReactNode {
  const say = useWords();
  if (query.data !== undefined) return children(query.data);
  const instead = query.isError ? <Failed query={query} error={query.error} /> : <Loading label={label} rows={8} />;
  if (!isPage) return instead;
  return (
    <div className="page">
      <h1 className="vh">{query.isError ? say('error.title') : label}</h1>
      {instead}
    </div>
  );
}

function Failed({ query, error }: { query: UseQueryResult; error: Error }): ReactNode {
  const say = useWords();
  const { slots } = useView();
  if (slots.problem !== undefined) return slots.problem(error, () => void query.refetch());
  return (
    <Note kind="bad" title={say('error.title')} role="alert">
      <p>{error.message}</p>
    </Note>
  );
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
