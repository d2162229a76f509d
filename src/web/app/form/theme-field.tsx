import { type ReactNode, useId } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import type { ThemeForm } from './campaign-form.js';
import type { Wrongs } from './check-form.js';
import { FacetFields } from './facet-fields.js';
import { PhraseField } from './phrase-field.js';

const KINDS = ['awareness', 'commitment', 'own-unit', 'request', 'topic'] as const;

/** Props of `ThemeField`. */
export interface ThemeFieldProps {
  readonly theme: ThemeForm;
  /** Place in the order, from 1. */
  readonly number: number;
  readonly isLast: boolean;
  readonly wrongs: Wrongs;
  readonly onChange: (theme: ThemeForm) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One theme, with its place in the order. */
export function ThemeField(props: ThemeFieldProps): ReactNode {
  const say = useWords();
  const { theme, wrongs, onChange } = props;
  const heading = useId();
  const wrong = (part: string): string => wrongs.get(`theme ${theme.key} ${part}`) ?? '';
  return (
    <li className="themeform" aria-labelledby={heading}>
      <ThemeHead {...props} heading={heading} />
      <div className="themeform__main">
        <Field label={say('form.themeName')} wrong={wrong('name')}>
          {(control) => (
            <input {...control} maxLength={200} value={theme.name} onChange={(event) => onChange({ ...theme, name: event.target.value })} />
          )}
        </Field>
        <Field label={say('form.themeKind')} hint={say(`form.themeKindHint.${theme.kind}`)}>
          {(control) => (
            <select
              {...control}
              value={theme.kind}
              onChange={(event) => onChange({ ...theme, kind: KINDS.find((kind) => kind === event.target.value) ?? theme.kind })}
            >
              {KINDS.map((kind) => (
                <option value={kind} key={kind}>
                  {say(`form.themeKinds.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('form.minimum')} wrong={wrong('minimum')}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              value={theme.minimum}
              onChange={(event) => onChange({ ...theme, minimum: event.target.value })}
            />
          )}
        </Field>
      </div>
      <PhraseField
        label={say('form.phrases')}
        phrases={theme.phrases}
        wrong={wrong('phrases')}
        onChange={(phrases) => onChange({ ...theme, phrases })}
      />
      <FacetFields facets={theme.facets} wrongs={wrongs} onChange={(facets) => onChange({ ...theme, facets })} />
    </li>
  );
}

function ThemeHead({ theme, number, isLast, heading, onChange, onMove, onRemove }: ThemeFieldProps & { heading: string }): ReactNode {
  const say = useWords();
  const name = theme.name.trim() || say('form.newTheme');
  return (
    <div className="row row--apart">
      <span className="row">
        <h3 id={heading}>{say('form.themeNo', { number })}</h3>
        <label className="choice">
          <input type="checkbox" checked={theme.required} onChange={(event) => onChange({ ...theme, required: event.target.checked })} />
          {say('form.required')}
        </label>
      </span>
      <span className="themeform__buttons">
        <MoveButton icon="up" label={say('form.moveUp', { name })} isOff={number === 1} onPress={() => onMove(-1)} />
        <MoveButton icon="down" label={say('form.moveDown', { name })} isOff={isLast} onPress={() => onMove(1)} />
        <MoveButton icon="cross" label={say('form.removeTheme', { name })} isOff={false} onPress={onRemove} />
      </span>
    </div>
  );
}

function MoveButton(props: { icon: 'up' | 'down' | 'cross'; label: string; isOff: boolean; onPress: () => void }): ReactNode {
  return (
    <button
      type="button"
      className="btn btn--icon"
      aria-label={props.label}
      title={props.label}
      disabled={props.isOff}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
