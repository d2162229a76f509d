import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { newTextRequestSchema, textRequestSchema } from '../../../api/text-requests.js';
import { Icon } from '../../look/icons.js';
import { useDocument } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { holds, useAccount } from '../frame/account.js';
import { Confirm } from '../frame/confirm.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';
import { REQUESTS_KEY, requestsQuery, standingOf } from './queries.js';

interface AskButtonProps {
  readonly campaign: string;
  /** Id of the text on the other side. */
  readonly other: string;
}

/** Beside an essay of another unit: asks that unit for the whole text, or leads to it; nothing beside any other text. */
export function AskButton({ campaign, other }: AskButtonProps): ReactNode {
  const say = useWords();
  const account = useAccount();
  const { data: document } = useDocument(other);
  const isForeign = document?.kind === 'foreign';
  const { data: requests } = useQuery({ ...requestsQuery, enabled: isForeign });
  const [isAsking, setAsking] = useState(false);
  if (!isForeign || requests === undefined) return null;
  const known = requests
    .filter((request) => request.other === other)
    .map((request) => ({ id: request.id, standing: standingOf(request, Date.now()) }));
  const readable = known.find(({ standing }) => standing === 'approved');
  if (readable !== undefined)
    return (
      <Link className="btn btn--small" to={paths.requestedText(readable.id)}>
        <Icon name="eye" />
        {say('requests.read')}
      </Link>
    );
  if (known.some(({ standing }) => standing === 'waiting'))
    return (
      <Link className="small" to={paths.requests}>
        {say('requests.waitingHere')}
      </Link>
    );
  if (!holds(account, ['committee', 'reviewer'])) return null;
  return (
    <>
      <button type="button" className="btn btn--small" onClick={() => setAsking(true)}>
        <Icon name="file" />
        {say('requests.ask')}
      </button>
      {isAsking && <AskDialog campaign={campaign} other={other} unit={document.unit} close={() => setAsking(false)} />}
    </>
  );
}

function AskDialog({ campaign, other, unit, close }: AskButtonProps & { unit: string; close: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const json = { document: other, reason: reason.trim() };
  const isEnough = newTextRequestSchema.safeParse(json).success;
  const send = useMutation({
    mutationFn: () => ask(`${campaignAddress(campaign)}/text-requests`, textRequestSchema, { method: 'POST', json }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: REQUESTS_KEY });
      toast(say('requests.isSent', { unit }));
      close();
    },
  });
  return (
    <Confirm
      isOpen
      title={say('requests.askTitle')}
      act={say(send.isPending ? 'requests.sending' : 'requests.send')}
      isActing={send.isPending}
      onCancel={close}
      onAct={() => {
        setTried(true);
        if (isEnough) send.mutate();
      }}
    >
      <p className="small">{say('requests.askText', { unit })}</p>
      <Field
        label={say('requests.reason')}
        hint={say('requests.reasonHint')}
        wrong={wasTried && !isEnough ? say('requests.reasonShort') : ''}
      >
        {(control) => (
          <textarea {...control} rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Problem error={send.error} />
    </Confirm>
  );
}
