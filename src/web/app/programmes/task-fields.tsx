import type { ReactNode } from 'react';
import { type ProgrammeTaskView, TASK_KINDS } from '../../../api/programmes.js';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay } from '../form/days.js';
import { Field } from '../frame/field.js';

/** A task as it is typed. */
export interface TypedTask extends Omit<ProgrammeTaskView, 'due'> {
  readonly key: number;
  readonly due: string;
}

export const NEW_TASK: Omit<TypedTask, 'key'> = { kind: 'general', words: '', who: '', due: '', measure: '' };

/** What was typed as a day: null for nothing, undefined for no day. */
export function readDay(text: string): string | null | undefined {
  return text.trim() === '' ? null : (parseDay(text) ?? undefined);
}

/** Whether a task can be kept. */
export const isWholeTask = ({ words, due }: TypedTask): boolean => words.trim() !== '' && readDay(due) !== undefined;

/** The fields of one task. */
export function TaskFields(props: {
  number: number;
  task: TypedTask;
  isTried: boolean;
  change: (part: Partial<TypedTask>) => void;
  remove: () => void;
}): ReactNode {
  const say = useWords();
  const { number, task, isTried, change, remove } = props;
  return (
    <fieldset className="taskform">
      <legend className="label">{say('programmes.taskOf', { n: number })}</legend>
      <div className="taskform__wide">
        <Field label={say('programmes.taskWords')} wrong={isTried && task.words.trim() === '' ? say('programmes.taskWordsMissing') : ''}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={1000}
              value={task.words}
              onChange={(event) => change({ words: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={say('programmes.taskKindField')}>
        {(control) => (
          <select
            {...control}
            value={task.kind}
            onChange={(event) => change({ kind: TASK_KINDS.find((kind) => kind === event.target.value) ?? task.kind })}
          >
            {TASK_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say(`programmes.taskKind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('programmes.taskWho')}>
        {(control) => <input {...control} maxLength={300} value={task.who} onChange={(event) => change({ who: event.target.value })} />}
      </Field>
      <DayField
        label={say('programmes.taskDue')}
        hint={say('programmes.taskDueHint')}
        wrong={isTried && readDay(task.due) === undefined ? say('programmes.dayWrong') : ''}
        value={task.due}
        onChange={(due) => change({ due })}
      />
      <Field label={say('programmes.taskMeasure')}>
        {(control) => (
          <input {...control} maxLength={500} value={task.measure} onChange={(event) => change({ measure: event.target.value })} />
        )}
      </Field>
      <div className="taskform__wide">
        <button type="button" className="btn btn--small" onClick={remove}>
          <Icon name="cross" />
          {say('programmes.removeTask', { n: number })}
        </button>
      </div>
    </fieldset>
  );
}
