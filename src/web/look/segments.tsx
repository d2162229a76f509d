import type { ReactNode } from 'react';

interface Choice<Value> {
  readonly value: Value;
  readonly word: ReactNode;
}

/** Buttons side by side of which one is pressed: what of a list or text is to be seen. `label` says to screen readers what they choose. */
export function Segments<Value extends string | null>(props: {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}): ReactNode {
  return (
    <fieldset className="seg noprint">
      <legend className="vh">{props.label}</legend>
      {props.choices.map(({ value, word }) => (
        <button type="button" key={value ?? ''} aria-pressed={value === props.value} onClick={() => props.onChange(value)}>
          {word}
        </button>
      ))}
    </fieldset>
  );
}
