import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { PROGRAMME_KINDS, programmeSchema, type UnitProgrammesView } from '../../../api/programmes.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';
import { refreshLists } from './queries.js';

/** Begins the unit's programme or a head's plan, and goes there. */
export function NewProgramme(props: { campaign: string; name: string; heads: UnitProgrammesView['heads']; onDone: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const unit = useWorkingUnit();
  const { campaign, name, heads, onDone } = props;
  const [kind, setKind] = useState<(typeof PROGRAMME_KINDS)[number]>('collective');
  const [person, setPerson] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const title = typed ?? say(`programmes.titleDefault.${kind}`, { campaign: name });
  const isPlan = kind === 'personal-plan';
  const isWhole = title.trim() !== '' && (!isPlan || person !== '');
  const create = useMutation({
    mutationFn: () => {
      const json = { kind, person: isPlan ? person : null, title: title.trim(), ...(unit !== undefined && { unit }) };
      return ask(`${campaignAddress(campaign)}/programmes`, programmeSchema, { method: 'POST', json });
    },
    onSuccess: async ({ id }) => {
      await refreshLists(client, campaign);
      await navigate(paths.programme(campaign, id));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWhole && !create.isPending) create.mutate();
  };
  return (
    <form className="panel panel__body stack" aria-label={say('programmes.add')} onSubmit={submit} noValidate>
      <Problem error={create.error} />
      <Field label={say('programmes.kindField')}>
        {(control) => (
          <select
            {...control}
            value={kind}
            onChange={(event) => setKind(PROGRAMME_KINDS.find((one) => one === event.target.value) ?? kind)}
          >
            {PROGRAMME_KINDS.map((one) => (
              <option key={one} value={one}>
                {say(`programmes.kind.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isPlan && (
        <Field
          label={say('programmes.whose')}
          {...(heads.length === 0 && { hint: say('programmes.noHeads') })}
          wrong={isTried && person === '' ? say('programmes.chooseHead') : ''}
        >
          {(control) => (
            <select {...control} value={person} onChange={(event) => setPerson(event.target.value)}>
              <option value="">{say('programmes.chooseHead')}</option>
              {heads.map((head) => (
                <option key={head.id} value={head.id} lang="vi">
                  {head.post === '' ? head.name : `${head.name}, ${head.post}`}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={say('programmes.titleField')} wrong={isTried && title.trim() === '' ? say('programmes.titleMissing') : ''}>
        {(control) => <input {...control} maxLength={300} value={title} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={create.isPending}>
          {say('programmes.create')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}
