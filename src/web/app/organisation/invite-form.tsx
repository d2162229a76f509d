import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type MadeCode, madeCodeSchema } from '../../../api/organisation.js';
import { useWords } from '../../words/words.js';
import type { Role } from '../frame/account.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { ask } from '../service/request.js';
import { refreshUnits, unitAddress } from './queries.js';
import { RoleChoices } from './role-choices.js';

/** Invites somebody to a unit: whom, as what; what comes of it is a link. */
export function InviteForm(props: { unit: string; onMade: (name: string, code: MadeCode) => void; onCancel: () => void }): ReactNode {
  const { unit, onMade, onCancel } = props;
  const say = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [wasTried, setTried] = useState(false);
  const isRight = name.trim() !== '' && roles.length > 0;
  const make = useMutation({
    mutationFn: () => ask(`${unitAddress(unit)}/invitations`, madeCodeSchema, { method: 'POST', json: { name, roles } }),
    onSuccess: async (code) => {
      await refreshUnits(client);
      onMade(name.trim(), code);
    },
  });
  return (
    <form
      className="panel__body stack unitform"
      noValidate
      aria-label={say('organisation.invite')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isRight && !make.isPending) make.mutate();
      }}
    >
      <Problem error={make.error} />
      <Field
        label={say('organisation.inviteName')}
        hint={say('organisation.inviteNameHint')}
        wrong={wasTried && name.trim() === '' ? say('organisation.inviteNameMissing') : ''}
      >
        {(control) => (
          // biome-ignore lint/a11y/noAutofocus: the form has just been opened to be filled in.
          <input {...control} autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <RoleChoices
        legend={say('organisation.inviteRoles')}
        chosen={roles}
        wrong={wasTried && roles.length === 0 ? say('organisation.inviteRolesMissing') : ''}
        onChange={setRoles}
      />
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={make.isPending}>
          {say(make.isPending ? 'organisation.inviteBusy' : 'organisation.inviteButton')}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}
