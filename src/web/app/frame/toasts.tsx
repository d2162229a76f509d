import { type ReactNode, useEffect, useState } from 'react';
import { Icon } from '../../look/icons.js';
import { createSignal, useSignal } from '../../look/signal.js';
import { useWords } from '../../words/words.js';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => void) | null;
}

/** Milliseconds that a toast stays; the time stands still under the pointer or the focus. */
const STAYS = 10_000;
const current = createSignal<Toast | null>(null);
let lastId = 0;

/** Says briefly what was done, and offers to undo it where that can be done. */
export function toast(text: string, undo: (() => void) | null = null): void {
  lastId++;
  current.set({ id: lastId, text, undo });
}

/** Where toasts appear; there all the time, so that screen readers notice what comes into it. */
export function Toasts(): ReactNode {
  const say = useWords();
  const shown = useSignal(current);
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    if (shown === null || isHeld) return;
    const timer = setTimeout(() => current.set(null), STAYS);
    return () => clearTimeout(timer);
  }, [shown, isHeld]);
  return (
    <div className="toasts" role="status">
      {shown !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only stops the clock.
        <div
          className="toast"
          key={shown.id}
          onPointerEnter={() => hold(true)}
          onPointerLeave={() => hold(false)}
          onFocus={() => hold(true)}
          onBlur={() => hold(false)}
        >
          <Icon name="check" />
          <span>{shown.text}</span>
          <button
            type="button"
            onClick={() => {
              shown.undo?.();
              current.set(null);
            }}
          >
            {say(shown.undo === null ? 'frame.close' : 'frame.undo')}
          </button>
        </div>
      )}
    </div>
  );
}
