import { type FormEvent, type ReactNode, useState } from 'react';
import { formatDate } from '../../../api/format.js';
import {
  countedReview,
  type ProgrammeView,
  REVIEW_ANSWERS,
  REVIEW_QUESTIONS,
  type RemarkView,
  type ReviewAnswersView,
} from '../../../api/programmes.js';
import { PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useHolds } from '../frame/account.js';
import { Field, Wrong } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { useStep } from './use-step.js';

/** What reviewers found: the answers that count, and the form for new ones. */
export function ReviewBox({ programme, mayReview }: { programme: ProgrammeView; mayReview: boolean }): ReactNode {
  const say = useWords();
  const holdsRole = useHolds(['committee', 'secretary', 'reviewer']);
  const [isAdding, add] = useState(false);
  const counted = countedReview(programme.remarks) as RemarkView | null;
  return (
    <section className="panel" aria-labelledby="tham-dinh">
      <div className="panel__head">
        <div>
          <h2 id="tham-dinh">{say('programmes.review')}</h2>
          <p className="small muted">{say('programmes.reviewLead')}</p>
        </div>
        {mayReview && holdsRole && (
          <button type="button" className="btn btn--small" aria-expanded={isAdding} onClick={() => add(!isAdding)}>
            {say('programmes.reviewAdd')}
          </button>
        )}
      </div>
      <div className="panel__body stack">
        {counted === null ? <p className="small muted">{say('programmes.noReview')}</p> : <Counted review={counted} />}
        {isAdding && <ReviewForm programme={programme} onDone={() => add(false)} />}
      </div>
    </section>
  );
}

function Counted({ review: { answers, words, saidBy, by, at } }: { review: RemarkView }): ReactNode {
  const say = useWords();
  return (
    <>
      <dl className="answers small">
        {REVIEW_QUESTIONS.map((question) => (
          <div key={question}>
            <dt>{say(`programmes.question.${question}`)}</dt>
            <dd>
              <b>{answers !== null && say(`programmes.answer.${answers[question]}`)}</b>
            </dd>
          </div>
        ))}
      </dl>
      {words !== '' && (
        <p className="small">
          “<PlainText text={words} />”
        </p>
      )}
      <p className="small muted">
        {`${say(`programmes.reviewFrom.${saidBy === 'in-charge' ? 'in-charge' : 'own'}`)}; ${say('programmes.remarkBy', { name: by, day: formatDate(new Date(at)) })}`}
      </p>
    </>
  );
}

function ReviewForm({ programme, onDone }: { programme: ProgrammeView; onDone: () => void }): ReactNode {
  const say = useWords();
  const [answers, setAnswers] = useState<Partial<ReviewAnswersView>>({});
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useStep(programme, { step: 'reviews', told: say('programmes.reviewSaved'), done: onDone });
  const isWhole = REVIEW_QUESTIONS.every((question) => answers[question] !== undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWhole && !save.isPending) save.mutate({ answers, words: words.trim() });
  };
  return (
    <form className="stack" aria-label={say('programmes.review')} onSubmit={submit} noValidate>
      {REVIEW_QUESTIONS.map((question) => (
        <fieldset key={question} className="answerfield">
          <legend className="label">{say(`programmes.question.${question}`)}</legend>
          <div className="row">
            {REVIEW_ANSWERS.map((answer) => (
              <label className="choice" key={answer}>
                <input
                  type="radio"
                  name={question}
                  checked={answers[question] === answer}
                  onChange={() => setAnswers((before) => ({ ...before, [question]: answer }))}
                />
                {say(`programmes.answer.${answer}`)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {isTried && !isWhole && <Wrong text={say('programmes.reviewMissing')} />}
      <Field label={say('programmes.reviewNote')}>
        {(control) => <textarea {...control} rows={3} maxLength={3000} value={words} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      <Problem error={save.error} />
      <button type="submit" className="btn btn--main" disabled={save.isPending}>
        {say('programmes.save')}
      </button>
    </form>
  );
}
