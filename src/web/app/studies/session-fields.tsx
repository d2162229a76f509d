import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay } from '../form/days.js';
import { Field } from '../frame/field.js';
import { readCount, type SessionValues } from './session-values.js';

interface FieldsProps {
  readonly values: SessionValues;
  readonly change: (part: Partial<SessionValues>) => void;
  /** Whether saving was tried: what is missing is told from then on. */
  readonly isTried: boolean;
}

const FORMS = ['class', 'cell-meeting', 'self-study'] as const;
const MODES = ['in-person', 'online'] as const;
const POSTS = ['secretary', 'head', 'other'] as const;

/** A choice of a few words. */
export function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  choices: readonly Value[];
  wordOf: (value: Value) => string;
  change: (value: Value) => void;
}): ReactNode {
  const { label, value, choices, wordOf, change } = props;
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ target }) => {
            const chosen = choices.find((one) => one === target.value);
            if (chosen !== undefined) change(chosen);
          }}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {wordOf(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Tick({ label, value, change }: { label: string; value: boolean; change: (value: boolean) => void }): ReactNode {
  return (
    <label className="choice">
      <input type="checkbox" checked={value} onChange={(event) => change(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function Text(props: { label: string; wrong?: string; most: number; value: string; change: (value: string) => void }): ReactNode {
  const { label, wrong = '', most, value, change } = props;
  return (
    <Field label={label} wrong={wrong}>
      {(control) => <input {...control} maxLength={most} value={value} onChange={(event) => change(event.target.value)} />}
    </Field>
  );
}

/** When, what, how and by whom. */
export function SessionFields({ values, change, isTried }: FieldsProps): ReactNode {
  const say = useWords();
  const { day, title, form, mode, isCatchUp, place, speaker, speakerPost, isCombined } = values;
  return (
    <>
      <div className="rosterform">
        <Text
          label={say('studies.name')}
          most={300}
          value={title}
          wrong={isTried && title.trim() === '' ? say('studies.nameMissing') : ''}
          change={(text) => change({ title: text })}
        />
        <DayField
          label={say('studies.day')}
          hint={say('studies.dayHint')}
          wrong={isTried && parseDay(day) === null ? say('studies.dayWrong') : ''}
          value={day}
          onChange={(text) => change({ day: text })}
        />
        <Choice
          label={say('studies.form')}
          value={form}
          choices={FORMS}
          wordOf={(one) => say(`studies.forms.${one}`)}
          change={(one) => change({ form: one })}
        />
        <Choice
          label={say('studies.mode')}
          value={mode}
          choices={MODES}
          wordOf={(one) => say(`studies.modes.${one}`)}
          change={(one) => change({ mode: one })}
        />
        <Text label={say('studies.where')} most={300} value={place} change={(text) => change({ place: text })} />
        <Text label={say('studies.speaker')} most={200} value={speaker} change={(text) => change({ speaker: text })} />
        <Choice
          label={say('studies.speakerPost')}
          value={speakerPost}
          choices={POSTS}
          wordOf={(one) => say(`studies.posts.${one}`)}
          change={(one) => change({ speakerPost: one })}
        />
        <CountField
          label={say('studies.minutesField')}
          value={values.minutes}
          change={(text) => change({ minutes: text })}
          isTried={isTried}
        />
      </div>
      <div className="row">
        <Tick label={say('studies.isCatchUp')} value={isCatchUp} change={(is) => change({ isCatchUp: is })} />
        <Tick label={say('studies.isCombined')} value={isCombined} change={(is) => change({ isCombined: is })} />
      </div>
    </>
  );
}

/** A whole number, which may be left out. */
export function CountField(props: { label: string; value: string; change: (value: string) => void; isTried: boolean }): ReactNode {
  const say = useWords();
  const { label, value, change, isTried } = props;
  return (
    <Field label={label} wrong={isTried && readCount(value) === undefined ? say('studies.numberWrong') : ''}>
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}

const TOLD = [
  ['toldSummoned', 'toldSummoned'],
  ['toldAttended', 'toldAttended'],
  ['nonMembers', 'nonMembersField'],
  ['comments', 'commentsField'],
  ['questions', 'questionsField'],
  ['answered', 'answeredField'],
] as const;

/** Head counts, comments and questions. */
export function CountFields({ values, change, isTried }: FieldsProps): ReactNode {
  const say = useWords();
  return (
    <fieldset className="countfields">
      <legend className="label">{say('studies.headcounts')}</legend>
      <p className="small muted">{say('studies.headcountsHint')}</p>
      <div className="countrow">
        {TOLD.map(([count, word]) => (
          <CountField
            key={count}
            label={say(`studies.${word}`)}
            value={values[count]}
            change={(text) => change({ [count]: text })}
            isTried={isTried}
          />
        ))}
      </div>
    </fieldset>
  );
}
