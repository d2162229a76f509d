import { type ReactNode, useMemo, useState } from 'react';
import { SearchField } from '../../look/search-field.js';
import { foldText } from '../../viewer/rows.js';
import { useWords } from '../../words/words.js';

/** Somebody of a roster, as far as one is looked for. */
export interface Sought {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly isKeyCadre: boolean;
}

interface Shown<Person> {
  readonly shown: readonly Person[];
  /** The cell whose people are shown; null for all. */
  readonly cell: string | null;
  /** The fields that choose who is shown. */
  readonly fields: ReactNode;
}

/** Value of the choice for all cells; no cell is called so. */
const ALL = '*';

/** People of one cell, or whose name or card number holds what was typed. */
export function useShownPeople<Person extends Sought>(people: readonly Person[]): Shown<Person> {
  const say = useWords();
  const [cell, setCell] = useState(ALL);
  const [search, setSearch] = useState('');
  const cells = useMemo(
    () => [...new Set(people.map((person) => person.cell))].sort((one, other) => one.localeCompare(other, 'vi')),
    [people],
  );
  const shown = useMemo(() => {
    const words = foldText(search).split(/\s+/).filter(Boolean);
    return people.filter((person) => {
      const text = words.length === 0 ? '' : foldText(`${person.name} ${person.card}`);
      return (cell === ALL || person.cell === cell) && words.every((word) => text.includes(word));
    });
  }, [people, cell, search]);
  const fields = (
    <>
      <SearchField label={say('studies.search')} value={search} onChange={setSearch} />
      {cells.length > 1 && (
        <select
          className="input cellchoice"
          aria-label={say('studies.filterCell')}
          value={cell}
          onChange={(event) => setCell(event.target.value)}
        >
          <option value={ALL}>{say('studies.allCells')}</option>
          {cells.map((one) => (
            <option key={one} value={one} lang="vi">
              {one || say('studies.noCell')}
            </option>
          ))}
        </select>
      )}
    </>
  );
  return { shown, fields, cell: cell === ALL ? null : cell };
}
