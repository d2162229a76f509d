import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
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

/** The browser's own dialog: what the application draws others with would weigh more than all else in a report's file. */
function KeysDialog({ close }: { close: () => void }): ReactNode {
  const say = useWords();
  const hasKeys = useHasKeys();
  const listed = useListed();
  const box = useRef<HTMLDialogElement>(null);
  const names = useMemo(() => listed.filter((name) => name !== 'search' || searchField() !== undefined), [listed]);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const closeBeside = (event: MouseEvent): void => {
    if (event.target === box.current) close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself.
    <dialog ref={box} className="dialog" aria-labelledby="cac-phim" onClose={close} onClick={closeBeside}>
      <div className="dialog__body">
        <h2 id="cac-phim">{say('keys.title')}</h2>
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
    </dialog>
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
