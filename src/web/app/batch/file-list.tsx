import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { ScrollBox } from '../../look/scroll-box.js';
import { Segments } from '../../look/segments.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../frame/file-name.js';
import { type FileRow, type RowSort, SORTS } from './file-rows.js';
import { FileState } from './file-state.js';
import { formatBytes } from './format-bytes.js';

/** Pixels of a row before it has been measured. */
const ROW = 48;

/** All files of a batch; only those on the screen are in the page. `action` gives a row's button. */
export function FileList(props: {
  rows: readonly FileRow[];
  words: Readonly<
    Record<
      RowSort,
      | 'batch.filterPerson'
      | 'batch.filterWaiting'
      | 'batch.filterDone'
      | 'batch.filterStored'
      | 'batch.filterLeftOut'
      | 'batch.filterToSend'
    >
  >;
  personHint: string;
  action?: (row: FileRow) => ReactNode;
}): ReactNode {
  const say = useWords();
  const { rows, words, personHint, action } = props;
  const [filter, setFilter] = useState<RowSort | null>(null);
  const counts = useMemo(() => countSorts(rows), [rows]);
  const shown = useMemo(() => (filter === null ? rows : rows.filter(({ sort }) => sort === filter)), [rows, filter]);
  const filters = [
    { value: null, word: say('batch.all', { n: rows.length }) },
    ...SORTS.filter((sort) => counts[sort] > 0 || sort === filter).map((sort) => ({
      value: sort,
      word: say(words[sort], { n: counts[sort] }),
    })),
  ];
  return (
    <section className="panel" aria-labelledby="tung-tep">
      <div className="panel__head">
        <div>
          <h2 id="tung-tep">{say(counts.person > 0 ? 'batch.personTitle' : 'batch.filesTitle', { n: counts.person })}</h2>
          {counts.person > 0 && <p className="small muted">{personHint}</p>}
        </div>
        <Segments label={say('batch.filter')} choices={filters} value={filter} onChange={setFilter} />
      </div>
      {shown.length === 0 ? (
        <p className="panel__body muted">{say('batch.noneHere')}</p>
      ) : (
        <Rows rows={shown} {...(action && { action })} />
      )}
    </section>
  );
}

function Rows({ rows, action }: { rows: readonly FileRow[]; action?: (row: FileRow) => ReactNode }): ReactNode {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    getItemKey: useCallback((place: number) => rows[place]?.key ?? place, [rows]),
    overscan: 8,
  });
  return (
    <ScrollBox className="files" box={box} label={say('batch.filesCaption')}>
      <ul className="files__all" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <FileName file={row.file} />
              <span className="files__size num muted">{row.bytes === null ? '' : formatBytes(row.bytes)}</span>
              <FileState row={row} />
              <span className="files__action">{action?.(row)}</span>
            </li>
          );
        })}
      </ul>
    </ScrollBox>
  );
}

function countSorts(rows: readonly FileRow[]): Readonly<Record<RowSort, number>> {
  const counts = { person: 0, waiting: 0, done: 0, 'left-out': 0 };
  for (const { sort } of rows) counts[sort]++;
  return counts;
}
