import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { type AudienceView, type RosterView, rosterSchema } from '../../../api/roster.js';
import type { DefinitionView } from '../../../api/service.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { DayField } from '../form/day-field.js';
import { parseDay, writeDay } from '../form/days.js';
import { holds, useAccount } from '../frame/account.js';
import { Field } from '../frame/field.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';
import { rosterQuery } from './roster-queries.js';
import { RosterTabs } from './roster-tabs.js';

/** By when and about what people write: the unit's day, and what groups of people have of their own. */
export function DueDaysPage(): ReactNode {
  const say = useWords();
  const { id, name, definition } = useCampaign();
  const { data, error, refetch } = useQuery(rosterQuery(id));
  const mayChange = holds(useAccount(), ['committee']);
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  return (
    <Page title={say('roster.dueTitle')} short={`${say('roster.dueTitle')} · ${name}`} lead={say('roster.dueLead')}>
      <RosterTabs campaign={id} unsigned={data.unsigned} />
      <UnitDay key={data.due.own} campaign={id} due={data.due} mayChange={mayChange} />
      <section className="panel" aria-labelledby="nhom">
        <div className="panel__head">
          <div>
            <h2 id="nhom">{say('roster.groupsTitle')}</h2>
            <p className="small muted">{say('roster.groupsLead')}</p>
          </div>
        </div>
        {data.audiences.length === 0 && <p className="panel__body muted">{say('roster.groupsEmpty')}</p>}
        {data.audiences.map((audience) => (
          <Group key={audience.id} campaign={id} audience={audience} common={definition} mayChange={mayChange} />
        ))}
      </section>
    </Page>
  );
}

/** Keeps something of the roster and shows what came of it. */
function useSaving(campaign: string, path: string, told: string) {
  const client = useQueryClient();
  const { queryKey } = rosterQuery(campaign);
  return useMutation({
    mutationFn: (json: object) => ask(`${campaignAddress(campaign)}/${path}`, rosterSchema, { method: 'PUT', json }),
    onSuccess: (roster) => {
      client.setQueryData(queryKey, roster);
      toast(told);
    },
    onError: () => void client.invalidateQueries({ queryKey }),
  });
}

/** What was typed as a day: null for nothing, undefined for no day. */
function readDay(text: string): string | null | undefined {
  return text.trim() === '' ? null : (parseDay(text) ?? undefined);
}

function UnitDay({ campaign, due, mayChange }: { campaign: string; due: RosterView['due']; mayChange: boolean }): ReactNode {
  const say = useWords();
  const [text, setText] = useState(due.own === null ? '' : writeDay(due.own));
  const [isTried, setTried] = useState(false);
  const save = useSaving(campaign, 'due', say('roster.dueSaved'));
  const day = readDay(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (day !== undefined) save.mutate({ due: day, before: due.own });
  };
  const now = due.due === null ? say('roster.dueNone') : writeDay(due.due);
  return (
    <form className="panel panel__body stack" onSubmit={submit} noValidate>
      <p>
        {say('roster.dueNow', { day: now })} {due.from !== null && <OutsideText text={say('roster.dueFrom', { unit: due.from })} />}
      </p>
      {mayChange && (
        <div className="duerow">
          <DayField
            label={say('roster.dueOwn')}
            hint={say('roster.dueHint')}
            wrong={isTried && day === undefined ? say('form.dayWrong') : ''}
            value={text}
            onChange={setText}
          />
          <button type="submit" className="btn btn--main" disabled={save.isPending}>
            {say('roster.save')}
          </button>
        </div>
      )}
      <Problem error={save.error} />
    </form>
  );
}

function Group(props: { campaign: string; audience: AudienceView; common: DefinitionView; mayChange: boolean }): ReactNode {
  const say = useWords();
  const { campaign, audience, common, mayChange } = props;
  const { name, people } = audience;
  const [prompt, setPrompt] = useState(audience.prompt);
  const [text, setText] = useState(audience.due === null ? '' : writeDay(audience.due));
  const [isTried, setTried] = useState(false);
  const save = useSaving(campaign, `audiences/${encodeURIComponent(audience.id)}`, say('roster.groupSaved', { name }));
  const day = readDay(text);
  const own = common.groups.find((one) => one.group === name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (day !== undefined) save.mutate({ prompt, due: day });
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
