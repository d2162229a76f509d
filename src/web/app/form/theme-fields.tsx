import { type ReactNode, useId, useRef } from 'react';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { toast } from '../frame/toasts.js';
import type { ThemeForm } from './campaign-form.js';
import type { Wrongs } from './check-form.js';
import { newKey } from './keys.js';
import { ThemeField } from './theme-field.js';
import { ThemesOfPrompt } from './themes-of-prompt.js';

/** Themes in their order, under a heading. */
export function ThemeFields(props: {
  title: string;
  lead: string;
  themes: readonly ThemeForm[];
  /** The question that themes can be taken from; null where none is to be answered. */
  prompt: string | null;
  wrongs: Wrongs;
  onChange: (change: (themes: readonly ThemeForm[]) => readonly ThemeForm[]) => void;
  /** Buttons after those of the list. */
  actions?: ReactNode;
  /** Stands between heading and list. */
  children?: ReactNode;
}): ReactNode {
  const say = useWords();
  const { title, lead, themes, prompt, wrongs, onChange } = props;
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  const focusOn = (place: number): void => {
    requestAnimationFrame(() => list.current?.children[place]?.querySelector<HTMLElement>('input:not([type="checkbox"])')?.focus());
  };
  const add = (): void => {
    const theme = { key: newKey(), id: null, name: '', kind: 'topic', required: true, minimum: '0,5', phrases: [], facets: [] } as const;
    onChange((all) => [...all, { ...theme, phrases: [], facets: [] }]);
    focusOn(themes.length);
  };
  const remove = (theme: ThemeForm, place: number): void => {
    onChange((all) => all.filter(({ key }) => key !== theme.key));
    toast(say('form.themeRemoved', { name: theme.name.trim() || say('form.newTheme') }), () =>
      onChange((all) => [...all.slice(0, place), theme, ...all.slice(place)]),
    );
  };
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel__head themeshead">
        <div className="grow">
          <h2 id={heading}>
            <OutsideText text={title} />
          </h2>
          <p className="small muted">{lead}</p>
        </div>
        {prompt !== null && prompt.trim() !== '' && <ThemesOfPrompt prompt={prompt} themes={themes} onChange={onChange} />}
        <button type="button" className="btn" onClick={add}>
          <Icon name="plus" />
          {say('form.addTheme')}
        </button>
        {props.actions}
      </div>
      {props.children}
      {themes.length > 0 && (
        <ol className="themeforms" ref={list}>
          {themes.map((theme, place) => (
            <ThemeField
              key={theme.key}
              theme={theme}
              number={place + 1}
              isLast={place === themes.length - 1}
              wrongs={wrongs}
              onChange={(next) => onChange((all) => all.map((one) => (one.key === next.key ? next : one)))}
              onMove={(by) => onChange((all) => moved(all, place, place + by))}
              onRemove={() => remove(theme, place)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function moved(themes: readonly ThemeForm[], from: number, to: number): readonly ThemeForm[] {
  const [first, second] = [themes[from], themes[to]];
  if (first === undefined || second === undefined) return themes;
  return themes.map((theme, place) => (place === from ? second : place === to ? first : theme));
}
