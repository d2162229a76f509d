import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { useTitle } from './page.js';

/** There is no such page. */
export function NotFound(): ReactNode {
  const say = useWords();
  useTitle(say('frame.notFoundTitle'));
  const back = (
    <Link className="btn btn--main" to={paths.home}>
      {say('frame.toHome')}
    </Link>
  );
  return (
    <div className="page">
      <h1 className="vh">{say('frame.notFoundTitle')}</h1>
      <div className="panel">
        <Empty title={say('frame.notFoundTitle')} actions={back}>
          {say('frame.notFoundText')}
        </Empty>
      </div>
    </div>
  );
}
