import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type ChargeView, chargeSchema } from '../../../api/programmes.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { chargeQuery, unitAddress } from './queries.js';
import { useShownUnit } from './unit-panel.js';

/** Who of the units above is in charge of a unit, and gives an opinion on its programmes. */
export function ChargePart(): ReactNode {
  const say = useWords();
  const { detail, units } = useShownUnit();
  const { id, parent } = detail.unit;
  // Whoever administers the unit above says who is in charge.
  const isTop = units.every((unit) => unit.id !== parent);
  const { data, error, refetch } = useQuery({ ...chargeQuery(id), enabled: !isTop });
  return (
    <section className="panel" aria-labelledby="phu-trach">
      <div className="panel__head">
        <div>
          <h3 id="phu-trach">{say('programmes.chargePart')}</h3>
          <p className="small muted">{say('programmes.chargeLead')}</p>
        </div>
      </div>
      <div className="panel__body stack">
        {isTop && <Note kind="info">{say('programmes.chargeTop')}</Note>}
        <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
        {data === undefined && error === null && !isTop && <Loading label={say('frame.loading')} />}
        {data !== undefined && <ChargeForm key={JSON.stringify(data)} unit={id} charge={data} />}
      </div>
    </section>
  );
}

function ChargeForm({ unit, charge: { accounts, choices } }: { unit: string; charge: ChargeView }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const before = accounts.map(({ id }) => id);
  const [chosen, choose] = useState<readonly string[]>(before);
  const query = chargeQuery(unit);
  const save = useMutation({
    mutationFn: () => ask(`${unitAddress(unit)}/in-charge`, chargeSchema, { method: 'PUT', json: { accounts: chosen, before } }),
    onSuccess: (told) => {
      client.setQueryData(query.queryKey, told);
      toast(say('programmes.chargeSaved'));
    },
  });
  const all = [...choices, ...accounts.filter(({ id }) => choices.every((choice) => choice.id !== id))];
  if (all.length === 0) return <p className="small muted">{say('programmes.chargeNone')}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form className="stack" aria-label={say('programmes.chargePart')} onSubmit={submit}>
      <fieldset>
        <legend className="vh">{say('programmes.chargePart')}</legend>
        {all.map(({ id, name, unitName }) => (
          <label className="choice" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => choose(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <span>
              <OutsideText text={name} />
              <small>
                <OutsideText text={unitName} />
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <Problem error={save.error} />
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say(save.isPending ? 'organisation.saving' : 'organisation.save')}
        </button>
      </div>
    </form>
  );
}
