import { type ReactNode, useMemo } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { createSignal, useSignal } from '../look/signal.js';
import { type KeyName, keyOf, setHasKeys, shownKeys, useHasKeys, useListed } from './keys.js';
import { useKeys } from './use-keys.js';
import { useWords } from './words.js';

const isShown = createSignal(false);

/** Opens the list of keys, wherever one is. */
export const showKeys = (): void => isShown.set(true);

/** The two keys of every page: "/" goes to its search field, "?" lists its keys. Stands once around all pages. */
export function PageKeys(): ReactNode {
  const isOpen = useSignal(isShown);
  useKeys(useMemo(() => ({ search: focusSearch, help: showKeys }), []));
  return isOpen && <KeysDialog close={() => isShown.set(false)} />;
}

const searchField = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>('main input[type="search"]')].find((field) => field.getClientRects().length > 0);

/** Goes to the first search field in sight, its words chosen; false where the page has none. */
function focusSearch(): boolean {
  const field = searchField();
  field?.focus();
  field?.select();
  return field !== undefined;
}

function KeysDialog({ close }: { close: () => void }): ReactNode {
  const say = useWords();
  const hasKeys = useHasKeys();
  const listed = useListed();
  const names = useMemo(() => listed.filter((name) => name !== 'search' || searchField() !== undefined), [listed]);
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => open || close()} isDismissable>
      <Modal className="veil__box">
        <Dialog className="dialog">
          <div className="dialog__body">
            <Heading slot="title" level={2}>
              {say('keys.title')}
            </Heading>
            <dl className="keylist">
              {names.map((name) => (
                <KeyLine key={name} name={name} />
              ))}
            </dl>
            <p className="small muted">{say(hasKeys ? 'keys.where' : 'keys.areOff')}</p>
          </div>
          <div className="dialog__foot">
            <button type="button" className="btn" onClick={() => setHasKeys(!hasKeys)}>
              {say(hasKeys ? 'keys.off' : 'keys.on')}
            </button>
            <button type="button" className="btn btn--main" onClick={close}>
              {say('picker.close')}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function KeyLine({ name }: { name: KeyName }): ReactNode {
  const say = useWords();
  return (
    <div>
      <dt>
        {shownKeys(name).map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{say(keyOf(name).word)}</dd>
    </div>
  );
}
