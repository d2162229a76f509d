import { type ReactNode, useRef } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { parseDay, writeDay } from './days.js';

/** A day, typed as the empty field says or picked from the browser's calendar, which may write days in another order. */
export function DayField(props: {
  label: ReactNode;
  hint?: string;
  wrong: string;
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const say = useWords();
  const { label, hint, wrong, value, onChange } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Field label={label} {...(hint !== undefined && { hint })} wrong={wrong}>
      {(control) => (
        <span className="dayfield">
          <input
            {...control}
            inputMode="numeric"
            placeholder={say('form.dayPlaceholder')}
            autoComplete="off"
            maxLength={10}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button type="button" className="btn btn--icon" aria-label={say('form.pickDay')} onClick={() => picker.current?.showPicker()}>
            <Icon name="calendar" />
          </button>
          <input
            ref={picker}
            type="date"
            className="dayfield__picker"
            tabIndex={-1}
            aria-hidden="true"
            value={parseDay(value) ?? ''}
            onChange={(event) => onChange(event.target.value === '' ? '' : writeDay(event.target.value))}
          />
        </span>
      )}
    </Field>
  );
}
