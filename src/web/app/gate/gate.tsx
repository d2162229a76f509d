import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SessionView } from '../../../api/service.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { GateFrame } from './gate-frame.js';
import { SetupForm } from './setup-form.js';
import { SignInForm } from './sign-in-form.js';

/** What stands before the service: the first account is made here, later one signs in. */
export function Gate({ session }: { session: SessionView }): ReactNode {
  const say = useWords();
  const { isSetUp, needsCode, version } = session;
  return (
    <GateFrame
      title={say(isSetUp ? 'gate.signInTitle' : 'gate.setupTitle')}
      version={version}
      {...(!isSetUp && { lead: say('gate.setupText') })}
    >
      {isSetUp ? <SignInForm /> : <SetupForm needsCode={needsCode} />}
      {isSetUp && (
        <p className="small">
          {say('member.hasCode')} <Link to={paths.enterCode}>{say('member.enterCode')}</Link>
        </p>
      )}
    </GateFrame>
  );
}
