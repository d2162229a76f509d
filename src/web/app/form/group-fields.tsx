import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useRef } from 'react';
import { groupNamesSchema } from '../../../api/audiences.js';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import type { CampaignForm, GroupForm, ThemeForm } from './campaign-form.js';
import type { Wrongs } from './check-form.js';
import { newKey } from './keys.js';
import { ThemeFields } from './theme-fields.js';

/** Props of `GroupFields`. */
export interface GroupFieldsProps {
  readonly groups: readonly GroupForm[];
  /** The campaign's own themes, which a group's start from. */
  readonly common: readonly ThemeForm[];
  readonly wrongs: Wrongs;
  readonly change: (change: (form: CampaignForm) => CampaignForm) => void;
}

/** Groups of people whose essays are held to themes of their own. */
export function GroupFields({ groups, common, wrongs, change }: GroupFieldsProps): ReactNode {
  const say = useWords();
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);
  const names = useQuery({ queryKey: ['group-names'], queryFn: () => ask('/api/group-names', groupNamesSchema) });
  const taken = new Set(groups.map(({ group }) => group));
  const known = (names.data ?? []).filter((name) => !taken.has(name));
  const put = (next: (groups: readonly GroupForm[]) => readonly GroupForm[]): void =>
    change((now) => ({ ...now, groups: [...next(now.groups)] }));
  const add = (): void => {
    // The ids stay: who reads results meets the theme that both have as one.
    const themes = common.map((theme) => ({ ...theme, key: newKey(), facets: theme.facets.map((facet) => ({ ...facet, key: newKey() })) }));
    put((all) => [...all, { key: newKey(), group: '', themes }]);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('section:last-of-type [data-group-name]')?.focus());
  };
  return (
    <div className="groupfields" ref={box}>
      <section className="panel" aria-labelledby={heading}>
        <div className="panel__head themeshead">
          <div className="grow">
            <h2 id={heading}>{say('form.groupsTitle')}</h2>
            <p className="small muted">{say('form.groupsLead')}</p>
          </div>
          <button type="button" className="btn" onClick={add}>
            <Icon name="plus" />
            {say('form.addGroup')}
          </button>
        </div>
      </section>
      {groups.map((one) => (
        <OneGroup key={one.key} group={one} groups={groups} known={known} wrongs={wrongs} put={put} />
      ))}
    </div>
  );
}

function OneGroup(props: {
  group: GroupForm;
  groups: readonly GroupForm[];
  known: readonly string[];
  wrongs: Wrongs;
  put: (next: (groups: readonly GroupForm[]) => readonly GroupForm[]) => void;
}): ReactNode {
  const say = useWords();
  const { group, groups, known, wrongs, put } = props;
  const { key, themes } = group;
  const list = useId();
  const name = group.group.trim();
  const set = (next: (group: GroupForm) => GroupForm): void => put((all) => all.map((one) => (one.key === key ? next(one) : one)));
  const remove = (): void => {
    put((all) => all.filter((one) => one.key !== key));
    const place = groups.findIndex((one) => one.key === key);
    toast(name === '' ? say('form.newGroupRemoved') : say('form.groupRemoved', { name }), () =>
      put((all) => [...all.slice(0, place), group, ...all.slice(place)]),
    );
  };
  return (
    <ThemeFields
      title={name === '' ? say('form.newGroup') : say('form.groupThemes', { name })}
      lead={say(themes.length === 0 ? 'form.groupThemesMissing' : 'form.groupThemesLead')}
      themes={themes}
      prompt={null}
      wrongs={wrongs}
      onChange={(next) => set((now) => ({ ...now, themes: [...next(now.themes)] }))}
      actions={
        <button type="button" className="btn" onClick={remove}>
          <Icon name="cross" />
          {say('form.removeGroup')}
          <span className="vh"> {name}</span>
        </button>
      }
    >
      <div className="panel__body--tight groupfields__name">
        <Field label={say('form.groupName')} hint={say('form.groupNameHint')} wrong={wrongs.get(`group ${key}`) ?? ''}>
          {(control) => (
            <input
              {...control}
              data-group-name
              list={list}
              maxLength={100}
              value={group.group}
              onChange={(event) => set((now) => ({ ...now, group: event.target.value }))}
            />
          )}
        </Field>
        <datalist id={list}>
          {known.map((one) => (
            <option value={one} key={one} />
          ))}
        </datalist>
      </div>
    </ThemeFields>
  );
}
