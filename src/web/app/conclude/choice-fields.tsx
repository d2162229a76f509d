import { type ReactNode, useId } from 'react';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import type { Choice } from './conclusion.js';

const VERDICTS = ['accepted', 'rewrite'] as const;
const GROUNDS = ['copied', 'content'] as const;

interface ChoiceFieldsProps {
  readonly choice: Choice;
  /** Grounds of the machine's proposal. */
  readonly proposed: Choice['grounds'];
  readonly onChange: (choice: Choice) => void;
}

/** Verdict, and for rewriting its grounds and reason. */
export function ChoiceFields({ choice, proposed, onChange }: ChoiceFieldsProps): ReactNode {
  const say = useWords();
  const name = useId();
  const isRewrite = choice.verdict === 'rewrite';
  const toggle = (ground: (typeof GROUNDS)[number], isOn: boolean): void => {
    onChange({ ...choice, grounds: GROUNDS.filter((one) => (one === ground ? isOn : choice.grounds.includes(one))) });
  };
  return (
    <>
      <fieldset className="row">
        <legend className="vh">{say('conclude.title')}</legend>
        {VERDICTS.map((verdict, place) => (
          <label className="choice" key={verdict}>
            <input
              type="radio"
              name={name}
              value={verdict}
              checked={choice.verdict === verdict}
              onChange={() => onChange({ ...choice, verdict })}
              aria-keyshortcuts={String(place + 1)}
            />
            {say(`conclude.${verdict}`)}
          </label>
        ))}
      </fieldset>
      {isRewrite && (
        <fieldset className="stack stack--tight">
          <legend className="label">{say('conclude.grounds')}</legend>
          {GROUNDS.map((ground) => (
            <label className="choice" key={ground}>
              <input type="checkbox" checked={choice.grounds.includes(ground)} onChange={(event) => toggle(ground, event.target.checked)} />
              <span>
                {say(`conclude.ground.${ground}`)}
                <small>{say(`conclude.groundHint.${ground}`)}</small>
              </span>
            </label>
          ))}
          {proposed.length > 0 && <p className="small muted">{say('conclude.prefilled')}</p>}
        </fieldset>
      )}
      {choice.verdict !== null && (
        <Field label={say(isRewrite ? 'conclude.reason' : 'conclude.reasonOptional')} hint={say('conclude.reasonLetter')}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={2000}
              placeholder={isRewrite ? say('conclude.reasonHint') : undefined}
              value={choice.reason}
              onChange={(event) => onChange({ ...choice, reason: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
