import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { EntryField } from './entry-field.js';

/** The code that stands in the terminal where the service was started. */
export function CodeField(props: { value: string; wrong: string; onChange: (value: string) => void }): ReactNode {
  const say = useWords();
  return (
    <EntryField label={say('gate.code')} hint={say('gate.codeHint')} isFirst autoComplete="off" autoCapitalize="characters" {...props} />
  );
}
