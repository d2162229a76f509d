import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows up to which all of them are drawn. */
const ALL_DRAWN = 200;
/** Height of a row before it was measured, px. */
const ROW_HEIGHT = 48;

interface VirtualRows<Row> {
  /** Rows to draw with their places among all. */
  readonly shown: readonly { readonly row: Row; readonly index: number }[];
  /** Heights that the rows before and after them take up, px. */
  readonly above: number;
  readonly below: number;
  /** Ref of each drawn row. */
  readonly measure: (element: HTMLElement | null) => void;
}

/** Which rows of a long table are near the screen. On paper all of them are. */
export function useVirtualRows<Row>(rows: readonly Row[], body: RefObject<HTMLElement | null>): VirtualRows<Row> {
  const prints = useIsPrinting();
  const top = useTop(body);
  const isWhole = prints || rows.length <= ALL_DRAWN;
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollMargin: top,
    enabled: !isWhole,
  });
  if (isWhole) return { shown: rows.map((row, index) => ({ row, index })), above: 0, below: 0, measure: noMeasure };
  const items = virtualizer.getVirtualItems();
  const shown = items.flatMap(({ index }) => {
    const row = rows[index];
    return row === undefined ? [] : [{ row, index }];
  });
  const [first, last] = [items[0], items.at(-1)];
  return {
    shown,
    above: first === undefined ? 0 : first.start - top,
    below: last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - top),
    measure: virtualizer.measureElement,
  };
}

const noMeasure = (): void => {};

/** Where the rows begin in the page, px. */
function useTop(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    // Whatever above the table changes its height changes that of the page as well.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  return top;
}

function useIsPrinting(): boolean {
  const [prints, setPrints] = useState(false);
  useEffect(() => {
    // The browser prints what is there when the event is over.
    const before = (): void => flushSync(() => setPrints(true));
    const after = (): void => setPrints(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return prints;
}

/** Stands for the rows that are not drawn; `span`: columns of the table. */
export function Gap({ height, span }: { height: number; span: number }): ReactNode {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <tr className="gap" aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}
