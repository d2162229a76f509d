import type { ReactNode } from 'react';
import { formatCount, NO_FIGURE } from '../../../api/format.js';
import { type ProgrammeTaskView, TASK_KINDS } from '../../../api/programmes.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { useWords } from '../../words/words.js';
import { writeDay } from '../form/days.js';

/** The tasks of a programme, and how many there are of each kind. */
export function TaskList({ tasks }: { tasks: readonly ProgrammeTaskView[] }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="nhiem-vu">
      <div className="panel__head">
        <h2 id="nhiem-vu">{say('programmes.tasks')}</h2>
        {tasks.length > 0 && (
          <span className="small muted">
            {TASK_KINDS.map((kind) => {
              const count = tasks.filter((task) => task.kind === kind).length;
              return `${say(`programmes.taskKind.${kind}`)}: ${formatCount(count)}`;
            }).join(' · ')}
          </span>
        )}
      </div>
      {tasks.length === 0 ? (
        <p className="panel__body small muted">{say('programmes.noTasks')}</p>
      ) : (
        <ScrollBox className="table-wrap table-wrap--free" labelledBy="nhiem-vu">
          <table className="table table--cards table--tasks">
            <caption className="vh">{say('programmes.tasks')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('programmes.taskWords')}</th>
                <th scope="col">{say('programmes.taskKindField')}</th>
                <th scope="col">{say('programmes.taskWho')}</th>
                <th scope="col">{say('programmes.taskDue')}</th>
                <th scope="col">{say('programmes.taskMeasure')}</th>
              </tr>
            </thead>
            <tbody>
              {tasks.map((task, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no other name than their place.
                <Task key={at} task={task} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function Task({ task: { kind, words, who, due, measure } }: { task: ProgrammeTaskView }): ReactNode {
  const say = useWords();
  const written = (text: string): ReactNode => (text === '' ? NO_FIGURE : <OutsideText text={text} />);
  return (
    <tr>
      <th scope="row" className="full">
        <OutsideText text={words} />
      </th>
      <td data-label={say('programmes.taskKindField')}>{say(`programmes.taskKind.${kind}`)}</td>
      <td data-label={say('programmes.taskWho')}>{written(who)}</td>
      <td data-label={say('programmes.taskDue')}>{due === null ? NO_FIGURE : writeDay(due)}</td>
      <td data-label={say('programmes.taskMeasure')}>{written(measure)}</td>
    </tr>
  );
}
