import { type FormEvent, type ReactNode, useState } from 'react';
import type { ProgrammeChangeInput, ProgrammeView } from '../../../api/programmes.js';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay, writeDay } from '../form/days.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { isWholeTask, NEW_TASK, readDay, TaskFields, type TypedTask } from './task-fields.js';
import { useStep } from './use-step.js';

/** Title, tasks and text of a draft, changed together. */
export function EditForm({ programme, onDone }: { programme: ProgrammeView; onDone: () => void }): ReactNode {
  const say = useWords();
  const [start] = useState(programme);
  const [title, setTitle] = useState(start.title);
  const [text, setText] = useState(start.text);
  const [adopted, setAdopted] = useState(start.adoptedOn === null ? '' : writeDay(start.adoptedOn));
  const [tasks, setTasks] = useState<readonly TypedTask[]>(() => start.taskRows.map(typedTask));
  const [isTried, setTried] = useState(false);
  const save = useStep(start, { step: '', told: say('programmes.saved'), done: onDone });
  const adoptedOn = readDay(adopted);
  const isWhole = title.trim() !== '' && adoptedOn !== undefined && tasks.every(isWholeTask);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isWhole || save.isPending) return;
    const change: ProgrammeChangeInput = {
      title: title.trim(),
      text: text === start.text ? null : text,
      tasks: tasks.map(({ key: _, due, ...task }) => ({ ...task, words: task.words.trim(), due: parseDay(due) })),
      adoptedOn,
      revision: start.revision,
    };
    save.mutate(change);
  };
  const put = (key: number, part: Partial<TypedTask>): void =>
    setTasks((before) => before.map((task) => (task.key === key ? { ...task, ...part } : task)));
  return (
    <form className="panel panel__body stack" aria-label={say('programmes.edit')} onSubmit={submit} noValidate>
      <Field label={say('programmes.titleField')} wrong={isTried && title.trim() === '' ? say('programmes.titleMissing') : ''}>
        {(control) => <input {...control} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <DayField
        label={say('programmes.adoptedOn')}
        hint={say('programmes.adoptedHint')}
        wrong={isTried && adoptedOn === undefined ? say('programmes.dayWrong') : ''}
        value={adopted}
        onChange={setAdopted}
      />
      <h2>{say('programmes.tasks')}</h2>
      {tasks.map((task, at) => (
        <TaskFields
          key={task.key}
          number={at + 1}
          task={task}
          isTried={isTried}
          change={(part) => put(task.key, part)}
          remove={() => setTasks((before) => before.filter(({ key }) => key !== task.key))}
        />
      ))}
      <div className="row">
        <button
          type="button"
          className="btn"
          onClick={() => setTasks((before) => [...before, { ...NEW_TASK, key: Math.max(0, ...before.map(({ key }) => key)) + 1 }])}
        >
          <Icon name="plus" />
          {say('programmes.addTask')}
        </button>
      </div>
      <Field label={say('programmes.text')} hint={say('programmes.textHint')}>
        {(control) => (
          <textarea {...control} rows={16} lang="vi" maxLength={300_000} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Problem error={save.error} />
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={save.isPending}>
          {say(save.isPending ? 'programmes.saving' : 'programmes.save')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}

const typedTask = (task: ProgrammeView['taskRows'][number], key: number): TypedTask => ({
  ...task,
  key,
  due: task.due === null ? '' : writeDay(task.due),
});
