import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import type { Made } from './queries.js';

/** The one time that a token is shown. */
export function MadeToken({ made, onDone }: { made: Made; onDone: () => void }): ReactNode {
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => input.current?.focus(), []);
  const copy = async (): Promise<void> => {
    input.current?.select();
    // Without encryption browsers give pages no clipboard; what is selected can be copied by hand.
    await navigator.clipboard?.writeText(made.secret);
    setCopied(navigator.clipboard !== undefined);
  };
  return (
    <Note kind="ok" role="status" title={say('tokens.made', { name: made.token.name })}>
      <div className="stack stack--tight">
        <p>{say('tokens.madeText')}</p>
        <Field label={say('tokens.secret')}>
          {(control) => (
            <input {...control} ref={input} readOnly spellCheck={false} value={made.secret} onFocus={(event) => event.target.select()} />
          )}
        </Field>
        <p className="row">
          <button type="button" className="btn btn--small btn--main" onClick={() => void copy()}>
            {say(isCopied ? 'tokens.copied' : 'tokens.copy')}
          </button>
          <button type="button" className="btn btn--small" onClick={onDone}>
            {say('tokens.done')}
          </button>
        </p>
      </div>
    </Note>
  );
}
