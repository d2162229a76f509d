import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { Field } from '../frame/field.js';
import { isNoDay, LOG_SORTS, type LogFields, type LogSort, NO_FIELDS } from './log-fields.js';

/** Milliseconds after the last letter until the service is asked. */
const PAUSE = 300;
const SORTS = Object.keys(LOG_SORTS) as LogSort[];

/** Fields above the log; what they come to is told once one has stopped typing. `start`: what they begin with; a sort that is given there stays. */
export function LogFilter({ change, start = NO_FIELDS }: { change: (fields: LogFields) => void; start?: LogFields }): ReactNode {
  const say = useWords();
  const [fields, setFields] = useState(start);
  const set = (part: Partial<LogFields>): void => setFields((before) => ({ ...before, ...part }));
  useEffect(() => {
    const timer = setTimeout(() => change(fields), PAUSE);
    return () => clearTimeout(timer);
  }, [fields, change]);
  const wrong = (day: string): string => (isNoDay(day) ? say('log.noDay') : '');
  return (
    <search className="filters filters--fields">
      <Field label={say('log.filterWho')}>
        {(control) => <input {...control} type="search" value={fields.who} onChange={({ target }) => set({ who: target.value })} />}
      </Field>
      {start.sort === '' && (
        <Field label={say('log.filterSort')}>
          {(control) => (
            <select {...control} value={fields.sort} onChange={({ target }) => set({ sort: target.value as LogSort | '' })}>
              <option value="">{say('log.sorts.all')}</option>
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {say(`log.sorts.${sort}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={say('log.filterEssay')}>
        {(control) => <input {...control} type="search" value={fields.essay} onChange={({ target }) => set({ essay: target.value })} />}
      </Field>
      <DayField label={say('log.filterFrom')} hint="" wrong={wrong(fields.from)} value={fields.from} onChange={(from) => set({ from })} />
      <DayField label={say('log.filterTo')} hint="" wrong={wrong(fields.to)} value={fields.to} onChange={(to) => set({ to })} />
      {fields !== start && (
        <button type="button" className="linklike" onClick={() => setFields(start)}>
          {say('log.clear')}
        </button>
      )}
    </search>
  );
}
