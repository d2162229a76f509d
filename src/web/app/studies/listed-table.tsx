import type { ReactNode } from 'react';
import { formatDay, NO_FIGURE } from '../../../api/format.js';
import type { ListedPersonView } from '../../../api/study.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';

/** People of a list that one acts on. `ticked`: those who are chosen, null where nobody can be. */
export function ListedTable(props: {
  people: readonly ListedPersonView[];
  title: string;
  ticked: ReadonlySet<string> | null;
  onTick: (ticked: ReadonlySet<string>) => void;
}): ReactNode {
  const say = useWords();
  const { people, title, ticked, onTick } = props;
  const caption = say('studies.listCaption', { list: title, n: people.length });
  const heads = [say('studies.colName'), say('studies.colCell'), say('studies.due'), say('studies.keyCadre')];
  const isAll = ticked !== null && people.every(({ id }) => ticked.has(id));
  const toggle = (id: string): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTick(next);
  };
  return (
    <>
      {ticked !== null && (
        <p className="panel__body--tight noprint">
          <label className="choice">
            <input type="checkbox" checked={isAll} onChange={() => onTick(new Set(isAll ? [] : people.map(({ id }) => id)))} />
            <span>{say('studies.chooseShown', { n: people.length })}</span>
          </label>
        </p>
      )}
      <ScrollBox className="table-wrap" label={caption}>
        <table className="table table--cards table--listed" aria-rowcount={people.length + 1}>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {ticked !== null && (
                <th scope="col" className="noprint">
                  <span className="vh">{say('studies.colChosen')}</span>
                </th>
              )}
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <VirtualBody rows={people} keyOf={keyOf} span={ticked === null ? 4 : 5}>
            {(person, index, measure) => (
              <tr
                ref={measure}
                data-index={index}
                aria-rowindex={index + 2}
                data-picked={ticked?.has(person.id) === true ? true : undefined}
              >
                {ticked !== null && (
                  <td className="pick noprint">
                    <label className="pick__area">
                      <input
                        type="checkbox"
                        aria-label={say('studies.choosePerson', { name: person.name })}
                        checked={ticked.has(person.id)}
                        onChange={() => toggle(person.id)}
                      />
                    </label>
                  </td>
                )}
                <Cells person={person} />
              </tr>
            )}
          </VirtualBody>
        </table>
      </ScrollBox>
    </>
  );
}

const keyOf = ({ id }: ListedPersonView): string => id;

function Cells({ person }: { person: ListedPersonView }): ReactNode {
  const say = useWords();
  const { name, card, cell, post, isKeyCadre, isProbationary, isExempt, due, daysOverdue } = person;
  const flags = [isProbationary ? say('studies.probationary') : '', isExempt ? say('studies.exempt') : ''];
  return (
    <>
      <th scope="row" className="full">
        <b>
          <OutsideText text={name} />
        </b>
        <span className="sub">
          <OutsideText text={[card, post, ...flags].filter(Boolean).join(' · ')} />
        </span>
      </th>
      <td data-label={say('studies.colCell')}>
        <OutsideText text={cell || NO_FIGURE} />
      </td>
      <td data-label={say('studies.due')}>
        {due === null || isExempt ? NO_FIGURE : formatDay(due)}
        {daysOverdue > 0 && <span className="sub">{say('studies.overdue', { n: daysOverdue })}</span>}
      </td>
      <td data-label={say('studies.keyCadre')}>{isKeyCadre ? say('studies.yes') : NO_FIGURE}</td>
    </>
  );
}
