import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Milliseconds between two announcements. */
const EVERY = 10_000;

/** Tells a screen reader how far something is, but only now and then, and at once when it is over. */
export function SpokenProgress({ text, isOver }: { text: string; isOver: boolean }): ReactNode {
  const [spoken, speak] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const wait = isOver ? 0 : Math.max(0, last.current + EVERY - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      speak(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, isOver]);
  return (
    <p className="vh" role="status">
      {spoken}
    </p>
  );
}
