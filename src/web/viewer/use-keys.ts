import { useLayoutEffect } from 'react';
import { useViewState } from './view-state.js';

/** Single letters that do something while the page is there; never within a field or a dialog, and not at all once switched off. */
export function useKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const { hasKeys } = useViewState();
  // Before anything is seen: whoever presses two letters quickly means the second of what the first one shows.
  useLayoutEffect(() => {
    if (!hasKeys) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog, [role="dialog"], [contenteditable]'))
        return;
      const action = actions[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [actions, hasKeys]);
}
