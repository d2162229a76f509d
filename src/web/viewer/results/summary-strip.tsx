import type { ReactNode } from 'react';
import { formatCount, formatPart } from '../../../api/format.js';
import type { OverviewView, RowView } from '../../../api/view.js';
import { Meter } from '../../look/marks.js';
import { ProposalChip } from '../marks.js';
import { differs, NO_FILTER, type RowFilter, showsConclusions } from '../rows.js';
import { useView } from '../source.js';
import { useViewState } from '../view-state.js';
import { useWords } from '../words.js';

const ORDER = ['rewrite', 'review', 'accept'] as const;

/** How the proposals split, how far the conclusions are, which files need a person. */
export function SummaryStrip({ overview: { rows } }: { overview: OverviewView }): ReactNode {
  const say = useWords();
  const { slots } = useView();
  return (
    <section className="panel strip" aria-label={say('strip.label')}>
      <ProposalSplit rows={rows} />
      {showsConclusions(rows, slots.conclude !== undefined) && <Conclusions rows={rows} />}
      <Files rows={rows} />
    </section>
  );
}

function useFilterLink(): (filter: Partial<RowFilter>) => () => void {
  const { setFilter } = useViewState();
  return (filter) => () => {
    setFilter({ ...NO_FILTER, ...filter });
    document.getElementById('bang')?.scrollIntoView({ block: 'start' });
  };
}

function ProposalSplit({ rows }: { rows: readonly RowView[] }): ReactNode {
  const say = useWords();
  const filtered = useFilterLink();
  const counts = ORDER.map((proposal) => ({ proposal, count: rows.filter((row) => row.proposal === proposal).length }));
  const label = counts.map(({ proposal, count }) => `${say(`proposal.${proposal}`)} ${say('count.essays', { n: formatCount(count) })}`);
  return (
    <div>
      <h2>{say('strip.proposals', { n: formatCount(rows.length) })}</h2>
      <div className="splitbar" role="img" aria-label={label.join(', ')}>
        {counts.map(({ proposal, count }) => count > 0 && <i className={`is-${proposal}`} key={proposal} style={{ flexGrow: count }} />)}
      </div>
      <div className="splitkey">
        {counts.map(({ proposal, count }) => (
          <button type="button" key={proposal} onClick={filtered({ proposal })}>
            <ProposalChip proposal={proposal} /> <b>{formatCount(count)}</b>
          </button>
        ))}
      </div>
    </div>
  );
}

function Conclusions({ rows }: { rows: readonly RowView[] }): ReactNode {
  const say = useWords();
  const done = rows.filter(({ conclusion }) => conclusion !== null).length;
  const [, unit = ''] = formatPart(done, rows.length, say('unit.essays')).split(/ (.*)/);
  const left = { n: formatCount(rows.length - done), differs: formatCount(rows.filter(differs).length) };
  return (
    <div>
      <h2>{say('strip.conclusions')}</h2>
      <p className="figure">
        {formatCount(done)}/{formatCount(rows.length)} <small>{unit}</small>
      </p>
      <Meter value={done} max={rows.length} label={say('strip.concluded')} />
      <p className="small muted">{say('strip.left', left)}</p>
    </div>
  );
}

function Files({ rows }: { rows: readonly RowView[] }): ReactNode {
  const say = useWords();
  const filtered = useFilterLink();
  const files = rows.filter(({ fileNote }) => fileNote !== null).length;
  return (
    <div>
      <h2>{say('strip.files')}</h2>
      <p className="figure">
        {formatCount(files)} <small>{say('strip.ofFiles', { n: formatCount(rows.length) })}</small>
      </p>
      {files === 0 ? (
        <p className="small muted">{say('strip.noFiles')}</p>
      ) : (
        <p className="noprint">
          <button type="button" className="linklike" onClick={filtered({ file: 'person' })}>
            {say('strip.showFiles')}
          </button>
        </p>
      )}
    </div>
  );
}
