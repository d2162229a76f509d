import { type ReactNode, useState } from 'react';
import { NavLink } from 'react-router';
import type { ListedUnitView } from '../../../api/organisation.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { paths } from '../paths.js';
import { isFound, pathTo, type TreeUnit, treeOf } from './unit-tree.js';

/** From so many units on there is a field to find one. */
const MANY = 8;

/** All units; those below one can be folded away, and the way to the one that is shown never is. */
export function TreePanel({ units, shown }: { units: readonly ListedUnitView[]; shown: string }): ReactNode {
  const say = useWords();
  const [folded, fold] = useState<ReadonlySet<string>>(new Set());
  const [sought, seek] = useState('');
  const onWay = new Set(pathTo(units, shown).map(({ id }) => id));
  const toggle = (id: string): void => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    fold(next);
  };
  const found = sought.trim() === '' ? null : units.filter(({ name }) => isFound(name, sought));
  return (
    <nav className="panel units" aria-label={say('organisation.tree')}>
      {units.length >= MANY && (
        <div className="units__find">
          <Field label={say('organisation.find')}>
            {(control) => <input {...control} type="search" value={sought} onChange={(event) => seek(event.target.value)} />}
          </Field>
        </div>
      )}
      <div className="units__all">
        {found === null ? (
          <Branches trees={treeOf(units)} isOpen={(id) => onWay.has(id) || !folded.has(id)} onToggle={toggle} />
        ) : (
          <Branches trees={found.map((unit) => ({ unit, below: [] }))} isOpen={() => true} onToggle={toggle} />
        )}
        {found?.length === 0 && <p className="small muted units__none">{say('organisation.noMatch')}</p>}
      </div>
    </nav>
  );
}

function Branches(props: { trees: readonly TreeUnit[]; isOpen: (id: string) => boolean; onToggle: (id: string) => void }): ReactNode {
  const say = useWords();
  const { trees, isOpen, onToggle } = props;
  return (
    <ul>
      {trees.map(({ unit, below }) => (
        <li key={unit.id}>
          <span className="units__one">
            {below.length > 0 ? (
              <button
                type="button"
                className="units__fold"
                aria-expanded={isOpen(unit.id)}
                aria-label={say(isOpen(unit.id) ? 'organisation.shut' : 'organisation.open', { name: unit.name })}
                onClick={() => onToggle(unit.id)}
              >
                <Icon name={isOpen(unit.id) ? 'dash' : 'plus'} />
              </button>
            ) : (
              <span className="units__leaf" aria-hidden="true" />
            )}
            <NavLink
              to={paths.unit(unit.id)}
              className={({ isActive }) => [isActive ? 'active' : '', unit.until === null ? '' : 'is-ended'].join(' ').trim()}
            >
              <OutsideText text={unit.name} />
              {unit.until !== null && <span className="small"> ({say('organisation.ended')})</span>}
            </NavLink>
          </span>
          {below.length > 0 && isOpen(unit.id) && <Branches {...props} trees={below} />}
        </li>
      ))}
    </ul>
  );
}
