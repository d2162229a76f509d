import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type UnitAudienceView, unitAudienceSchema } from '../../../api/audiences.js';
import { formatCount } from '../../../api/format.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { ask, tell } from '../service/request.js';
import { groupAddress, groupsAddress, groupsQuery, refreshGroups } from './group-queries.js';
import { RemoveGroup } from './remove-group.js';
import { useShownUnit } from './unit-panel.js';

/** Groups of a unit's people across its cells. */
export function GroupsPart(): ReactNode {
  const say = useWords();
  const { id: unit } = useShownUnit().detail.unit;
  const { data, error, refetch } = useQuery(groupsQuery(unit));
  const [renaming, rename] = useState<string | null>(null);
  const [removing, remove] = useState<UnitAudienceView | null>(null);
  return (
    <section className="panel" aria-labelledby="nhom-doi-tuong">
      <div className="panel__head">
        <div className="grow">
          <h3 id="nhom-doi-tuong">{say('groups.place')}</h3>
          <p className="small muted">{say('groups.lead')}</p>
        </div>
      </div>
      <AddGroup unit={unit} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} rows={2} />}
      <Problem error={error} retry={() => void refetch()} />
      {data?.length === 0 && <p className="panel__body--tight muted small">{say('groups.empty')}</p>}
      <ul className="people">
        {data?.map((group) => (
          <li key={group.id}>
            <div className="people__one">
              <div className="grow">
                <b>
                  <OutsideText text={group.name} />
                </b>
                <span className="sub small muted">
                  {say('groups.people', { n: formatCount(group.people) })}
                  {group.rests.length > 0 && ` · ${say('groups.rests', { n: group.rests.length })}`}
                </span>
              </div>
              <Link className="btn btn--small" to={paths.unitGroup(unit, group.id)}>
                {say('groups.pick')}
                <span className="vh"> {group.name}</span>
              </Link>
              <button
                type="button"
                className="btn btn--small"
                aria-expanded={renaming === group.id}
                onClick={() => rename(renaming === group.id ? null : group.id)}
              >
                {say('groups.rename')}
                <span className="vh"> {group.name}</span>
              </button>
              <button type="button" className="btn btn--small" onClick={() => remove(group)}>
                {say('groups.remove')}
                <span className="vh"> {group.name}</span>
              </button>
            </div>
            {renaming === group.id && <RenameGroup unit={unit} group={group} onDone={() => rename(null)} />}
          </li>
        ))}
      </ul>
      {removing !== null && <RemoveGroup unit={unit} group={removing} onDone={() => remove(null)} />}
    </section>
  );
}

function AddGroup({ unit }: { unit: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [wasTried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  const add = useMutation({
    mutationFn: () => ask(groupsAddress(unit), unitAudienceSchema, { method: 'POST', json: { name } }),
    onSuccess: async (group) => {
      await refreshGroups(client, unit);
      setName('');
      setTried(false);
      toast(say('groups.added', { name: group.name }));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !add.isPending) add.mutate();
  };
  return (
    <form className="panel__body--tight stack stack--tight" onSubmit={submit} noValidate>
      <div className="duerow">
        <Field label={say('groups.name')} hint={say('groups.nameHint')} wrong={wasTried && isMissing ? say('groups.nameMissing') : ''}>
          {(control) => <input {...control} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <button type="submit" className="btn btn--main" disabled={add.isPending}>
          <Icon name="plus" />
          {say('groups.add')}
        </button>
      </div>
      <Problem error={add.error} />
    </form>
  );
}

function RenameGroup({ unit, group, onDone }: { unit: string; group: UnitAudienceView; onDone: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [name, setName] = useState(group.name);
  const isMissing = name.trim() === '';
  const themed = group.rests.filter(({ hasThemes }) => hasThemes).map(({ campaign }) => campaign);
  const save = useMutation({
    mutationFn: () => tell(groupAddress(unit, group.id), { method: 'PUT', json: { name, before: group.name } }),
    onSuccess: async () => {
      await refreshGroups(client, unit);
      toast(say('groups.renamed', { name: name.trim() }));
      onDone();
    },
    onError: () => void refreshGroups(client, unit),
  });
  return (
    <form
      className="stack unitform unitform--inner"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing && !save.isPending) save.mutate();
      }}
    >
      <Problem error={save.error} />
      {themed.length > 0 && (
        <p className="small">
          <OutsideText text={say('groups.renameThemes', { campaigns: themed.join(', ') })} />
        </p>
      )}
      <Field label={say('groups.renameOf', { name: group.name })} wrong={isMissing ? say('groups.nameMissing') : ''}>
        {(control) => <input {...control} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say(save.isPending ? 'groups.saving' : 'groups.save')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}
