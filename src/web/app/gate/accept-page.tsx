import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { type CodeOfferView, codeOfferSchema } from '../../../api/organisation.js';
import { PlainText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { sessionQuery } from '../service/queries.js';
import { ask, ServiceError } from '../service/request.js';
import { checkSetup, EMPTY_FIELDS } from './credentials.js';
import { enter } from './enter.js';
import { EntryField } from './entry-field.js';
import { GateFrame } from './gate-frame.js';
import { NewPassword } from './new-password.js';

/** Where a one-time link leads: a new account, or a new password. */
export function AcceptPage(): ReactNode {
  const say = useWords();
  const { code = '' } = useParams();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ['code', code],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => {
      // The service answers this only to a page that knows its session.
      await client.ensureQueryData(sessionQuery);
      return ask('/api/codes', codeOfferSchema, { method: 'POST', json: { code } });
    },
  });
  const version = session?.version ?? '';
  if (data !== undefined) return <AcceptForm code={code} offer={data} version={version} />;
  const isUseless = error instanceof ServiceError && (error.status === 404 || error.status === 400);
  return (
    <GateFrame title={say(isUseless ? 'organisation.uselessTitle' : 'organisation.acceptTitle')} version={version}>
      {error === null ? (
        <Loading label={say('frame.loading')} rows={3} />
      ) : (
        <Problem error={error} {...(!isUseless && { retry: () => void refetch() })} />
      )}
      {isUseless && (
        <Link className="btn btn--wide" to={paths.home}>
          {say('organisation.toSignIn')}
        </Link>
      )}
    </GateFrame>
  );
}

function AcceptForm({ code, offer, version }: { code: string; offer: CodeOfferView; version: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const isInvited = offer.purpose === 'invite';
  const [typed, setTyped] = useState({ ...EMPTY_FIELDS, name: offer.name });
  const [wasTried, setTried] = useState(false);
  const wrongs = checkSetup(typed, { needsCode: false, needsUnit: false }, say);
  const shown = wasTried ? wrongs : EMPTY_FIELDS;
  const accept = useMutation({
    mutationFn: () => enter(client, '/api/codes/accept', { code, name: typed.name, password: typed.password }),
    onSuccess: () => navigate(paths.home, { replace: true }),
  });
  const submit = (): void => {
    setTried(true);
    if (Object.values(wrongs).every((wrong) => wrong === '')) accept.mutate();
    // The fields are marked by the next paint.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <GateFrame title={say(isInvited ? 'organisation.acceptTitle' : 'organisation.resetTitle')} version={version}>
      <p>
        <PlainText text={explain(offer, say)} />
      </p>
      <form
        className="stack"
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!accept.isPending) submit();
        }}
      >
        <Problem error={accept.error} />
        {isInvited && (
          <EntryField
            label={say('organisation.acceptName')}
            hint={say('organisation.acceptNameHint')}
            autoComplete="username"
            isFirst
            value={typed.name}
            wrong={shown.name}
            onChange={(name) => setTyped({ ...typed, name })}
          />
        )}
        <NewPassword typed={typed} wrong={shown} onChange={(passwords) => setTyped({ ...typed, ...passwords })} />
        <button type="submit" className="btn btn--main btn--wide" disabled={accept.isPending}>
          {say(buttonOf(isInvited, accept.isPending))}
        </button>
      </form>
    </GateFrame>
  );
}

function buttonOf(isInvited: boolean, isBusy: boolean) {
  if (isInvited) return isBusy ? 'organisation.acceptBusy' : 'organisation.acceptButton';
  return isBusy ? 'organisation.resetBusy' : 'organisation.resetButton';
}

function explain({ purpose, name, unitName, roles }: CodeOfferView, say: Say): string {
  if (purpose === 'reset') return say('organisation.resetText', { name });
  const named = roles.map((role) => say(`organisation.role.${role}`)).join(', ');
  return say('organisation.acceptText', { name, unit: unitName, roles: named });
}
