import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useDeferredValue, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { AudiencePersonView, UnitAudienceView } from '../../../api/audiences.js';
import { formatCount } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { LeaveGuard } from '../form/leave-guard.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { findPeople } from '../roster/search-people.js';
import { tell } from '../service/request.js';
import { groupAddress, groupPeopleQuery, groupsQuery, refreshGroups } from './group-queries.js';
import { GroupTable } from './group-table.js';
import { useShownUnit } from './unit-panel.js';

/** Who belongs to a group: everybody of the unit, to be found and ticked. */
export function GroupMembersPart(): ReactNode {
  const say = useWords();
  const { id: unit } = useShownUnit().detail.unit;
  const { group: id = '' } = useParams();
  const groups = useQuery(groupsQuery(unit));
  const people = useQuery(groupPeopleQuery(unit, id));
  const group = groups.data?.find((one) => one.id === id);
  if (groups.data !== undefined && group === undefined)
    return (
      <Note kind="warn" title={say('groups.gone')}>
        <Link to={paths.unitGroups(unit)}>{say('groups.back')}</Link>
      </Note>
    );
  if (group === undefined || people.data === undefined) {
    const error = groups.error ?? people.error;
    if (error === null) return <Loading label={say('frame.loading')} />;
    return <Problem error={error} retry={() => void Promise.all([groups.refetch(), people.refetch()])} />;
  }
  return <Members key={id} unit={unit} group={group} people={people.data} />;
}

/** Whom somebody has ticked or unticked and not saved yet: whether they will belong to the group. */
type Changes = ReadonlyMap<string, boolean>;

function Members(props: { unit: string; group: UnitAudienceView; people: readonly AudiencePersonView[] }): ReactNode {
  const say = useWords();
  const { unit, group, people } = props;
  const [sought, seek] = useState('');
  const [isOnly, showOnly] = useState(false);
  const [changes, setChanges] = useState<Changes>(new Map());
  const search = useDeferredValue(sought);
  const isIn = ({ id, isMember }: AudiencePersonView): boolean => changes.get(id) ?? isMember;
  const found = findPeople(people, search);
  const shown = isOnly ? found.filter((person) => isIn(person) || person.isMember) : found;
  const set = useCallback((chosen: readonly AudiencePersonView[], isChosen: boolean): void => {
    setChanges((before) => {
      const next = new Map(before);
      for (const { id, isMember } of chosen) {
        if (isMember === isChosen) next.delete(id);
        else next.set(id, isChosen);
      }
      return next;
    });
  }, []);
  const members = people.filter(isIn).length;
  const outside = shown.filter((person) => !isIn(person));
  return (
    <section className="panel" aria-labelledby="nguoi-trong-nhom">
      <div className="panel__head">
        <div className="grow">
          <p className="crumb">
            <Link to={paths.unitGroups(unit)}>{say('groups.back')}</Link>
          </p>
          <h3 id="nguoi-trong-nhom">
            <OutsideText text={say('groups.membersOf', { name: group.name })} />
          </h3>
          <p className="small muted" role="status">
            {say('groups.shown', { shown: formatCount(shown.length), all: formatCount(people.length), members: formatCount(members) })}
          </p>
        </div>
      </div>
      <div className="panel__body--tight stack stack--tight">
        <Field label={say('groups.find')}>
          {(control) => <input {...control} type="search" value={sought} onChange={(event) => seek(event.target.value)} />}
        </Field>
        <div className="row">
          <label className="choice">
            <input type="checkbox" checked={isOnly} onChange={(event) => showOnly(event.target.checked)} />
            <span>{say('groups.onlyMembers')}</span>
          </label>
          {shown.length > 0 && (
            <button type="button" className="btn btn--small" onClick={() => set(shown, outside.length > 0)}>
              {say(outside.length > 0 ? 'groups.takeAll' : 'groups.dropAll', { n: formatCount(outside.length || shown.length) })}
            </button>
          )}
        </div>
      </div>
      <SaveBar unit={unit} group={group} changes={changes} onDone={() => setChanges(new Map())} />
      {shown.length === 0 ? (
        <p className="panel__body--tight muted small">{say(emptyWord(people, isOnly && search.trim() === ''))}</p>
      ) : (
        <GroupTable people={shown} changes={changes} set={set} />
      )}
    </section>
  );
}

function emptyWord(people: readonly AudiencePersonView[], isOnly: boolean) {
  if (people.length === 0) return 'groups.nobody';
  return isOnly ? 'groups.noMembers' : 'groups.noMatch';
}

/** What has not been saved yet, and the button that does; nothing while there is nothing. */
function SaveBar(props: { unit: string; group: UnitAudienceView; changes: Changes; onDone: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { unit, group, changes, onDone } = props;
  const idsOf = (isChosen: boolean): string[] => [...changes].filter(([, one]) => one === isChosen).map(([id]) => id);
  const [add, remove] = [idsOf(true), idsOf(false)];
  const save = useMutation({
    mutationFn: () => tell(`${groupAddress(unit, group.id)}/people`, { method: 'PUT', json: { add, remove } }),
    onSuccess: async () => {
      await refreshGroups(client, unit);
      onDone();
      toast(say('groups.savedMembers', { name: group.name }));
    },
  });
  return (
    <>
      <LeaveGuard isOn={changes.size > 0 && !save.isPending} />
      {(changes.size > 0 || save.error !== null) && (
        <div className="groupbar">
          <Problem error={save.error} />
          {changes.size > 0 && (
            <div className="row">
              <p className="grow" role="status">
                {say('groups.pending', { added: formatCount(add.length), removed: formatCount(remove.length) })}
              </p>
              <button type="button" className="btn btn--main" disabled={save.isPending} onClick={() => save.mutate()}>
                {say(save.isPending ? 'groups.saving' : 'groups.saveMembers')}
              </button>
              <button type="button" className="btn" disabled={save.isPending} onClick={onDone}>
                {say('groups.undo')}
              </button>
            </div>
          )}
        </div>
      )}
    </>
  );
}
