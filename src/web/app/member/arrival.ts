import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Moves the focus to the title when one comes from another page, and when what had it is gone because `stands` is another now: a
 * file that was handed in takes its button away. The first page of a visit leaves the focus alone.
 */
export function useOwnArrival(stands: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const before = useRef(stands);
  useEffect(() => {
    const isArrival = before.current === stands && key !== 'default';
    const isLost = before.current !== stands && document.activeElement === document.body;
    before.current = stands;
    if (!isArrival && !isLost) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [key, stands]);
  return heading;
}
