import type { ReactNode } from 'react';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ServiceError } from '../service/request.js';
import { describeError } from './describe-error.js';

/** Why something failed, in place; nothing while `error` is null. With `retry` there is a button for it. */
export function Problem({ error, title, retry }: { error: unknown; title?: string; retry?: () => void }): ReactNode {
  const say = useWords();
  if (error === null || error === undefined) return null;
  return (
    <Note kind="bad" role="alert" {...(title !== undefined && { title })}>
      <p>
        <PlainText text={describeError(error, say)} />
      </p>
      {error instanceof ServiceError && error.request !== '' && (
        <p className="small muted">{say('frame.requestCode', { request: error.request })}</p>
      )}
      {retry && (
        <p>
          <button type="button" className="btn btn--small" onClick={retry}>
            {say('frame.retry')}
          </button>
        </p>
      )}
    </Note>
  );
}
