import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { UNIT_KINDS } from '../../../api/organisation.js';
import { type DutyView, dutiesSchema, PROGRAMME_KINDS } from '../../../api/programmes.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { DayField } from '../form/day-field.js';
import { writeDay } from '../form/days.js';
import { useHolds } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';
import { ProgrammeTabs } from './programme-tabs.js';
import { dutiesQuery, refreshLists } from './queries.js';
import { readDay } from './task-fields.js';

/** Of which kinds of units the campaign asks for programmes and plans, and by when. */
export function DutiesPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { data, error, refetch } = useQuery(dutiesQuery(id));
  return (
    <Page title={say('programmes.tabDuties')} short={`${say('programmes.tabDuties')} · ${name}`} lead={say('programmes.dutiesLead')}>
      <ProgrammeTabs campaign={id} />
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && <DutiesForm key={JSON.stringify(data)} duties={data.duties} />}
    </Page>
  );
}

/** Days as typed, of what is asked for, by kind of programme and of unit. */
type Asked = Readonly<Record<string, string>>;
const SHORT = { collective: 'collective', 'personal-plan': 'plans' } as const;
const keyOf = (kind: string, unitKind: string): string => `${kind} ${unitKind}`;

function DutiesForm({ duties }: { duties: readonly DutyView[] }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { id, unit } = useCampaign();
  const mayChange = useHolds(['committee'], unit);
  const [asked, setAsked] = useState<Asked>(() =>
    Object.fromEntries(duties.map(({ kind, unitKind, due }) => [keyOf(kind, unitKind), due === null ? '' : writeDay(due)])),
  );
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (json: object) => ask(`${campaignAddress(id)}/duties`, dutiesSchema, { method: 'PUT', json }),
    onSuccess: async (told) => {
      client.setQueryData(dutiesQuery(id).queryKey, told);
      toast(say('programmes.dutiesSaved'));
      await refreshLists(client, id);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const given = PROGRAMME_KINDS.flatMap((kind) =>
      UNIT_KINDS.flatMap((unitKind) => {
        const typed = asked[keyOf(kind, unitKind)];
        return typed === undefined ? [] : [{ kind, unitKind, due: readDay(typed) }];
      }),
    );
    if (given.every(({ due }) => due !== undefined) && !save.isPending) save.mutate({ duties: given, before: duties });
  };
  const put = (key: string, day: string | undefined): void => {
    const { [key]: _, ...others } = asked;
    setAsked(day === undefined ? others : { ...others, [key]: day });
  };
  return (
    <form className="panel" onSubmit={submit} noValidate aria-label={say('programmes.tabDuties')}>
      {!mayChange && <p className="panel__body small muted">{say('programmes.dutiesReadOnly')}</p>}
      <table className="table table--cards table--duties">
        <caption className="vh">{say('programmes.dutiesLead')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('programmes.dutyKind')}</th>
            {PROGRAMME_KINDS.map((kind) => (
              <th scope="col" key={kind}>
                {say(`programmes.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {UNIT_KINDS.map((unitKind) => (
            <tr key={unitKind}>
              <th scope="row" className="full">
                {say(`organisation.kind.${unitKind}`)}
              </th>
              {PROGRAMME_KINDS.map((kind) => (
                <td key={kind} data-label={say(`programmes.short.${SHORT[kind]}`)}>
                  <DutyCell
                    kind={kind}
                    unitKind={unitKind}
                    typed={asked[keyOf(kind, unitKind)]}
                    isTried={isTried}
                    isReadOnly={!mayChange}
                    put={(day) => put(keyOf(kind, unitKind), day)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange && (
        <div className="panel__body panel__body--foot stack">
          <Problem error={save.error} />
          <div className="row">
            <button type="submit" className="btn btn--main" disabled={save.isPending}>
              {say(save.isPending ? 'programmes.saving' : 'programmes.save')}
            </button>
          </div>
        </div>
      )}
    </form>
  );
}

function DutyCell(props: {
  kind: DutyView['kind'];
  unitKind: DutyView['unitKind'];
  /** undefined: not asked for. */
  typed: string | undefined;
  isTried: boolean;
  isReadOnly: boolean;
  put: (day: string | undefined) => void;
}): ReactNode {
  const say = useWords();
  const { kind, unitKind, typed, isTried, isReadOnly, put } = props;
  const what = say(`programmes.kind.${kind}`);
  const unit = say(`organisation.kind.${unitKind}`);
  return (
    <div className="dutycell">
      <label className="pick__area">
        <input
          type="checkbox"
          aria-label={`${what}: ${unit}`}
          checked={typed !== undefined}
          disabled={isReadOnly}
          onChange={(event) => put(event.target.checked ? '' : undefined)}
        />
      </label>
      {typed !== undefined &&
        (isReadOnly ? (
          <span>{typed}</span>
        ) : (
          <DayField
            label={<span className="vh">{say('programmes.dutyDue', { what, unit })}</span>}
            wrong={isTried && readDay(typed) === undefined ? say('programmes.dayWrong') : ''}
            value={typed}
            onChange={put}
          />
        ))}
    </div>
  );
}
