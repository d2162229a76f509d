import type { ReactNode } from 'react';
import { useLanguage } from '../look/language.js';
import { OutsideText, PlainText } from '../look/outside-text.js';

interface MachineTextProps {
  readonly text: string;
  /** The same in English; null for what is not known, which stays as it is. */
  readonly english: (text: string) => string | null;
}

/** What the machine wrote, in the language of the page where that can be told; in Vietnamese and said to be so otherwise. */
export function MachineText({ text, english }: MachineTextProps): ReactNode {
  const translated = useLanguage() === 'en' ? english(text) : null;
  if (translated === null) return <OutsideText text={text} />;
  return (
    <bdi>
      <PlainText text={translated} />
    </bdi>
  );
}
