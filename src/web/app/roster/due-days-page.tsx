import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RosterView } from '../../../api/roster.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { DayField } from '../form/day-field.js';
import { writeDay } from '../form/days.js';
import { holds, useAccount } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { Waiting } from '../frame/waiting.js';
import { GroupPrompt, readDay } from './group-prompt.js';
import { rosterQuery } from './roster-queries.js';
import { RosterTabs } from './roster-tabs.js';
import { useSaving } from './use-saving.js';

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
          <GroupPrompt key={audience.id} campaign={id} audience={audience} common={definition} mayChange={mayChange} />
        ))}
      </section>
    </Page>
  );
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
