import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../../words/words.js';

/** Props of `Confirm`: the title asks the question and the main button repeats its verb. */
export interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What is on the main button, and what it does. */
  readonly act: string;
  readonly onAct: () => void;
  readonly isActing?: boolean;
  readonly cancel?: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A question that must be answered before something happens. The focus is kept inside and returns to where it was. */
export function Confirm(props: ConfirmProps): ReactNode {
  const { isOpen, title, act, onAct, isActing = false, onCancel, children } = props;
  const say = useWords();
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => open || onCancel()} isDismissable={!isActing}>
      <Modal className="veil__box">
        <Dialog className="dialog">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              onAct();
            }}
          >
            <div className="dialog__body">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {children}
            </div>
            <div className="dialog__foot">
              <button type="button" className="btn" onClick={onCancel} disabled={isActing}>
                {props.cancel ?? say('frame.cancel')}
              </button>
              <button type="submit" className="btn btn--main" disabled={isActing}>
                {act}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
