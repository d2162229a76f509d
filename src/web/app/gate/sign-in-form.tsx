import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { ServiceError } from '../service/request.js';
import { enter } from './enter.js';
import { NameField } from './name-field.js';
import { PasswordField } from './password-field.js';

/** Name and password; `startName` is the one who was signed in before. */
export function SignInForm({ startName = '' }: { startName?: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [name, setName] = useState(startName);
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: () => enter(client, '/api/session', { name, password }),
    onError: (error) => {
      if (error instanceof ServiceError) setPassword('');
    },
  });
  const nameWrong = wasTried && name.trim() === '' ? say('gate.nameMissing') : '';
  const missing = wasTried && password === '' && !signIn.isError ? say('gate.passwordMissing') : '';
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== '' && password !== '' && !signIn.isPending) signIn.mutate();
      }}
    >
      <Problem error={signIn.error} />
      <NameField value={name} wrong={nameWrong} isFirst={startName === ''} onChange={setName} />
      <PasswordField label={say('gate.password')} value={password} onChange={setPassword} isFirst={startName !== ''} wrong={missing} />
      <button type="submit" className="btn btn--main btn--wide" disabled={signIn.isPending}>
        {say(signIn.isPending ? 'gate.signInBusy' : 'gate.signInButton')}
      </button>
    </form>
  );
}
