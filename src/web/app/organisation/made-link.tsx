import type { ReactNode } from 'react';
import { formatMoment } from '../../../api/format.js';
import type { MadeCode } from '../../../api/organisation.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';

/** A link that works once, shown this once. */
export function MadeLink({ name, code, onDone }: { name: string; code: MadeCode; onDone: () => void }): ReactNode {
  const say = useWords();
  const link = new URL(paths.invitation(code.code), location.origin).href;
  const copy = async (): Promise<void> => {
    // Without encryption browsers lend no clipboard; then the field is there to be copied from.
    await navigator.clipboard?.writeText(link).then(
      () => toast(say('organisation.copied')),
      () => {},
    );
  };
  return (
    <div className="panel__body--tight">
      <Note kind="ok" role="status" title={say('organisation.linkTitle', { name })}>
        <div className="stack stack--tight">
          <p>{say('organisation.linkText', { moment: formatMoment(new Date(code.expiresAt)) })}</p>
          <Field label={say('organisation.link')}>
            {(control) => <input {...control} readOnly value={link} onFocus={(event) => event.target.select()} />}
          </Field>
          <div className="row">
            {navigator.clipboard !== undefined && (
              <button type="button" className="btn btn--small" onClick={() => void copy()}>
                {say('organisation.copy')}
              </button>
            )}
            <button type="button" className="btn btn--small" onClick={onDone}>
              {say('organisation.done')}
            </button>
          </div>
        </div>
      </Note>
    </div>
  );
}
