import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';

/** The two boxes that scroll. */
export interface Sheets {
  readonly refs: { readonly left: RefObject<HTMLDivElement | null>; readonly right: RefObject<HTMLDivElement | null> };
  readonly onScroll: { readonly left: () => void; readonly right: () => void };
  /** Whether scrolling one scrolls the other as far. */
  readonly together: boolean;
  readonly setTogether: (on: boolean) => void;
}

/** Where the beginning of a passage is brought to if it can be, as a part of the height of its box. */
const LEVEL = 0.2;

/** Brings passage `current` level in both texts, and scrolls them together as long as one likes. */
export function useSheets(current: number): Sheets {
  const { key } = useLocation();
  const [together, setTogether] = useState(true);
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const last = useRef({ left: 0, right: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is another one for every click, also on the passage that is current.
  useEffect(() => {
    let isOver = false;
    const show = (): void => {
      if (isOver) return;
      bringLevel(current, [left.current, right.current]);
      last.current = { left: left.current?.scrollTop ?? 0, right: right.current?.scrollTop ?? 0 };
      if (current > 0 && left.current !== null && !scrolls(left.current)) showInPage(current);
    };
    show();
    // Lines break elsewhere once the letters have come.
    if (document.fonts.status === 'loading') void document.fonts.ready.then(show);
    return () => {
      isOver = true;
    };
  }, [current, key]);
  const onScroll = useMemo(() => {
    const follow = (side: 'left' | 'right') => (): void => {
      const boxes = { left: left.current, right: right.current };
      const twin = side === 'left' ? 'right' : 'left';
      const [box, other] = [boxes[side], boxes[twin]];
      if (box === null || other === null) return;
      const moved = box.scrollTop - last.current[side];
      last.current[side] = box.scrollTop;
      if (!together || moved === 0) return;
      other.scrollTop += moved;
      // What the other box reports of this is no movement of its own.
      last.current[twin] = other.scrollTop;
    };
    return { left: follow('left'), right: follow('right') };
  }, [together]);
  return useMemo(() => ({ refs: { left, right }, onScroll, together, setTogether }), [onScroll, together]);
}

/** A passage near the beginning of either text cannot come down as far as the others do: then both stand where it stands. */
function bringLevel(number: number, boxes: readonly (HTMLElement | null)[]): void {
  const found = boxes.flatMap((box) => {
    const mark = box?.querySelector(`[data-passage="${number}"]`);
    if (!box || !mark) return [];
    return [{ box, place: box.scrollTop + mark.getBoundingClientRect().top - box.getBoundingClientRect().top }];
  });
  const level = Math.min(...found.map(({ box, place }) => Math.min(place, box.clientHeight * LEVEL)));
  for (const { box, place } of found) box.scrollTop = place - level;
}

function scrolls(box: HTMLElement): boolean {
  return getComputedStyle(box).overflowY !== 'visible';
}

/** On small screens the page scrolls as a whole; there passage 1 is where one begins, so nothing moves for it. */
function showInPage(number: number): void {
  if (location.hash.endsWith(`#doan-${number}`)) {
    const places = [document.getElementById(`doan-${number}`), document.querySelector(`.sheet [data-passage="${number}"]`)];
    places.find((place) => place instanceof HTMLElement && place.getClientRects().length > 0)?.scrollIntoView({ block: 'center' });
  }
}
