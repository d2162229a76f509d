import type { ReactNode } from 'react';
import { Icon } from './icons.js';

/** Where one types what a list is searched for; `hint` stands in it while it is empty. */
export function SearchField(props: { label: string; hint?: string; value: string; onChange: (sought: string) => void }): ReactNode {
  const { label, hint = label, value, onChange } = props;
  return (
    <span className="search">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={label}
        placeholder={hint}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
