import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows up to which all of them are drawn. */
const ALL_DRAWN = 200;
/** Height of a row before it was measured, px. */
const ROW_HEIGHT = 48;

/** Ref of each drawn row, which must carry its place as `data-index`. */
export type Measure = (element: HTMLElement | null) => void;

interface Rows<Row> {
  readonly rows: readonly Row[];
  /** What stays the same for a row however the others are ordered. Must be the same function at every drawing. */
  readonly keyOf: (row: Row) => string;
}

/** How many are drawn of many: the rows near the screen, and the one that has the focus. */
interface Drawn<Row> {
  /** Rows with their places among all, and the room that stands for those left out before each, px. */
  readonly drawn: readonly { readonly row: Row; readonly index: number; readonly before: number }[];
  readonly below: number;
  readonly measure: Measure;
}

/** The body of a table; of a long one only the rows near the screen are drawn. `span`: columns of the table. */
export function VirtualBody<Row>(
  props: Rows<Row> & { span: number; children: (row: Row, index: number, measure: Measure) => ReactNode },
): ReactNode {
  const { rows, keyOf, span, children } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { drawn, below, measure } = useVirtualRows({ rows, keyOf }, body);
  return (
    <tbody ref={body}>
      {drawn.map(({ row, index, before }) => (
        <Fragment key={keyOf(row)}>
          <Gap height={before} span={span} />
          {children(row, index, measure)}
        </Fragment>
      ))}
      <Gap height={below} span={span} />
    </tbody>
  );
}

/** A list of which, if it is long, only the items near the screen are drawn; screen readers hear the true numbers. */
export function VirtualList<Row>(
  props: Rows<Row> & { className: string; isOrdered?: boolean; itemClass?: string; children: (row: Row) => ReactNode },
): ReactNode {
  const { rows, keyOf, className, isOrdered = false, itemClass, children } = props;
  const list = useRef<HTMLOListElement & HTMLUListElement>(null);
  const { drawn, below, measure } = useVirtualRows({ rows, keyOf }, list);
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <List className={className} ref={list}>
      {drawn.map(({ row, index, before }) => (
        <Fragment key={keyOf(row)}>
          <ListGap height={before} />
          <li ref={measure} className={itemClass} data-index={index} aria-setsize={rows.length} aria-posinset={index + 1}>
            {children(row)}
          </li>
        </Fragment>
      ))}
      <ListGap height={below} />
    </List>
  );
}

/** Which rows are drawn. On paper all of them are; whatever has the focus stays, so that keys go on from where one was. */
function useVirtualRows<Row>({ rows, keyOf }: Rows<Row>, body: RefObject<HTMLElement | null>): Drawn<Row> {
  const prints = useIsPrinting();
  const top = useTop(body);
  const keyAt = useCallback((index: number) => keyOf(rows[index] as Row), [rows, keyOf]);
  const focused = useFocusedKey(body, keyAt);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      const held = focused.current === null ? -1 : rows.findIndex((row) => keyOf(row) === focused.current);
      if (held === -1) return near;
      // Those beside it as well: the key that goes on finds the next one there, which then is the one that stays.
      const around = [held - 1, held, held + 1].filter((index) => index >= 0 && index < rows.length);
      return [...new Set([...near, ...around])].sort((a, b) => a - b);
    },
    [rows, keyOf, focused],
  );
  const isWhole = prints || rows.length <= ALL_DRAWN;
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: keyAt,
    overscan: 15,
    rangeExtractor,
    scrollMargin: top,
    enabled: !isWhole,
  });
  if (isWhole) return { drawn: rows.map((row, index) => ({ row, index, before: 0 })), below: 0, measure: noMeasure };
  let end = top;
  const drawn = virtualizer.getVirtualItems().flatMap((item) => {
    const row = rows[item.index];
    if (row === undefined) return [];
    const before = item.start - end;
    end = item.end;
    return [{ row, index: item.index, before }];
  });
  return { drawn, below: virtualizer.getTotalSize() + top - end, measure: virtualizer.measureElement };
}

const noMeasure = (): void => {};

/** Key of the row that has the focus. */
function useFocusedKey(body: RefObject<HTMLElement | null>, keyAt: (index: number) => string): RefObject<string | null> {
  const focused = useRef<string | null>(null);
  useEffect(() => {
    const element = body.current;
    const note = ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
      focused.current = row === null ? null : keyAt(Number(row.dataset.index));
    };
    const forget = (): void => {
      focused.current = null;
    };
    element?.addEventListener('focusin', note);
    element?.addEventListener('focusout', forget);
    return () => {
      element?.removeEventListener('focusin', note);
      element?.removeEventListener('focusout', forget);
    };
  }, [body, keyAt]);
  return focused;
}

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

/** Stands for the rows that are not drawn. */
function Gap({ height, span }: { height: number; span: number }): ReactNode {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <tr className="gap" aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}

function ListGap({ height }: { height: number }): ReactNode {
  return height <= 0 ? null : <li className="gap" aria-hidden="true" style={{ height, padding: 0, border: 0 }} />;
}
