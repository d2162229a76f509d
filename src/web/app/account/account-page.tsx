import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { formatMoment } from '../../../api/format.js';
import { type OwnSessionView, ownSessionSchema } from '../../../api/organisation.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { useAccount } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask, tell } from '../service/request.js';
import { PasswordForm } from './password-form.js';

const SESSIONS = '/api/account/sessions';
const ownSessions = { queryKey: ['own-sessions'], queryFn: () => ask(SESSIONS, z.array(ownSessionSchema)) };

/** One's own account: roles, password, where one is signed in. */
export function AccountPage(): ReactNode {
  const say = useWords();
  const { name, grants } = useAccount();
  const roles = grants.map(({ role, unitName }) => say('organisation.roleAt', { role: say(`organisation.role.${role}`), unit: unitName }));
  return (
    <Page
      title={say('organisation.ownTitle')}
      lead={<OutsideText text={`${name} · ${say('organisation.ownRoles', { roles: roles.join('; ') })}`} />}
    >
      <div className="ownaccount">
        <PasswordForm />
        <SessionsPanel />
      </div>
    </Page>
  );
}

function SessionsPanel(): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(ownSessions);
  const end = useMutation({
    mutationFn: (id: string) => tell(`${SESSIONS}/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      toast(say('organisation.sessionEnded'));
      await client.invalidateQueries({ queryKey: ownSessions.queryKey });
    },
  });
  return (
    <section className="panel" aria-labelledby="noi-dang-nhap">
      <div className="panel__head">
        <h2 id="noi-dang-nhap">{say('organisation.sessionsTitle')}</h2>
      </div>
      <Problem error={end.error ?? (data === undefined ? error : null)} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} rows={2} />}
      <ul className="people">
        {data?.map((session) => (
          <li key={session.id}>
            <div className="people__one">
              <div className="grow">
                <b>{agentOf(session, say)}</b>
                <span className="sub small muted">
                  {say('organisation.sessionSeen', { started: momentOf(session.startedAt), seen: momentOf(session.seenAt) })}
                </span>
              </div>
              {session.isThis ? (
                <span className="small muted">{say('organisation.sessionThis')}</span>
              ) : (
                <button type="button" className="btn btn--small" onClick={() => end.mutate(session.id)} disabled={end.isPending}>
                  {say('organisation.sessionEnd')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const momentOf = (at: string): string => formatMoment(new Date(at));

/** Browsers name themselves and those whose pages they claim to show as well: the first one named here is it. */
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['coc_coc_browser/', 'Cốc Cốc'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

function agentOf({ agent }: OwnSessionView, say: Say): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1];
  const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1];
  return browser === undefined || system === undefined
    ? say('organisation.sessionUnknown')
    : say('organisation.agent', { browser, system });
}
