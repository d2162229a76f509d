import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';

/** The name of an account. */
export function NameField(props: { value: string; wrong: string; isFirst?: boolean; onChange: (value: string) => void }): ReactNode {
  const say = useWords();
  return (
    <Field label={say('gate.name')} wrong={props.wrong}>
      {(control) => (
        <input
          {...control}
          // biome-ignore lint/a11y/noAutofocus: the form is all there is to do here.
          autoFocus={props.isFirst}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
