import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../../api/format.js';
import { LIMIT_NAMES, type LimitName, type LimitsInput, UNIT_LIMITS, type UnitDetailView } from '../../../api/organisation.js';
import { type Say, useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { tell } from '../service/request.js';
import { refreshUnits, unitAddress } from './queries.js';
import { useShownUnit } from './unit-panel.js';

type Typed = Readonly<Record<LimitName, string>>;

/** Limits of a unit; what is left empty is what the unit above says. */
export function LimitsPart(): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { detail, units } = useShownUnit();
  const { unit, limits } = detail;
  const [typed, setTyped] = useState(() => startOf(detail));
  const [wasTried, setTried] = useState(false);
  const given = read(typed);
  const save = useMutation({
    mutationFn: (json: LimitsInput) => tell(`${unitAddress(unit.id)}/limits`, { method: 'PUT', json }),
    onSuccess: async () => {
      await refreshUnits(client);
      toast(say('organisation.limitsSaved'));
    },
  });
  const hintOf = (name: LimitName): string => {
    const { value, from } = limits[name];
    const figure = formatCount(value);
    if (from === unit.id || typed[name].trim() !== '') return name === 'retentionYears' ? say('organisation.retentionHint') : '';
    return inheritedHint(figure, from, units.find(({ id }) => id === from)?.name, say);
  };
  return (
    <section className="panel" aria-labelledby="gioi-han">
      <div className="panel__head">
        <div>
          <h3 id="gioi-han">{say('organisation.partLimits')}</h3>
          <p className="small muted">{say('organisation.limitsLead')}</p>
        </div>
      </div>
      <form
        className="panel__body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (given !== null && !save.isPending) save.mutate(given);
        }}
      >
        <Problem error={save.error} />
        <div className="unitform__fields">
          {LIMIT_NAMES.map((name) => (
            <Field
              key={name}
              label={say(`organisation.limit.${name}`)}
              {...(hintOf(name) !== '' && { hint: hintOf(name) })}
              wrong={wasTried && readOne(name, typed[name]) === undefined ? say('organisation.limitWrong', rangeOf(name)) : ''}
            >
              {(control) => (
                <input
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  value={typed[name]}
                  onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="btn btn--main" disabled={save.isPending}>
            {say(save.isPending ? 'organisation.saving' : 'organisation.limitsSave')}
          </button>
        </div>
      </form>
    </section>
  );
}

function inheritedHint(value: string, from: string | null, name: string | undefined, say: Say): string {
  if (from === null) return say('organisation.usual', { value });
  return name === undefined ? say('organisation.inheritedAbove', { value }) : say('organisation.inherited', { value, name });
}

const rangeOf = (name: LimitName): { least: number; most: number } => UNIT_LIMITS[name];

function startOf({ unit, limits }: UnitDetailView): Typed {
  const entries = LIMIT_NAMES.map((name) => [name, limits[name].from === unit.id ? formatCount(limits[name].value) : ''] as const);
  return Object.fromEntries(entries) as Record<LimitName, string>;
}

/** Null for what is left to the unit above, undefined for what is no number in range. */
function readOne(name: LimitName, text: string): number | null | undefined {
  const plain = text.replace(/[.\s]/g, '');
  if (plain === '') return null;
  const value = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
  const { least, most } = UNIT_LIMITS[name];
  return value >= least && value <= most ? value : undefined;
}

function read(typed: Typed): LimitsInput | null {
  const entries = LIMIT_NAMES.map((name) => [name, readOne(name, typed[name])] as const);
  return entries.some(([, value]) => value === undefined) ? null : (Object.fromEntries(entries) as LimitsInput);
}
