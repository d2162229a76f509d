import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useParams } from 'react-router';
import type { DocumentView, OverviewView, RowView } from '../../../api/view.js';
import { Empty } from '../../look/states.js';
import { Asked, Missing } from '../asking.js';
import { ConclusionBox } from '../essay/conclusion-box.js';
import { ProposalBox } from '../essay/proposal-box.js';
import { KeysNote } from '../keys-note.js';
import { findPair, matchesOf, type Pair } from '../passages.js';
import { baseName, titleOf } from '../rows.js';
import { useDocument, useEssay, useOverview, useView } from '../source.js';
import { useWords } from '../words.js';
import { CaseBar } from './case-bar.js';
import { Minimap } from './minimap.js';
import { PairCards } from './pair-cards.js';
import { PassageList } from './passage-list.js';
import { Sheet } from './sheet.js';
import { layOutSheet } from './sheet-layout.js';
import { useCurrentPassage } from './use-current-passage.js';
import { useSheets } from './use-sheets.js';

/** One essay and another text side by side. */
export function PairPage(): ReactNode {
  const say = useWords();
  const { essay = '', other = '' } = useParams();
  const overview = useOverview();
  return (
    <Asked isPage query={overview} label={say('loading.pair')}>
      {(data) => {
        const row = data.rows.find(({ id }) => id === essay);
        if (row === undefined) return <Missing why={say('missing.essay')} />;
        const otherRow = data.rows.find(({ id }) => id === other);
        if (row.syllables === null || otherRow?.syllables === null) return <Unread overview={data} row={row} />;
        return <LoadedPair key={`${essay} ${other}`} overview={data} row={row} other={other} otherRow={otherRow} />;
      }}
    </Asked>
  );
}

function Unread({ overview, row }: { overview: OverviewView; row: RowView }): ReactNode {
  const say = useWords();
  return (
    <div className="work">
      <CaseBar overview={overview} row={row} name={titleOf(row)} other={null} />
      <div className="page">
        <div className="panel">
          <Empty title={say('pair.unread')}>{say('pair.unreadHint')}</Empty>
        </div>
      </div>
    </div>
  );
}

interface PairProps {
  readonly overview: OverviewView;
  readonly row: RowView;
  readonly other: string;
  /** null where the other text is none of this batch or campaign. */
  readonly otherRow: RowView | undefined;
}

/** Both texts, and what is known of both: who has the other among its matches is only told by looking. */
function LoadedPair({ overview, row, other, otherRow }: PairProps): ReactNode {
  const texts = [useDocument(row.id), useDocument(other)] as const;
  const left = useEssay(row.id);
  const right = useEssay(otherRow === undefined ? row.id : other);
  const pair = useMemo(() => {
    const known = { left: left.data && matchesOf(left.data), right: right.data && matchesOf(right.data) };
    return findPair(row.id, other, known);
  }, [row.id, other, left.data, right.data]);
  const [one, two] = [texts[0].data, texts[1].data];
  if (left.data === undefined || right.data === undefined || one === undefined || two === undefined)
    return <Waiting queries={[left, right, ...texts]} />;
  return <SideBySide overview={overview} row={row} otherRow={otherRow} pair={pair} documents={[one, two]} />;
}

/** The one of several that failed, or any that is still on its way. */
function Waiting({ queries }: { queries: readonly UseQueryResult[] }): ReactNode {
  const say = useWords();
  const query = queries.find(({ isError }) => isError) ?? queries.find(({ data }) => data === undefined);
  return query === undefined ? null : (
    <Asked isPage query={query} label={say('loading.pair')}>
      {() => null}
    </Asked>
  );
}

interface SideBySideProps extends Omit<PairProps, 'other'> {
  readonly pair: Pair | null;
  readonly documents: readonly [DocumentView, DocumentView];
}

function SideBySide({ overview, row, otherRow, pair, documents }: SideBySideProps): ReactNode {
  const say = useWords();
  const [left, right] = documents;
  const { slots } = useView();
  const essay = useEssay(row.id).data;
  const passages = useMemo(() => pair?.passages ?? [], [pair]);
  const layouts = useMemo(
    () => [layOutSheet(left, right, passages, 'first'), layOutSheet(right, left, passages, 'second')] as const,
    [left, right, passages],
  );
  const { current, show } = useCurrentPassage(passages.length);
  const sheets = useSheets(current);
  const name = otherRow === undefined ? baseName(right.file) : titleOf(otherRow);
  return (
    <div className="work">
      <CaseBar
        overview={overview}
        row={row}
        name={name}
        other={{ id: right.id, isRow: otherRow !== undefined }}
        scroll={sheets}
        essay={essay}
      />
      <div className="desk">
        <Sheet
          side="left"
          layout={layouts[0]}
          document={left}
          row={row}
          share={pair?.shareOfFirst ?? null}
          sheets={sheets}
          current={current}
        />
        <Minimap passages={passages} sheets={sheets} current={current} />
        <Sheet
          side="right"
          layout={layouts[1]}
          document={right}
          row={otherRow}
          share={pair?.shareOfSecond ?? null}
          sheets={sheets}
          current={current}
        />
        <PairCards passages={passages} layouts={layouts} names={[titleOf(row), name]} />
        <aside className="side">
          <PassageList pair={pair} layout={layouts[0]} current={current} show={show}>
            {essay !== undefined && pair !== null && slots.passage?.({ row, otherRow, other: right.id, pair, essay, current })}
          </PassageList>
          {essay !== undefined && (
            <section>
              <ProposalBox overview={overview} row={row} essay={essay} beside={right.id} />
            </section>
          )}
          <section className="stack stack--tight">
            <ConclusionBox overview={overview} row={row} />
            <p className="small muted">{say('pair.notOrder')}</p>
            <KeysNote />
          </section>
        </aside>
      </div>
    </div>
  );
}
