import { type RefObject, useEffect, useState } from 'react';

/** Whether what stands in a box is no wider than it: only then need it not scroll, and the head of a table in it can be pinned. */
export function useFits(box: RefObject<HTMLElement | null>): boolean {
  const [fits, setFits] = useState(true);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setFits(element.scrollWidth <= element.clientWidth + 1);
    measure();
    const observer = new ResizeObserver(measure);
    for (const one of [element, ...element.children]) observer.observe(one);
    return () => observer.disconnect();
  }, [box]);
  return fits;
}
