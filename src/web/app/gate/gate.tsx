import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SessionView } from '../../../api/service.js';
import { Icon, Mark } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { useTitle } from '../frame/page.js';
import { paths } from '../paths.js';
import { Art } from './art.js';
import { SetupForm } from './setup-form.js';
import { SignInForm } from './sign-in-form.js';

/** What stands before the service: the first account is made here, later one signs in. */
export function Gate({ session }: { session: SessionView }): ReactNode {
  const say = useWords();
  const title = say(session.isSetUp ? 'gate.signInTitle' : 'gate.setupTitle');
  useTitle(title);
  return (
    <div className="gate">
      <section className="gate__art" aria-label={say('gate.intro')}>
        <span className="mast__mark">
          <Mark />
          {say('frame.product')}
        </span>
        <div className="stack">
          <p className="gate__motto">{say('gate.motto')}</p>
          <p>{say('gate.about')}</p>
        </div>
        <Art label={say('gate.drawing')} />
        <p className="small foot">{say('gate.foot')}</p>
      </section>
      <main className="gate__form" id="noi-dung">
        <div>
          <div>
            <h1>{title}</h1>
            {!session.isSetUp && <p className="muted">{say('gate.setupText')}</p>}
          </div>
          {session.isSetUp ? <SignInForm /> : <SetupForm needsCode={session.needsCode} />}
          {session.isSetUp && (
            <p className="small">
              {say('member.hasCode')} <Link to={paths.enterCode}>{say('member.enterCode')}</Link>
            </p>
          )}
          {/* On this machine nobody listens in, and over HTTPS nobody understands: browsers call both secure. */}
          {!window.isSecureContext && (
            <p className="small muted gate__plain">
              <Icon name="warn" />
              <span>{say('gate.notEncrypted')}</span>
            </p>
          )}
          <p className="small muted">{say('gate.version', { version: session.version })}</p>
        </div>
      </main>
    </div>
  );
}
