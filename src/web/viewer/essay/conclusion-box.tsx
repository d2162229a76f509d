import type { ReactNode } from 'react';
import { formatMoment } from '../../../api/format.js';
import type { OverviewView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { ConclusionChip } from '../marks.js';
import { usePaths } from '../paths.js';
import { useView } from '../source.js';
import { useNeighbours } from '../view-state.js';
import { useWords } from '../words.js';

/** The host's form of conclusion; where there is none, what was concluded, if anything was. */
export function ConclusionBox({ overview, row }: { overview: OverviewView; row: RowView }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const { slots } = useView();
  const { next } = useNeighbours(overview, row.id);
  if (slots.conclude !== undefined)
    return slots.conclude({ row, next: next === undefined ? null : { row: next, path: paths.essay(next.id) } });
  const { conclusion } = row;
  if (conclusion === null) return null;
  return (
    <section className="conclude" aria-labelledby="ket-luan">
      <h2 id="ket-luan">{say('essay.conclusion')}</h2>
      <p>
        <ConclusionChip conclusion={conclusion} />
      </p>
      {conclusion.reason !== '' && (
        <p className="small">
          <OutsideText text={conclusion.reason} />
        </p>
      )}
      <p className="small muted">{say('essay.concluded', { by: conclusion.by, at: formatMoment(new Date(conclusion.at)) })}</p>
    </section>
  );
}
