import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';

/** What is shown instead of a page that broke. */
function Crash({ error }: { error: unknown }): ReactNode {
  const say = useWords();
  // A page opened before an update asks for parts that are no longer there.
  const isOld = error instanceof TypeError && /dynamically imported module/.test(error.message);
  const reload = (
    <button type="button" className="btn btn--main" onClick={() => location.reload()}>
      {say('frame.reload')}
    </button>
  );
  return (
    <main className="page" id="noi-dung">
      <h1 className="vh">{say('frame.crashTitle')}</h1>
      <div className="panel" role="alert">
        <Empty title={say('frame.crashTitle')} actions={reload}>
          {say(isOld ? 'frame.updated' : 'frame.crashText')}
        </Empty>
        {!isOld && <pre className="crash">{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>}
      </div>
    </main>
  );
}

/** As `Crash`, for a page that the router shows. */
export function RouteCrash(): ReactNode {
  return <Crash error={useRouteError()} />;
}

/** Catches what breaks outside of the router's pages. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override readonly state = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Crash error={this.state.error} />;
  }
}
