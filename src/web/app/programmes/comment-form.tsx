import { type FormEvent, type ReactNode, useState } from 'react';
import { COMMENT_KINDS, type ProgrammeView } from '../../../api/programmes.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { useStep } from './use-step.js';

/** Keeps what a meeting or another body said of a programme. */
export function CommentForm({ programme, onDone }: { programme: ProgrammeView; onDone: () => void }): ReactNode {
  const say = useWords();
  const [kind, setKind] = useState<(typeof COMMENT_KINDS)[number]>('meeting');
  const [saidBy, setSaidBy] = useState('');
  const [words, setWords] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useStep(programme, { step: 'comments', told: say('programmes.commentSaved'), done: onDone });
  const count = typed.trim() === '' ? null : Number(typed.trim());
  const isCount = count === null || (Number.isInteger(count) && count >= 0 && count <= 100_000);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (saidBy.trim() !== '' && words.trim() !== '' && isCount && !save.isPending)
      save.mutate({ kind, saidBy: saidBy.trim(), words: words.trim(), count });
  };
  return (
    <form className="stack" aria-label={say('programmes.commentAdd')} onSubmit={submit} noValidate>
      <Field label={say('programmes.commentKind')}>
        {(control) => (
          <select {...control} value={kind} onChange={(event) => setKind(COMMENT_KINDS.find((one) => one === event.target.value) ?? kind)}>
            {COMMENT_KINDS.map((one) => (
              <option key={one} value={one}>
                {say(`programmes.remarkKind.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('programmes.commentWho')} wrong={isTried && saidBy.trim() === '' ? say('programmes.commentWhoMissing') : ''}>
        {(control) => <input {...control} maxLength={200} value={saidBy} onChange={(event) => setSaidBy(event.target.value)} />}
      </Field>
      <Field label={say('programmes.commentWords')} wrong={isTried && words.trim() === '' ? say('programmes.commentWordsMissing') : ''}>
        {(control) => <textarea {...control} rows={3} maxLength={5000} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <Field
        label={say('programmes.commentCount')}
        hint={say('programmes.commentCountHint')}
        wrong={isTried && !isCount ? say('programmes.commentCountWrong') : ''}
      >
        {(control) => <input {...control} inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      <Problem error={save.error} />
      <button type="submit" className="btn btn--main" disabled={save.isPending}>
        {say('programmes.save')}
      </button>
    </form>
  );
}
