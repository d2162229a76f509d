import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import type { Role } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { sessionQuery } from '../service/queries.js';
import { tell } from '../service/request.js';
import { accountAt, refreshUnits } from './queries.js';
import { RoleChoices } from './role-choices.js';

/** Which roles an account holds at a unit. */
export function RolesForm(props: {
  unit: string;
  account: { readonly id: string; readonly name: string; readonly roles: readonly Role[] };
  onDone: () => void;
}): ReactNode {
  const { unit, account, onDone } = props;
  const { id, name } = account;
  const say = useWords();
  const client = useQueryClient();
  const [roles, setRoles] = useState<readonly Role[]>(account.roles);
  const save = useMutation({
    mutationFn: () => tell(`${accountAt(unit, id)}/roles`, { method: 'PUT', json: { roles } }),
    onSuccess: async () => {
      // They may be one's own.
      await client.invalidateQueries(sessionQuery);
      await refreshUnits(client);
      toast(say('organisation.rolesSaved', { name }));
      onDone();
    },
  });
  return (
    <form
      className="stack unitform unitform--inner"
      aria-label={say('organisation.rolesOf', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <Problem error={save.error} />
      <RoleChoices legend={say('organisation.rolesOf', { name })} chosen={roles} wrong="" onChange={setRoles} />
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say(save.isPending ? 'organisation.saving' : 'organisation.save')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}
