import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, Navigate, Outlet, useOutletContext } from 'react-router';
import type { StandingView } from '../../../api/member.js';
import { AppearanceButtons } from '../../look/appearance.js';
import { Mark } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ConnectionBar } from '../frame/connection-bar.js';
import { describeError } from '../frame/describe-error.js';
import { useTitle } from '../frame/page.js';
import { toast } from '../frame/toasts.js';
import { Waiting } from '../frame/waiting.js';
import { leave } from '../gate/enter.js';
import { paths } from '../paths.js';
import { sessionQuery } from '../service/queries.js';
import { ServiceError } from '../service/request.js';
import { standingQuery } from './queries.js';

/** What stands around a member's own pages; without the parts that committees work with. */
export function MemberFrame(): ReactNode {
  const session = useQuery(sessionQuery);
  const standing = useQuery({ ...standingQuery, enabled: session.data?.member !== undefined && session.data.member !== null });
  const isOver = standing.error instanceof ServiceError && standing.error.status === 401;
  if (session.data?.member === null) return <Navigate to={paths.enterCode} replace />;
  return (
    <>
      <Head name={session.data?.member?.name ?? ''} />
      <ConnectionBar />
      <main className="phone" id="noi-dung" tabIndex={-1}>
        {isOver && <Ended />}
        {!isOver && standing.data !== undefined && <Outlet context={standing.data} />}
        {!isOver && standing.data === undefined && (
          <Waiting error={session.error ?? standing.error} retry={() => (session.error ? session.refetch() : standing.refetch())} />
        )}
      </main>
    </>
  );
}

/** How it stands with the member whose page one is on. */
export const useStanding = (): StandingView => useOutletContext<StandingView>();

function Head({ name }: { name: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const signOut = useMutation({ mutationFn: () => leave(client), onError: (error) => toast(describeError(error, say)) });
  return (
    <>
      <a className="skip" href="#noi-dung">
        {say('frame.skip')}
      </a>
      <header className="mast mast--member">
        <Link className="mast__mark" to={paths.own}>
          <Mark />
          <span lang="vi">{say('frame.product')}</span>
        </Link>
        <span className="mast__where">
          <span className="mast__long">{say('member.where')} </span>
          <b>
            <OutsideText text={name} />
          </b>
        </span>
        <span className="mast__tools">
          <AppearanceButtons large={say('frame.largeText')} dark={say('frame.dark')} />
          <button type="button" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
            {say('member.leave')}
          </button>
        </span>
      </header>
    </>
  );
}

function Ended(): ReactNode {
  const say = useWords();
  useTitle(say('member.ended'));
  return (
    <>
      <h1 className="vh">{say('member.ended')}</h1>
      <Empty
        title={say('member.ended')}
        actions={
          <Link className="btn btn--main" to={paths.enterCode}>
            {say('member.codeTitle')}
          </Link>
        }
      >
        {say('member.endedText')}
      </Empty>
    </>
  );
}
