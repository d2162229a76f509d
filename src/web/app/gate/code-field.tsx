import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';

/** The code that stands in the terminal where the service was started. */
export function CodeField(props: { value: string; wrong: string; onChange: (value: string) => void }): ReactNode {
  const say = useWords();
  return (
    <Field label={say('gate.code')} hint={say('gate.codeHint')} wrong={props.wrong}>
      {(control) => (
        <input
          {...control}
          // biome-ignore lint/a11y/noAutofocus: the form is all there is to do here.
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
