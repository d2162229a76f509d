import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { AudienceView } from '../../../api/roster.js';
import type { DefinitionView } from '../../../api/service.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay, writeDay } from '../form/days.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { ChooseSituation } from '../situations/choose-situation.js';
import { useSaving } from './use-saving.js';

/** What was typed as a day: null for nothing, undefined for no day. */
export function readDay(text: string): string | null | undefined {
  return text.trim() === '' ? null : (parseDay(text) ?? undefined);
}

/** Prompt, situation and day of a group. */
export function GroupPrompt(props: { campaign: string; audience: AudienceView; common: DefinitionView; mayChange: boolean }): ReactNode {
  const say = useWords();
  const { campaign, audience, common, mayChange } = props;
  const { name, people } = audience;
  const [prompt, setPrompt] = useState(audience.prompt);
  const [situation, setSituation] = useState(audience.situation);
  const [text, setText] = useState(audience.due === null ? '' : writeDay(audience.due));
  const [isTried, setTried] = useState(false);
  const save = useSaving(campaign, `audiences/${encodeURIComponent(audience.id)}`, say('roster.groupSaved', { name }));
  const day = readDay(text);
  const own = common.groups.find((one) => one.group === name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const kept = prompt.trim() === '' ? null : situation;
    if (day !== undefined) save.mutate({ prompt, due: day, situation: kept?.id ?? null }, { onSuccess: () => setSituation(kept) });
  };
  return (
    <form className="panel__body stack audience" onSubmit={submit} noValidate>
      <h3>
        <OutsideText text={name} /> <span className="small muted">{say('roster.groupPeople', { n: people })}</span>
      </h3>
      <Field label={say('roster.groupPrompt')} hint={say('roster.groupPromptHint')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={5000}
            readOnly={!mayChange}
            placeholder={common.prompt}
            value={prompt}
            onChange={(event) => setPrompt(event.target.value)}
          />
        )}
      </Field>
      <ChosenSituation
        group={name}
        situation={situation}
        mayChange={mayChange}
        choose={(chosen) => {
          setSituation(chosen);
          if (chosen !== null) setPrompt(chosen.prompt);
        }}
      />
      <p className="small muted">
        {own === undefined ? say('roster.groupThemesNone') : say('roster.groupThemes', { n: own.themes.length })}{' '}
        {mayChange && <Link to={paths.settings(campaign)}>{say('roster.groupThemesSet')}</Link>}
      </p>
      <div className="duerow">
        <DayField
          label={say('roster.groupDue')}
          hint={say('roster.dueHint')}
          wrong={isTried && day === undefined ? say('form.dayWrong') : ''}
          value={text}
          onChange={setText}
        />
        {mayChange && (
          <button type="submit" className="btn" disabled={save.isPending}>
            {say('roster.save')}
          </button>
        )}
      </div>
      <Problem error={save.error} />
    </form>
  );
}

interface Chosen {
  readonly group: string;
  readonly situation: AudienceView['situation'];
  readonly mayChange: boolean;
  readonly choose: (situation: { readonly id: string; readonly title: string; readonly prompt: string } | null) => void;
}

/** Which situation of the library the prompt is made of; its words are in the prompt, which may be changed. */
function ChosenSituation({ group, situation, mayChange, choose }: Chosen): ReactNode {
  const say = useWords();
  if (situation === null && !mayChange) return null;
  return (
    <div className="row">
      {situation !== null && (
        <span className="small">
          <OutsideText text={say('situations.picked', { name: situation.title })} />
        </span>
      )}
      {mayChange && <ChooseSituation group={group} choose={choose} />}
      {mayChange && situation !== null && (
        <button type="button" className="btn btn--small btn--quiet" onClick={() => choose(null)}>
          {say('situations.unpick')}
        </button>
      )}
    </div>
  );
}
