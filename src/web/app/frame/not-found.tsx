import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { useTitle, useTitleFocus } from './page.js';

/** There is no such page; `text` and `back` for whoever comes from elsewhere than the campaigns. */
export function NotFound(props: { text?: string; back?: { to: string; word: string } }): ReactNode {
  const say = useWords();
  const { text = say('frame.notFoundText'), back: way = { to: paths.home, word: say('frame.toHome') } } = props;
  const heading = useTitleFocus();
  useTitle(say('frame.notFoundTitle'));
  const back = (
    <Link className="btn btn--main" to={way.to}>
      {way.word}
    </Link>
  );
  return (
    <div className="page">
      <h1 className="vh" ref={heading} tabIndex={-1}>
        {say('frame.notFoundTitle')}
      </h1>
      <div className="panel">
        <Empty title={say('frame.notFoundTitle')} actions={back}>
          {text}
        </Empty>
      </div>
    </div>
  );
}
