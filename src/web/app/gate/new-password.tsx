import { type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import { PasswordField } from './password-field.js';

interface Passwords {
  readonly password: string;
  readonly again: string;
}

/** A new password, typed twice, that can be made to show. */
export function NewPassword(props: {
  typed: Passwords;
  wrong: Passwords;
  label?: string;
  onChange: (typed: Passwords) => void;
}): ReactNode {
  const { typed, wrong, onChange } = props;
  const say = useWords();
  const [isShown, show] = useState(false);
  return (
    <>
      <PasswordField
        label={props.label ?? say('gate.password')}
        hint={say('gate.passwordHint')}
        isNew
        isShown={isShown}
        value={typed.password}
        onChange={(password) => onChange({ ...typed, password })}
        wrong={wrong.password}
      />
      <PasswordField
        label={say('gate.passwordAgain')}
        isNew
        isShown={isShown}
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        wrong={wrong.again}
      />
      <label className="choice">
        <input type="checkbox" checked={isShown} onChange={(event) => show(event.target.checked)} />
        {say('gate.showPassword')}
      </label>
    </>
  );
}
