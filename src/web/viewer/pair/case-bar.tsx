import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { EssayView, OverviewView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { Neighbours } from '../essay/neighbours.js';
import { ProposalChip } from '../marks.js';
import { useArrival } from '../page-head.js';
import { usePaths } from '../paths.js';
import { PromptNote } from '../prompt-note.js';
import { groupNumbers, titleOf } from '../rows.js';
import { useView } from '../source.js';
import { useWords } from '../words.js';
import { BandKey } from './band-key.js';
import { PairPicker } from './pair-picker.js';
import type { Sheets } from './use-sheets.js';

interface CaseBarProps {
  readonly overview: OverviewView;
  readonly row: RowView;
  /** What the other text is called. */
  readonly name: string;
  /** null where there is nothing to see of it. */
  readonly other: { readonly id: string; readonly isRow: boolean } | null;
  readonly scroll?: Sheets;
  /** The left essay with what was found; undefined until it is there. */
  readonly essay?: EssayView | undefined;
}

/** Above the two texts: what is looked at, what the bands mean, and what can be done. */
export function CaseBar({ overview, row, name, other, scroll, essay }: CaseBarProps): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const { slots } = useView();
  const heading = useArrival(say('pair.page', { one: titleOf(row), two: name }), `${row.id} ${other?.id ?? ''}`);
  const [picks, setPicks] = useState(false);
  return (
    <section className="casebar" aria-label={say('pair.region')}>
      <div className="row row--apart">
        <p className="crumb">
          <Link to={paths.results}>{say('crumb.results')}</Link> ›{' '}
          <Link to={paths.essay(row.id)}>
            <OutsideText text={titleOf(row)} />
          </Link>
        </p>
        <BandKey excluded={slots.passage !== undefined} />
      </div>
      <div className="row row--apart">
        <div className="row">
          <h1 ref={heading} tabIndex={-1}>
            {say('pair.title')}
          </h1>
          <ProposalChip proposal={row.proposal} />
          <GroupOf overview={overview} row={row} />
        </div>
        <div className="row noprint">
          {scroll !== undefined && (
            <button
              type="button"
              className="btn btn--small wideonly"
              aria-pressed={scroll.together}
              onClick={() => scroll.setTogether(!scroll.together)}
            >
              {say('pair.scroll')}
            </button>
          )}
          {other?.isRow === true && (
            <Link className="btn btn--small" to={paths.pair(other.id, row.id)}>
              {say('pair.swap')}
            </Link>
          )}
          <button type="button" className="btn btn--small" onClick={() => setPicks(true)}>
            {say('pair.other')}
          </button>
          {other !== null && slots.actions?.({ page: 'pair', essay: row.id, other: other.id })}
          <Neighbours overview={overview} row={row} small />
        </div>
      </div>
      <PromptNote overview={overview} essay={essay} />
      {picks && <PairPicker overview={overview} row={row} close={() => setPicks(false)} />}
    </section>
  );
}

function GroupOf({ overview, row }: Pick<CaseBarProps, 'overview' | 'row'>): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const number = row.group === null ? undefined : groupNumbers(overview.groups).get(row.group);
  if (row.group === null || number === undefined) return null;
  return (
    <Link className="small" to={paths.group(row.group)}>
      {say('group', { n: number })}
    </Link>
  );
}
