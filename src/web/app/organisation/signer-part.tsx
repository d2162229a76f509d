import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type UnitSigner, unitSignerSchema } from '../../../api/signatures.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { refreshUnits, unitAddress } from './queries.js';
import { useShownUnit } from './unit-panel.js';

const addressOf = (unit: string): string => `${unitAddress(unit)}/signer`;
const signerQuery = (unit: string) =>
  queryOptions({ queryKey: ['unit', unit, 'signer'], queryFn: () => ask(addressOf(unit), unitSignerSchema) });

/** Whose name stands under a unit's letters and documents. */
export function SignerPart(): ReactNode {
  const say = useWords();
  const { unit } = useShownUnit().detail;
  const { data, error, refetch } = useQuery(signerQuery(unit.id));
  if (data !== undefined) return <SignerForm unit={unit.id} signer={data} />;
  return error === null ? <Loading label={say('frame.loading')} rows={2} /> : <Problem error={error} retry={() => void refetch()} />;
}

function SignerForm({ unit, signer }: { unit: string; signer: UnitSigner }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState(signer);
  const save = useMutation({
    mutationFn: () => ask(addressOf(unit), unitSignerSchema, { method: 'PUT', json: typed }),
    onSuccess: async (kept) => {
      client.setQueryData(signerQuery(unit).queryKey, kept);
      await refreshUnits(client);
      toast(say('exemplary.signer.saved'));
    },
  });
  return (
    <section className="panel" aria-labelledby="nguoi-ky">
      <div className="panel__head">
        <div>
          <h3 id="nguoi-ky">{say('exemplary.signer.title')}</h3>
          <p className="small muted">{say('exemplary.signer.lead')}</p>
        </div>
      </div>
      <form
        className="panel__body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
      >
        <Problem error={save.error} />
        <div className="unitform__fields">
          {(['post', 'name'] as const).map((part) => (
            <Field key={part} label={say(`exemplary.sign.${part}`)} {...(part === 'name' && { hint: say('exemplary.signer.hint') })}>
              {(control) => (
                <input
                  {...control}
                  autoComplete="off"
                  maxLength={200}
                  value={typed[part]}
                  onChange={({ target }) => setTyped({ ...typed, [part]: target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="btn btn--main" disabled={save.isPending}>
            {say(save.isPending ? 'organisation.saving' : 'exemplary.signer.save')}
          </button>
        </div>
      </form>
    </section>
  );
}
