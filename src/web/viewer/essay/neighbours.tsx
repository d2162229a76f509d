import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { OverviewView, RowView } from '../../../api/view.js';
import { Icon } from '../../look/icons.js';
import { usePaths } from '../paths.js';
import { useKeys } from '../use-keys.js';
import { useNeighbours } from '../view-state.js';
import { useWords } from '../words.js';

/** Links to the essays before and after in the order of the table, and their keys. */
export function Neighbours({ overview, row, small = false }: { overview: OverviewView; row: RowView; small?: boolean }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const navigate = useNavigate();
  const { previous, next } = useNeighbours(overview, row.id);
  const goes = (to: RowView | undefined): (() => void) | undefined => to && (() => void navigate(paths.essay(to.id)));
  useKeys({ nextEssay: goes(next), previousEssay: goes(previous) });
  const look = small ? 'btn btn--small' : 'btn';
  return (
    <>
      {previous !== undefined && (
        <Link className={look} to={paths.essay(previous.id)}>
          <Icon name="left" />
          {say('essay.previous')}
        </Link>
      )}
      {next !== undefined && (
        <Link className={look} to={paths.essay(next.id)}>
          {say('essay.next')}
          <Icon name="right" />
        </Link>
      )}
    </>
  );
}
