import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { QuestionView } from '../../../api/questions.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { Field, Wrong } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { bankQuery } from './queries.js';
import { type QuizForm, RANGES, type WrongField } from './quiz-form.js';

interface FieldsProps {
  readonly form: QuizForm;
  /** Empty until saving was tried. */
  readonly wrong: ReadonlySet<WrongField>;
  readonly change: (part: Partial<QuizForm>) => void;
}

/** What a committee sets of a quiz. */
export function QuizFields(props: FieldsProps): ReactNode {
  const say = useWords();
  const { form, wrong, change } = props;
  return (
    <>
      <Field label={say('quiz.name')} wrong={wrong.has('title') ? say('quiz.form.titleMissing') : ''}>
        {(control) => <input {...control} maxLength={200} value={form.title} onChange={(event) => change({ title: event.target.value })} />}
      </Field>
      <div className="rosterform">
        <NumberField {...props} field="asked" hint={say('quiz.form.askedHint', { n: form.questions.size })} />
        <NumberField {...props} field="pass" />
        <NumberField {...props} field="attempts" hint={say('quiz.form.attemptsHint')} />
        <NumberField {...props} field="minutes" hint={say('quiz.form.minutesHint')} />
        <DayField
          label={say('quiz.form.opens')}
          hint={say('quiz.form.opensHint')}
          wrong={wrong.has('opens') ? say('quiz.form.wrongDay') : ''}
          value={form.opens}
          onChange={(opens) => change({ opens })}
        />
        <DayField
          label={say('quiz.form.closes')}
          hint={say('quiz.form.closesHint')}
          wrong={wrong.has('closes') ? say('quiz.form.wrongDay') : wrong.has('order') ? say('quiz.form.wrongOrder') : ''}
          value={form.closes}
          onChange={(closes) => change({ closes })}
        />
      </div>
      <label className="choice">
        <input type="checkbox" checked={form.isPublic} onChange={(event) => change({ isPublic: event.target.checked })} />
        <span>
          {say('quiz.form.public')}
          <small>{say('quiz.form.publicHint')}</small>
        </span>
      </label>
      <ChooseQuestions {...props} />
    </>
  );
}

function NumberField(props: FieldsProps & { field: keyof typeof RANGES; hint?: string }): ReactNode {
  const say = useWords();
  const { form, wrong, change, field, hint } = props;
  const [from, to] = RANGES[field];
  return (
    <Field
      label={say(`quiz.form.${field}`)}
      {...(hint !== undefined && { hint })}
      wrong={wrong.has(field) ? say('quiz.form.wrongNumber', { from, to }) : ''}
    >
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={form[field]}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
}

function ChooseQuestions({ form, wrong, change }: FieldsProps): ReactNode {
  const say = useWords();
  const unit = useWorkingUnit();
  const { data, error, refetch } = useQuery(bankQuery(unit));
  const [search, setSearch] = useState('');
  const usable = useMemo(() => (data ?? []).filter(({ archivedAt }) => archivedAt === null), [data]);
  const shown = useMemo(() => {
    const sought = search.trim().toLocaleLowerCase('vi');
    return usable.filter(({ words, topic }) => `${topic} ${words}`.toLocaleLowerCase('vi').includes(sought));
  }, [usable, search]);
  const set = (questions: readonly QuestionView[], isChosen: boolean): void => {
    const chosen = new Set(form.questions);
    for (const { id } of questions) isChosen ? chosen.add(id) : chosen.delete(id);
    change({ questions: chosen });
  };
  return (
    <fieldset className="stack stack--tight">
      <legend className="label">{say('quiz.form.questions', { n: form.questions.size })}</legend>
      {data === undefined && error === null && <Loading label={say('frame.loading')} rows={3} />}
      <Problem error={error} retry={() => void refetch()} />
      {data !== undefined && usable.length === 0 && (
        <p>
          {say('quiz.form.emptyBank')} <Link to={paths.questions}>{say('quiz.form.toBank')}</Link>
        </p>
      )}
      {usable.length > 0 && (
        <>
          <input
            className="input"
            type="search"
            aria-label={say('quiz.bank.search')}
            placeholder={say('quiz.bank.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <label className="choice">
            <input
              type="checkbox"
              checked={shown.length > 0 && shown.every(({ id }) => form.questions.has(id))}
              onChange={(event) => set(shown, event.target.checked)}
            />
            <b>{say('quiz.form.all', { n: shown.length })}</b>
          </label>
          <ul className="quizchoices">
            {shown.map((question) => (
              <li key={question.id}>
                <label className="choice">
                  <input
                    type="checkbox"
                    checked={form.questions.has(question.id)}
                    onChange={(event) => set([question], event.target.checked)}
                  />
                  <span>
                    <OutsideText text={question.words} />
                    <small>
                      <OutsideText text={question.topic} />
                    </small>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      {wrong.has('questions') && <Wrong text={say('quiz.form.noQuestions')} />}
    </fieldset>
  );
}
