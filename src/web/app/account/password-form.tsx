import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import { useAccount } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { checkSetup, EMPTY_FIELDS } from '../gate/credentials.js';
import { NewPassword } from '../gate/new-password.js';
import { PasswordField } from '../gate/password-field.js';
import { tell } from '../service/request.js';

const EMPTY = { current: '', password: '', again: '' };

/** A new password in place of the one that one knows. */
export function PasswordForm(): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { name } = useAccount();
  const [typed, setTyped] = useState(EMPTY);
  const [wasTried, setTried] = useState(false);
  const wrongs = checkSetup({ ...EMPTY_FIELDS, ...typed, name }, { needsCode: false, needsUnit: false }, say);
  const shown = wasTried ? wrongs : EMPTY_FIELDS;
  const save = useMutation({
    mutationFn: () => tell('/api/account/password', { method: 'PUT', json: { current: typed.current, password: typed.password } }),
    onSuccess: async () => {
      setTyped(EMPTY);
      setTried(false);
      toast(say('organisation.passwordSaved'));
      await client.invalidateQueries({ queryKey: ['own-sessions'] });
    },
  });
  return (
    <section className="panel" aria-labelledby="doi-mat-khau">
      <div className="panel__head">
        <h2 id="doi-mat-khau">{say('organisation.passwordTitle')}</h2>
      </div>
      <form
        className="panel__body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (typed.current !== '' && wrongs.password + wrongs.again === '' && !save.isPending) save.mutate();
        }}
      >
        <Problem error={save.error} />
        {/* So that whoever keeps passwords knows whose it is. */}
        <input className="vh" type="text" autoComplete="username" value={name} readOnly tabIndex={-1} aria-hidden="true" />
        <PasswordField
          label={say('organisation.passwordCurrent')}
          value={typed.current}
          wrong={wasTried && typed.current === '' ? say('gate.passwordMissing') : ''}
          onChange={(current) => setTyped({ ...typed, current })}
        />
        <NewPassword
          label={say('organisation.passwordNew')}
          typed={typed}
          wrong={shown}
          onChange={(passwords) => setTyped({ ...typed, ...passwords })}
        />
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say(save.isPending ? 'organisation.saving' : 'organisation.passwordSave')}
        </button>
      </form>
    </section>
  );
}
