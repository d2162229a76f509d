import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { AppearanceButtons } from '../../look/appearance.js';
import { Mark } from '../../look/icons.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ConnectionBar } from '../frame/connection-bar.js';
import { useTitle } from '../frame/page.js';
import { paths } from '../paths.js';
import { sessionQuery } from '../service/queries.js';
import { ServiceError } from '../service/request.js';

/** What stands around the pages that everybody may see, on a phone first. */
export function GuestFrame({ children }: { children: ReactNode }): ReactNode {
  const say = useWords();
  return (
    <>
      <ConnectionBar />
      <main className="phone phone--door" id="noi-dung">
        <p className="phone__mark">
          <Mark />
          <span lang="vi">{say('frame.product')}</span>
          <span className="tools">
            <AppearanceButtons large={say('frame.largeText')} dark={say('frame.dark')} />
          </span>
        </p>
        {children}
      </main>
    </>
  );
}

/** Whether an address leads nowhere: wrong, closed and not for whoever asks all look alike. */
export const isGone = (error: unknown): boolean => error instanceof ServiceError && (error.status === 404 || error.status === 400);

/** There is no such address, or no more. */
export function Gone(): ReactNode {
  const say = useWords();
  useTitle(say('quiz.take.gone'));
  return (
    <>
      <h1 className="vh">{say('quiz.take.gone')}</h1>
      <Empty
        title={say('quiz.take.gone')}
        actions={
          <Link className="btn btn--main" to={paths.enterCode}>
            {say('quiz.take.byCode')}
          </Link>
        }
      >
        {say('quiz.take.goneText')}
      </Empty>
    </>
  );
}

/** Who visits; what changes something needs the token that comes with it. */
export const useVisit = () => useQuery(sessionQuery);
