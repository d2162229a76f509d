import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSignal } from '../../look/signal.js';
import { useWords } from '../../words/words.js';
import { sessionQuery } from '../service/queries.js';
import { isSignedOut } from '../service/signals.js';
import { SignInForm } from './sign-in-form.js';

/** Asks to sign in again over whatever is on the screen, which stays as it is; what was asked of the service then goes on. */
export function SignInAgain(): ReactNode {
  const say = useWords();
  const isOpen = useSignal(isSignedOut);
  const { data: session } = useQuery(sessionQuery);
  return (
    <ModalOverlay className="veil" isOpen={isOpen} isKeyboardDismissDisabled>
      <Modal className="veil__box">
        <Dialog className="dialog">
          <div className="dialog__body">
            <Heading slot="title" level={2}>
              {say('gate.againTitle')}
            </Heading>
            <p className="small">{say('gate.againText')}</p>
            <SignInForm startName={session?.account?.name ?? ''} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
