import { type ReactNode, useId } from 'react';
import { QUESTION_KINDS, QUESTION_LIMITS, type QuestionInput, type QuestionKind, trueFalseOptions } from '../../../api/questions.js';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';

interface FieldsProps {
  readonly form: QuestionInput;
  readonly change: (part: Partial<QuestionInput>) => void;
}

type Options = QuestionInput['options'];

/** What a question is made of. */
export function QuestionFields({ form, change }: FieldsProps): ReactNode {
  const say = useWords();
  const turnInto = (kind: QuestionKind): void => change({ kind, options: optionsFor(kind, form) });
  return (
    <>
      <div className="rosterform">
        <Field label={say('quiz.bank.topic')} hint={say('quiz.bank.topicHint')}>
          {(control) => (
            <input
              {...control}
              maxLength={QUESTION_LIMITS.topic}
              value={form.topic}
              onChange={(event) => change({ topic: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('quiz.bank.kindLabel')}>
          {(control) => (
            <select {...control} value={form.kind} onChange={(event) => turnInto(event.target.value as QuestionKind)}>
              {QUESTION_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {say(`quiz.bank.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={say('quiz.bank.words')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={QUESTION_LIMITS.words}
            value={form.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        )}
      </Field>
      <OptionFields form={form} change={change} />
      <Field label={say('quiz.bank.explanation')} hint={say('quiz.bank.explanationHint')}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={QUESTION_LIMITS.explanation}
            value={form.explanation}
            onChange={(event) => change({ explanation: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Options that go with a kind: what was written stays where it can. */
function optionsFor(kind: QuestionKind, form: QuestionInput): Options {
  if (kind === 'true-false') return trueFalseOptions(true).map((option) => ({ ...option }));
  const written = form.kind === 'true-false' ? ['', '', ''].map((words) => ({ words, isRight: false, feedback: '' })) : form.options;
  const first = written.findIndex(({ isRight }) => isRight);
  return kind === 'one' ? written.map((option, place) => ({ ...option, isRight: place === first })) : written;
}

function OptionFields({ form, change }: FieldsProps): ReactNode {
  const say = useWords();
  const { kind, options } = form;
  const isFixed = kind === 'true-false';
  const group = useId();
  const set = (place: number, part: Partial<Options[number]>): void =>
    change({ options: options.map((option, index) => (index === place ? { ...option, ...part } : option)) });
  const setRight = (place: number, isRight: boolean): void =>
    change({
      options: options.map((option, index) =>
        index === place ? { ...option, isRight } : kind === 'many' ? option : { ...option, isRight: false },
      ),
    });
  return (
    <fieldset className="stack stack--tight">
      <legend className="label">{say(isFixed ? 'quiz.bank.statement' : 'quiz.bank.options')}</legend>
      {!isFixed && <p className="small muted">{say('quiz.bank.optionsHint')}</p>}
      {options.map((option, place) => (
        <OptionField
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place until it has words.
          key={place}
          option={option}
          number={place + 1}
          kind={kind}
          group={group}
          set={(part) => set(place, part)}
          setRight={(isRight) => setRight(place, isRight)}
          {...(!isFixed && options.length > 2 && { remove: () => change({ options: options.filter((_one, index) => index !== place) }) })}
        />
      ))}
      {!isFixed && options.length < QUESTION_LIMITS.options && (
        <p>
          <button
            type="button"
            className="btn btn--small"
            onClick={() => change({ options: [...options, { words: '', isRight: false, feedback: '' }] })}
          >
            <Icon name="plus" />
            {say('quiz.bank.addOption')}
          </button>
        </p>
      )}
    </fieldset>
  );
}

function OptionField(props: {
  option: Options[number];
  number: number;
  kind: QuestionKind;
  group: string;
  set: (part: Partial<Options[number]>) => void;
  setRight: (isRight: boolean) => void;
  remove?: () => void;
}): ReactNode {
  const say = useWords();
  const { option, number: n, kind, group, set, setRight, remove } = props;
  return (
    <div className="quizoption">
      <input
        type={kind === 'many' ? 'checkbox' : 'radio'}
        name={group}
        aria-label={kind === 'true-false' ? option.words : say('quiz.bank.isRight', { n })}
        checked={option.isRight}
        onChange={(event) => setRight(event.target.checked)}
      />
      <span className="stack stack--tight">
        {kind === 'true-false' ? (
          <span lang="vi">{option.words}</span>
        ) : (
          <input
            className="input"
            aria-label={say('quiz.bank.option', { n })}
            maxLength={QUESTION_LIMITS.option}
            value={option.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        )}
        <input
          className="input input--quiet"
          aria-label={say('quiz.bank.feedback', { n })}
          placeholder={say('quiz.bank.feedback', { n })}
          maxLength={QUESTION_LIMITS.feedback}
          value={option.feedback}
          onChange={(event) => set({ feedback: event.target.value })}
        />
      </span>
      {remove !== undefined && (
        <button type="button" className="btn btn--icon" aria-label={say('quiz.bank.removeOption', { n })} onClick={remove}>
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
