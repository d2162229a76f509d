import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import { EntryField } from './entry-field.js';

/** A field for a password, which says when Caps Lock is on. */
export function PasswordField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isNew?: boolean;
  hint?: string;
  wrong: string;
  isShown?: boolean;
  isFirst?: boolean;
}): ReactNode {
  const say = useWords();
  const { isNew = false, isShown = false, hint, ...entry } = props;
  const [isCaps, setCaps] = useState(false);
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  const shownHint = isCaps ? say('gate.capsLock') : hint;
  return (
    <EntryField
      {...entry}
      {...(shownHint !== undefined && { hint: shownHint })}
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      onKeyUp={look}
    />
  );
}
