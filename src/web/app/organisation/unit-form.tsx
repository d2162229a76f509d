import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { type ListedUnitView, UNIT_KINDS, type UnitDetailView, type UnitInput, unitSchema } from '../../../api/organisation.js';
import { type Say, useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay, writeDay } from '../form/days.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { ask, tell } from '../service/request.js';
import { refreshUnits, unitAddress } from './queries.js';
import { idsBelow, treeOf } from './unit-tree.js';

type UnitView = UnitDetailView['unit'];

interface Typed {
  readonly name: string;
  readonly kind: string;
  readonly parent: string;
  readonly since: string;
  readonly until: string;
  readonly successor: string;
  readonly on: string;
}

/** Makes a unit below `above`, or changes `unit`. */
export function UnitForm(props: {
  unit: UnitView | null;
  above: UnitView;
  units: readonly ListedUnitView[];
  onDone: () => void;
}): ReactNode {
  const { unit, above, units, onDone } = props;
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(() => startOf(unit, above));
  const [wasTried, setTried] = useState(false);
  const wrong = wasTried ? check(typed, say) : NOTHING_WRONG;
  const save = useMutation({
    mutationFn: (given: UnitInput) =>
      unit === null
        ? ask('/api/units', unitSchema, { method: 'POST', json: given })
        : tell(unitAddress(unit.id), { method: 'PUT', json: given }).then(() => unit),
    onSuccess: async ({ id }) => {
      await refreshUnits(client);
      toast(say(unit === null ? 'organisation.added' : 'organisation.saved', { name: typed.name.trim() }));
      onDone();
      if (unit === null) await navigate(paths.unit(id));
    },
  });
  const set = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  return (
    <form
      className="panel__body stack unitform"
      noValidate
      aria-label={unit === null ? say('organisation.addTitle', { name: above.name }) : say('organisation.editTitle', { name: unit.name })}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!save.isPending && Object.values(check(typed, say)).every((one) => one === '')) save.mutate(inputOf(typed));
      }}
    >
      <Problem error={save.error} />
      <div className="unitform__fields">
        <Field label={say('organisation.name')} wrong={wrong.name}>
          {(control) => (
            // biome-ignore lint/a11y/noAutofocus: the form has just been opened to be filled in.
            <input {...control} autoFocus value={typed.name} maxLength={200} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Field>
        <Choice label={say('organisation.kindField')} value={typed.kind} onChange={(kind) => set({ kind })}>
          <option value="">{say('organisation.noKind')}</option>
          {UNIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(`organisation.kind.${kind}`)}
            </option>
          ))}
        </Choice>
        <DayField
          label={say('organisation.day')}
          hint={say('organisation.dayHint')}
          wrong={wrong.since}
          value={typed.since}
          onChange={(since) => set({ since })}
        />
        {unit !== null && <ChangeFields unit={unit} units={units} typed={typed} wrong={wrong} set={set} />}
      </div>
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say(save.isPending ? 'organisation.saving' : unit === null ? 'organisation.addButton' : 'organisation.save')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}

/** What only a unit that is there already has: where it stands, its end, what came after it. */
function ChangeFields(props: {
  unit: UnitView;
  units: readonly ListedUnitView[];
  typed: Typed;
  wrong: Typed;
  set: (change: Partial<Typed>) => void;
}): ReactNode {
  const say = useWords();
  const { unit, units, typed, wrong, set } = props;
  const below = idsBelow(treeOf(units), unit.id);
  const others = units.filter(({ id }) => !below.has(id));
  // The unit above the top of one's part is not among those one knows, and stays.
  const canMove = others.some(({ id }) => id === unit.parent);
  return (
    <>
      {canMove && (
        <Choice label={say('organisation.parent')} value={typed.parent} onChange={(parent) => set({ parent })}>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {canMove && (
        <DayField
          label={say('organisation.untilDay')}
          hint={say('organisation.untilHint')}
          wrong={wrong.until}
          value={typed.until}
          onChange={(until) => set({ until })}
        />
      )}
      {canMove && typed.until !== '' && (
        <Choice label={say('organisation.successorField')} value={typed.successor} onChange={(successor) => set({ successor })}>
          <option value="">{say('organisation.none')}</option>
          {units
            .filter(({ id }) => id !== unit.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Choice>
      )}
      <DayField
        label={say('organisation.on')}
        hint={say('organisation.onHint')}
        wrong={wrong.on}
        value={typed.on}
        onChange={(on) => set({ on })}
      />
    </>
  );
}

function Choice(props: { label: string; value: string; onChange: (value: string) => void; children: ReactNode }): ReactNode {
  const { label, value, onChange, children } = props;
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}

const today = (): string => new Date().toLocaleDateString('sv-SE');
const typedDay = (day: string | null): string => (day === null ? '' : writeDay(day));

function startOf(unit: UnitView | null, above: UnitView): Typed {
  return {
    name: unit?.name ?? '',
    kind: unit?.kind ?? '',
    parent: unit === null ? above.id : (unit.parent ?? ''),
    since: typedDay(unit?.since ?? null),
    until: typedDay(unit?.until ?? null),
    successor: unit?.successor ?? '',
    on: writeDay(today()),
  };
}

const NOTHING_WRONG: Typed = { name: '', kind: '', parent: '', since: '', until: '', successor: '', on: '' };

function check(typed: Typed, say: Say): Typed {
  const [since, until] = [parseDay(typed.since), parseDay(typed.until)];
  const dayWrong = (text: string): string => (text.trim() !== '' && parseDay(text) === null ? say('organisation.dayWrong') : '');
  const isBackwards = since !== null && until !== null && until < since;
  return {
    ...NOTHING_WRONG,
    name: typed.name.trim() === '' ? say('organisation.nameMissing') : '',
    since: dayWrong(typed.since),
    until: isBackwards ? say('organisation.dayOrder') : dayWrong(typed.until),
    on: parseDay(typed.on) === null ? say('organisation.dayWrong') : '',
  };
}

function inputOf({ name, kind, parent, since, until, successor, on }: Typed): UnitInput {
  return {
    name,
    kind: UNIT_KINDS.find((one) => one === kind) ?? null,
    parent: parent === '' ? null : parent,
    since: parseDay(since),
    until: parseDay(until),
    successor: successor === '' || until.trim() === '' ? null : successor,
    on: parseDay(on) ?? today(),
  };
}
