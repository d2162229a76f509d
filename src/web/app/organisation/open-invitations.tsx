import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatMoment } from '../../../api/format.js';
import type { InvitationView } from '../../../api/organisation.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { tell } from '../service/request.js';
import { refreshUnits, unitAddress } from './queries.js';

/** Invitations that nobody has accepted yet; nothing where there are none. */
export function OpenInvitations({ unit, invitations }: { unit: string; invitations: readonly InvitationView[] }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: ({ id }: InvitationView) => tell(`${unitAddress(unit)}/invitations/${id}`, { method: 'DELETE' }),
    onSuccess: async (_, { name }) => {
      toast(say('organisation.withdrawn', { name }));
      await refreshUnits(client);
    },
  });
  if (invitations.length === 0) return null;
  const moment = (at: string): string => formatMoment(new Date(at));
  return (
    <>
      <div className="panel__head panel__head--inner">
        <h3>{say('organisation.waiting')}</h3>
      </div>
      <Problem error={withdraw.error} />
      <ul className="people">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <div className="people__one">
              <div className="grow">
                <b>{say('organisation.waitingFor', { name: invitation.name })}</b>
                <span className="sub small muted">{invitation.roles.map((role) => say(`organisation.role.${role}`)).join(', ')}</span>
                <span className="sub small muted">
                  {say('organisation.waitingUntil', {
                    by: invitation.createdBy,
                    moment: moment(invitation.createdAt),
                    until: moment(invitation.expiresAt),
                  })}
                </span>
              </div>
              <button type="button" className="btn btn--small" onClick={() => withdraw.mutate(invitation)} disabled={withdraw.isPending}>
                {say('organisation.withdraw')}
                <span className="vh"> {invitation.name}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
