import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import type { ListedUnitView, UnitDetailView } from '../../../api/organisation.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { writeDay } from '../form/days.js';
import { UNIT_PARTS } from '../frame/navigation.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { useUnits } from './organisation-page.js';
import { unitQuery } from './queries.js';
import { UnitForm } from './unit-form.js';
import { pathTo } from './unit-tree.js';

/** One unit: what it is, then one of its parts. */
export function UnitPanel(): ReactNode {
  const say = useWords();
  const { unit: id = '' } = useParams();
  const { data, error, refetch } = useQuery(unitQuery(id));
  if (data === undefined) {
    if (error === null) return <Loading label={say('frame.loading')} />;
    return <Problem error={error} retry={() => void refetch()} />;
  }
  return <Shown key={id} detail={data} />;
}

function Shown({ detail }: { detail: UnitDetailView }): ReactNode {
  const say = useWords();
  const units = useUnits();
  const { unit } = detail;
  const [form, open] = useState<'none' | 'add' | 'edit'>('none');
  const close = (): void => open('none');
  return (
    <div className="stack">
      <section className="panel" aria-labelledby="don-vi">
        <div className="panel__head">
          <div className="grow">
            <Crumb units={units} id={unit.id} />
            <h2 id="don-vi">
              <OutsideText text={unit.name} />
            </h2>
            <p className="small muted">{factsOf(unit, units, say).join(' · ')}</p>
          </div>
          <div className="row">
            <button type="button" className="btn" aria-expanded={form === 'edit'} onClick={() => open(form === 'edit' ? 'none' : 'edit')}>
              {say('organisation.edit')}
            </button>
            <button type="button" className="btn" aria-expanded={form === 'add'} onClick={() => open(form === 'add' ? 'none' : 'add')}>
              <Icon name="plus" />
              {say('organisation.add')}
            </button>
          </div>
        </div>
        {form !== 'none' && <UnitForm key={form} unit={form === 'edit' ? unit : null} above={unit} units={units} onDone={close} />}
        <nav className="parttabs" aria-label={say('organisation.parts')}>
          {UNIT_PARTS.map(({ path, label }) => (
            <NavLink key={path('')} to={path(unit.id)} end={path(unit.id) === paths.unit(unit.id)}>
              {label(say)}
            </NavLink>
          ))}
        </nav>
      </section>
      <Outlet context={{ detail, units } satisfies ShownUnit} />
    </div>
  );
}

function Crumb({ units, id }: { units: readonly ListedUnitView[]; id: string }): ReactNode {
  const path = pathTo(units, id);
  if (path.length === 0) return null;
  return <p className="crumb">{path.map(({ name }) => name).join(' › ')}</p>;
}

/** What a unit is, from when until when, who came after it, how many work there. */
function factsOf(unit: UnitDetailView['unit'], units: readonly ListedUnitView[], say: Say): string[] {
  const listed = units.find(({ id }) => id === unit.id);
  const successor = units.find(({ id }) => id === unit.successor);
  return [
    unit.kind === null ? say('organisation.noKind') : say(`organisation.kind.${unit.kind}`),
    unit.since === null ? '' : say('organisation.since', { day: writeDay(unit.since) }),
    unit.until === null ? '' : say('organisation.until', { day: writeDay(unit.until) }),
    successor === undefined ? '' : say('organisation.successor', { name: successor.name }),
    listed === undefined ? '' : say('organisation.counts', { accounts: listed.accounts, people: listed.people }),
  ].filter((fact) => fact !== '');
}

interface ShownUnit {
  readonly detail: UnitDetailView;
  readonly units: readonly ListedUnitView[];
}

/** The unit whose part is shown, and all units. */
export const useShownUnit = (): ShownUnit => useOutletContext<ShownUnit>();
