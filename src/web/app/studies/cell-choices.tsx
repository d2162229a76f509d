import type { ReactNode } from 'react';
import type { MaterialDetailView } from '../../../api/study.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';

type Cell = MaterialDetailView['cells'][number];

/** Cells of the roster, each to be ticked once it was given the material. `toggle`: null for whoever may only read. */
export function CellChoices(props: {
  cells: readonly Cell[];
  isGiven: (cell: Cell) => boolean;
  toggle: ((cell: Cell) => void) | null;
  all: () => void;
}): ReactNode {
  const say = useWords();
  const { cells, isGiven, toggle, all } = props;
  return (
    <fieldset className="cellchoices">
      <legend>{say('studies.byCell')}</legend>
      <div className="cellchoices__all">
        {cells.map((cell) => (
          <label className="choice" key={cell.cell}>
            <input type="checkbox" checked={isGiven(cell)} disabled={toggle === null} onChange={() => toggle?.(cell)} />
            <span>
              <OutsideText text={cell.cell || say('studies.unitItself')} />
              <small>{say('studies.cellPeople', { n: cell.people })}</small>
            </span>
          </label>
        ))}
      </div>
      {toggle !== null && (
        <p>
          <button type="button" className="btn btn--small" onClick={all}>
            {say('studies.allCellsGiven')}
          </button>
        </p>
      )}
    </fieldset>
  );
}
