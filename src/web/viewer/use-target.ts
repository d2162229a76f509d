import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Name of the place that the address points to ("#doan-3"), without the hash; empty for none. */
export function useTarget(): string {
  const { hash } = useLocation();
  return decodeURIComponent(hash.slice(1));
}

/** Brings the place that the address points to on the screen and moves the focus there, once it is there and at every click. */
export function useScrollToTarget(isReady: boolean): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is another one for every click, also on the same link.
  useEffect(() => {
    if (!isReady || hash === '') return undefined;
    // What stands at the place may only be drawn after this.
    const frame = requestAnimationFrame(() => {
      const place = document.getElementById(decodeURIComponent(hash.slice(1)));
      place?.scrollIntoView({ block: 'center' });
      place?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady, hash, key]);
}
