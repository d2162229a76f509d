import type { ReactNode } from 'react';
import { useLanguage } from '../../look/language.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { TOLD_IN_FULL } from '../../words/en/errors.js';
import { useWords } from '../../words/words.js';
import { ServiceError } from '../service/request.js';
import { describeError, isToldInVietnamese } from './describe-error.js';

/** Why something failed, in place; nothing while `error` is null. With `retry` there is a button for it. */
export function Problem({ error, title, retry }: { error: unknown; title?: string; retry?: () => void }): ReactNode {
  const say = useWords();
  if (error === null || error === undefined) return null;
  return (
    <Note kind="bad" role="alert" {...(title !== undefined && { title })}>
      <p lang={isToldInVietnamese(error) ? 'vi' : undefined}>
        <PlainText text={describeError(error, say)} />
      </p>
      <FullText error={error} />
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

/** On an English page, the service's own Vietnamese words where they name what the code of the failure does not. */
function FullText({ error }: { error: unknown }): ReactNode {
  if (useLanguage() === 'vi' || !(error instanceof ServiceError) || !TOLD_IN_FULL.has(error.code)) return null;
  return (
    <p className="small" lang="vi">
      <PlainText text={error.message} />
    </p>
  );
}
