import { type FormEvent, type ReactNode, useState } from 'react';
import { OPINIONS, type ProgrammeView } from '../../../api/programmes.js';
import { useWords } from '../../words/words.js';
import { Field, Wrong } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { useStep } from './use-step.js';

/** What who is in charge says before a programme is issued; nothing is chosen beforehand. */
export function OpinionForm({ programme }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  const [verdict, choose] = useState<(typeof OPINIONS)[number] | null>(null);
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const give = useStep(programme, { step: 'opinion', told: say('programmes.opinionGiven') });
  const lacksWords = verdict === 'revise' && words.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (verdict !== null && !lacksWords && !give.isPending) give.mutate({ verdict, words: words.trim(), revision: programme.revision });
  };
  return (
    <form className="conclude panel__body stack" aria-label={say('programmes.opinion')} onSubmit={submit} noValidate>
      <h3>{say('programmes.opinion')}</h3>
      <p className="small muted">{say('programmes.opinionLead')}</p>
      <fieldset>
        <legend className="vh">{say('programmes.opinion')}</legend>
        {OPINIONS.map((one) => (
          <label className="choice" key={one}>
            <input type="radio" name="opinion" checked={verdict === one} onChange={() => choose(one)} />
            {say(`programmes.verdict.${one}`)}
          </label>
        ))}
        {isTried && verdict === null && <Wrong text={say('programmes.opinionChoose')} />}
      </fieldset>
      <Field
        label={say('programmes.opinionWords')}
        hint={say('programmes.opinionWordsHint')}
        wrong={isTried && lacksWords ? say('programmes.opinionWordsMissing') : ''}
      >
        {(control) => <textarea {...control} rows={4} maxLength={3000} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <Problem error={give.error} />
      <button type="submit" className="btn btn--main" disabled={give.isPending}>
        {say('programmes.giveOpinion')}
      </button>
    </form>
  );
}
