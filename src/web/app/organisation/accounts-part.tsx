import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type ListedAccountView, type MadeCode, madeCodeSchema, type UnitDetailView } from '../../../api/organisation.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask, tell } from '../service/request.js';
import { InviteForm } from './invite-form.js';
import { MadeLink } from './made-link.js';
import { OpenInvitations } from './open-invitations.js';
import { refreshUnits } from './queries.js';
import { RolesForm } from './roles-form.js';
import { useShownUnit } from './unit-panel.js';

interface Made {
  readonly name: string;
  readonly code: MadeCode;
}

/** Who works at a unit, and who is invited. */
export function AccountsPart(): ReactNode {
  const say = useWords();
  const { detail } = useShownUnit();
  const [isInviting, invite] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const { accounts, invitations, unit } = detail;
  return (
    <section className="panel" aria-labelledby="nguoi-lam-viec">
      <div className="panel__head">
        <h3 id="nguoi-lam-viec">{say('organisation.partAccounts')}</h3>
        <button type="button" className="btn btn--main" aria-expanded={isInviting} onClick={() => invite(!isInviting)}>
          <Icon name="plus" />
          {say('organisation.invite')}
        </button>
      </div>
      {made !== null && <MadeLink {...made} onDone={() => setMade(null)} />}
      {isInviting && (
        <InviteForm
          unit={unit.id}
          onMade={(name, code) => {
            setMade({ name, code });
            invite(false);
          }}
          onCancel={() => invite(false)}
        />
      )}
      {accounts.length === 0 ? (
        <Empty title={say('organisation.accountsEmpty')}>{say('organisation.accountsEmptyText')}</Empty>
      ) : (
        <Accounts unit={unit} accounts={accounts} onMade={(name, code) => setMade({ name, code })} />
      )}
      <OpenInvitations unit={unit.id} invitations={invitations} />
    </section>
  );
}

function Accounts(props: {
  unit: UnitDetailView['unit'];
  accounts: readonly ListedAccountView[];
  onMade: (name: string, code: MadeCode) => void;
}): ReactNode {
  const say = useWords();
  const { unit, accounts, onMade } = props;
  return (
    <ul className="people">
      {accounts.map((account) => (
        <li key={account.id}>
          <AccountRow unit={unit.id} account={account} onMade={onMade} label={say('organisation.account')} />
        </li>
      ))}
    </ul>
  );
}

function AccountRow(props: {
  unit: string;
  account: ListedAccountView;
  label: string;
  onMade: (name: string, code: MadeCode) => void;
}): ReactNode {
  const say = useWords();
  const { unit, account, onMade } = props;
  const { id, name, isDisabled, isOwn, roles } = account;
  const [isChanging, change] = useState(false);
  return (
    <>
      <div className="people__one">
        <div className="grow">
          <b>
            <OutsideText text={name} />
          </b>
          <span className={isDisabled ? 'state state--off' : 'state state--ok'}>
            <Icon name={isDisabled ? 'dash' : 'check'} />
            {say(isDisabled ? 'organisation.disabled' : 'organisation.active')}
          </span>
          <span className="sub small muted">
            {roles.length === 0 ? say('organisation.noRoles') : roles.map((role) => say(`organisation.role.${role}`)).join(', ')}
          </span>
        </div>
        <div className="row">
          <button type="button" className="btn btn--small" aria-expanded={isChanging} onClick={() => change(!isChanging)}>
            {say('organisation.changeRoles')}
            <span className="vh"> {name}</span>
          </button>
          {isOwn && <OwnActions account={account} onMade={onMade} />}
        </div>
      </div>
      {!isOwn && <p className="small muted people__note">{say('organisation.elsewhere')}</p>}
      {isChanging && <RolesForm unit={unit} account={{ id, name, roles }} onDone={() => change(false)} />}
    </>
  );
}

/** What only the administrators of the unit do that an account was invited at. */
function OwnActions({ account, onMade }: { account: ListedAccountView; onMade: (name: string, code: MadeCode) => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { id, name, isDisabled } = account;
  const [isAsking, askFirst] = useState(false);
  const address = `/api/accounts/${encodeURIComponent(id)}`;
  const setState = useMutation({
    mutationFn: () => tell(`${address}/state`, { method: 'PUT', json: { isDisabled: !isDisabled } }),
    onSuccess: async () => {
      await refreshUnits(client);
      toast(say(isDisabled ? 'organisation.enabledNow' : 'organisation.disabledNow', { name }));
      askFirst(false);
    },
  });
  const reset = useMutation({
    mutationFn: () => ask(`${address}/reset`, madeCodeSchema, { method: 'POST' }),
    onSuccess: (code) => onMade(name, code),
  });
  return (
    <>
      <button type="button" className="btn btn--small" onClick={() => reset.mutate()} disabled={reset.isPending}>
        {say('organisation.reset')}
        <span className="vh"> {name}</span>
      </button>
      <button
        type="button"
        className="btn btn--small"
        onClick={() => (isDisabled ? setState.mutate() : askFirst(true))}
        disabled={setState.isPending}
      >
        {say(isDisabled ? 'organisation.enable' : 'organisation.disable')}
        <span className="vh"> {name}</span>
      </button>
      <Problem error={reset.error ?? (isAsking ? null : setState.error)} />
      <Confirm
        isOpen={isAsking}
        title={say('organisation.disableTitle', { name })}
        act={say('organisation.disableAct')}
        isActing={setState.isPending}
        onAct={() => setState.mutate()}
        onCancel={() => askFirst(false)}
      >
        <p>{say('organisation.disableText')}</p>
        <Problem error={setState.error} />
      </Confirm>
    </>
  );
}
