import type { KeyboardEvent, ReactNode } from 'react';
import { NO_FIGURE } from '../../../api/format.js';
import { Icon, type IconName } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import type { Sought } from './shown-people.js';

/** How somebody is marked. */
export interface RowMark {
  readonly word: string;
  readonly icon: IconName;
  /** "mixed": nobody has said. */
  readonly checked: boolean | 'mixed';
  readonly isChanged: boolean;
}

interface MarkTableProps<Person> {
  readonly people: readonly Person[];
  readonly head: string;
  readonly markOf: (person: Person) => RowMark;
  /** Null for whoever may only read. */
  readonly toggle: ((person: Person) => void) | null;
  /** What is noted of somebody, a column of its own. */
  readonly note?: (person: Person) => ReactNode;
  /** A further button of the row. */
  readonly more?: (person: Person) => ReactNode;
}

const keyOf = ({ id }: Sought): string => id;

/** Arrows lead from one person's mark to the next one's, and from a note to the next note. */
function step(event: KeyboardEvent<HTMLTableRowElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.currentTarget;
  const isNote = event.target instanceof HTMLInputElement;
  const place = Number(row.dataset.index) + (event.key === 'ArrowDown' ? 1 : -1);
  const next = row.parentElement?.querySelector<HTMLElement>(`tr[data-index="${place}"] ${isNote ? 'input' : '[role="checkbox"]'}`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** People with a mark each that a press or the space bar changes, arrows lead on; of a long list only the rows near the screen are drawn. */
export function MarkTable<Person extends Sought>({ people, head, markOf, toggle, note, more }: MarkTableProps<Person>): ReactNode {
  const say = useWords();
  return (
    <ScrollBox className="table-wrap" label={say('studies.peopleCaption', { n: people.length })}>
      <table className="table table--cards table--marks" aria-rowcount={people.length + 1}>
        <caption className="vh">{say('studies.peopleCaption', { n: people.length })}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say('studies.colName')}</th>
            <th scope="col">{say('studies.colCell')}</th>
            <th scope="col">{head}</th>
            {note && <th scope="col">{say('studies.colNote')}</th>}
          </tr>
        </thead>
        <VirtualBody rows={people} keyOf={keyOf} span={note ? 4 : 3}>
          {(row, index, measure) => (
            <tr
              ref={measure}
              onKeyDown={step}
              data-index={index}
              aria-rowindex={index + 2}
              data-picked={markOf(row).isChanged || undefined}
            >
              <th scope="row" className="full">
                <b>
                  <OutsideText text={row.name} />
                </b>
                <span className="sub">
                  <OutsideText text={[row.card, ...(row.isKeyCadre ? [say('studies.keyCadre')] : [])].join(' · ')} />
                </span>
              </th>
              <td data-label={say('studies.colCell')}>
                <OutsideText text={row.cell || NO_FIGURE} />
              </td>
              <td className="full">
                <span className="marks">
                  <MarkButton name={row.name} mark={markOf(row)} {...(toggle !== null && { toggle: () => toggle(row) })} />
                  {more?.(row)}
                </span>
              </td>
              {note && (
                <td className="full" data-label={say('studies.colNote')}>
                  {note(row)}
                </td>
              )}
            </tr>
          )}
        </VirtualBody>
      </table>
    </ScrollBox>
  );
}

function MarkButton({ name, mark: { word, icon, checked }, toggle }: { name: string; mark: RowMark; toggle?: () => void }): ReactNode {
  const say = useWords();
  if (toggle === undefined) {
    return (
      <span className="state">
        <Icon name={icon} />
        {word}
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box of three states whose word says which one it is in.
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={say('studies.markOf', { name, mark: word })}
      className={checked === true ? 'btn markbtn markbtn--yes' : checked === false ? 'btn markbtn markbtn--no' : 'btn markbtn'}
      onClick={toggle}
    >
      <Icon name={icon} />
      {word}
    </button>
  );
}
