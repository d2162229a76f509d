import type { InputHTMLAttributes, ReactNode } from 'react';
import { Field } from '../frame/field.js';

/** A line of the set-up or sign-in form. `isFirst`: where one begins to type. Further properties are those of the control. */
export function EntryField(
  props: {
    label: string;
    hint?: string;
    wrong: string;
    isFirst?: boolean;
    value: string;
    onChange: (value: string) => void;
  } & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'>,
): ReactNode {
  const { label, hint, wrong, isFirst = false, onChange, ...input } = props;
  return (
    <Field label={label} {...(hint !== undefined && { hint })} wrong={wrong}>
      {(control) => (
        <input
          {...control}
          // biome-ignore lint/a11y/noAutofocus: the form is all there is to do here.
          autoFocus={isFirst}
          spellCheck={false}
          {...input}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
