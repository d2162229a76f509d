import { useLayoutEffect } from 'react';
import { type KeyName, keyOf, useHasKeys, useListing } from './keys.js';

/** What keys do by their names; one that does nothing now is listed all the same. false: it did nothing, and is the browser's. */
export type KeyActions = Readonly<Partial<Record<KeyName, (() => unknown) | undefined>>>;

const APART = 'textarea, select, dialog, [role="dialog"], [role="menu"], [role="listbox"], [contenteditable]';
const FIELDS = `input, ${APART}`;
const TYPED_FIELDS = `input:not([type="radio"], [type="checkbox"]), ${APART}`;

/** Single keys that do something while the page is there; never within a field or a dialog, and not at all once switched off. */
export function useKeys(actions: KeyActions): void {
  const hasKeys = useHasKeys();
  useListing(Object.keys(actions) as KeyName[]);
  // Before anything is seen: whoever presses two letters quickly means the second of what the first one shows.
  useLayoutEffect(() => {
    if (!hasKeys) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      const pressed = event.key.toLowerCase();
      const name = (Object.keys(actions) as KeyName[]).find((one) => keyOf(one).key === pressed);
      const action = name && actions[name];
      if (name === undefined || action === undefined) return;
      if (event.target instanceof Element && event.target.closest(keyOf(name).isForChoices ? TYPED_FIELDS : FIELDS)) return;
      if (action() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [actions, hasKeys]);
}
