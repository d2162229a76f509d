import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { showPlainly } from '../../../api/odd-characters.js';
import { Icon } from '../../look/icons.js';
import { PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { addPhrases, parsePhrases } from './parse-phrases.js';

/** Phrases as tags: typed with Enter, or pasted as a list; arrow keys go from tag to tag, Delete takes one away. */
export function PhraseField(props: {
  label: string;
  phrases: readonly string[];
  wrong: string;
  onChange: (phrases: string[]) => void;
}): ReactNode {
  const say = useWords();
  const { label, phrases, wrong, onChange } = props;
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const add = (text: string): void => {
    const all = addPhrases(phrases, parsePhrases(text));
    setTyped('');
    if (all.length === phrases.length) return;
    setSaid(say('form.phrasesAdded', { n: all.length - phrases.length }));
    onChange(all);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey) return;
    event.preventDefault();
    add(typed);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n,;\t]/.test(text.trim())) return;
    event.preventDefault();
    add(`${typed} ${text}`);
  };
  return (
    <div className="phrases">
      <Field label={label} wrong={wrong}>
        {(control) => (
          <input
            {...control}
            value={typed}
            autoComplete="off"
            placeholder={say('form.phrasesHint')}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => typed.trim() !== '' && add(typed)}
          />
        )}
      </Field>
      {phrases.length > 0 && <Tags label={label} phrases={phrases} onChange={onChange} />}
      <span className="vh" role="status">
        {said}
      </span>
    </div>
  );
}

function Tags({
  label,
  phrases,
  onChange,
}: {
  label: string;
  phrases: readonly string[];
  onChange: (phrases: string[]) => void;
}): ReactNode {
  const say = useWords();
  return (
    <TagGroup aria-label={label} onRemove={(keys) => onChange(phrases.filter((phrase) => !keys.has(phrase)))}>
      <TagList className="phrases__all">
        {phrases.map((phrase) => (
          <Tag className="phrase" id={phrase} textValue={showPlainly(phrase)} key={phrase}>
            <span lang="vi">
              <PlainText text={phrase} />
            </span>
            <Button slot="remove" className="phrase__off" aria-label={say('form.removePhrase', { phrase })}>
              <Icon name="cross" />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
