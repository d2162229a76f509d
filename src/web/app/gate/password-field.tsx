import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';

/** A field for a password, which says when Caps Lock is on. */
export function PasswordField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isNew?: boolean;
  hint?: string;
  wrong?: string;
  isShown?: boolean;
  isFirst?: boolean;
}): ReactNode {
  const say = useWords();
  const [isCaps, setCaps] = useState(false);
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  const hint = isCaps ? say('gate.capsLock') : props.hint;
  return (
    <Field label={props.label} {...(hint !== undefined && { hint })} wrong={props.wrong ?? ''}>
      {(control) => (
        <input
          {...control}
          // biome-ignore lint/a11y/noAutofocus: the form is all there is to do here.
          autoFocus={props.isFirst}
          type={props.isShown ? 'text' : 'password'}
          autoComplete={props.isNew ? 'new-password' : 'current-password'}
          spellCheck={false}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyUp={look}
        />
      )}
    </Field>
  );
}
