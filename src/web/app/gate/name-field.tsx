import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { EntryField } from './entry-field.js';

/** The name of an account. */
export function NameField(props: { value: string; wrong: string; isFirst?: boolean; onChange: (value: string) => void }): ReactNode {
  const say = useWords();
  return <EntryField label={say('gate.name')} autoComplete="username" autoCapitalize="none" {...props} />;
}
