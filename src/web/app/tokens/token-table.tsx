import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatMoment } from '../../../api/format.js';
import type { TokenView } from '../../../api/tokens.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { writeDay } from '../form/days.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { revokeToken, tokensQuery } from './queries.js';

/** All tokens; those that count can be revoked. */
export function TokenTable({ tokens }: { tokens: readonly TokenView[] }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [asked, setAsked] = useState<TokenView | null>(null);
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: async ({ name }) => {
      setAsked(null);
      toast(say('tokens.revokeDone', { name }));
      await client.invalidateQueries(tokensQuery);
    },
  });
  return (
    <div className="panel">
      <table className="table table--cards">
        <caption className="vh">{say('tokens.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('tokens.name')}</th>
            <th scope="col">{say('tokens.rightsHead')}</th>
            <th scope="col">{say('tokens.state')}</th>
            <th scope="col">{say('tokens.lastUsed')}</th>
            <th scope="col">
              <span className="vh">{say('tokens.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <Row key={token.id} token={token} onRevoke={() => setAsked(token)} />
          ))}
        </tbody>
      </table>
      <Confirm
        isOpen={asked !== null}
        title={say('tokens.revokeTitle', { name: asked?.name ?? '' })}
        act={say(revoke.isPending ? 'tokens.revokeBusy' : 'tokens.revoke')}
        isActing={revoke.isPending}
        onCancel={() => setAsked(null)}
        onAct={() => asked !== null && revoke.mutate(asked.id)}
      >
        <p className="small">{say('tokens.revokeText')}</p>
        <Problem error={revoke.error} />
      </Confirm>
    </div>
  );
}

function Row({ token, onRevoke }: { token: TokenView; onRevoke: () => void }): ReactNode {
  const say = useWords();
  const { name, unitName, rights, createdBy, createdAt, expiresAt, revokedAt, lastUsed } = token;
  const counts = revokedAt === null && Date.parse(expiresAt) > Date.now();
  const day = writeDay(expiresAt.slice(0, 10));
  const state =
    revokedAt !== null
      ? say('tokens.revoked', { moment: formatMoment(new Date(revokedAt)) })
      : say(counts ? 'tokens.counts' : 'tokens.expired', { day });
  return (
    <tr>
      <td className="full">
        <b>
          <OutsideText text={name} />
        </b>
        <span className="sub">
          <OutsideText text={unitName} /> · {say('tokens.createdBy', { by: createdBy, moment: formatMoment(new Date(createdAt)) })}
        </span>
      </td>
      <td data-label={say('tokens.rightsHead')}>{rights.map((right) => say(`tokens.right.${right}`)).join(', ')}</td>
      <td data-label={say('tokens.state')}>
        <span className={counts ? undefined : 'muted'}>{state}</span>
      </td>
      <td data-label={say('tokens.lastUsed')}>
        {lastUsed === null ? <span className="muted">{say('tokens.never')}</span> : writeDay(lastUsed)}
      </td>
      <td className="full">
        {counts && (
          <button type="button" className="btn btn--small" aria-label={say('tokens.revokeNamed', { name })} onClick={onRevoke}>
            {say('tokens.revoke')}
          </button>
        )}
      </td>
    </tr>
  );
}
