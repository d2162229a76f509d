import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type BatchView, batchSchema, withdrawSchema } from '../../../api/service.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { COMMITTEE, useHolds } from '../frame/account.js';
import { Confirm } from '../frame/confirm.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { batchAddress, batchQuery, campaignQuery } from '../service/queries.js';
import { ask } from '../service/request.js';
import { dropUploader } from './uploads.js';

/** Takes a whole batch back, for a reason that the log keeps. */
export function WithdrawButton({ batch }: { batch: BatchView }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const isEnough = withdrawSchema.safeParse({ reason }).success;
  const withdraw = useMutation({
    mutationFn: () => ask(`${batchAddress(batch.id)}/withdraw`, batchSchema, { method: 'POST', json: { reason: reason.trim() } }),
    onSuccess: async () => {
      dropUploader(batch.id);
      setAsking(false);
      await client.invalidateQueries(batchQuery(batch.id));
      await client.invalidateQueries(campaignQuery(batch.campaign));
      await client.invalidateQueries({ queryKey: viewKeys.all(batch.campaign) });
    },
  });
  const isAllowed = useHolds(COMMITTEE);
  const { number } = batch;
  if (!isAllowed) return null;
  return (
    <>
      <button type="button" className="btn btn--quiet" onClick={() => setAsking(true)}>
        {say('batch.withdraw')}
      </button>
      <Confirm
        isOpen={isAsking}
        title={say('batch.withdrawTitle', { number })}
        act={withdraw.isPending ? say('batch.withdrawBusy') : say('batch.withdrawButton', { number })}
        isActing={withdraw.isPending}
        onCancel={() => setAsking(false)}
        onAct={() => {
          setTried(true);
          if (isEnough) withdraw.mutate();
        }}
      >
        <p className="small">{say(batch.state === 'receiving' ? 'batch.withdrawOpenText' : 'batch.withdrawText')}</p>
        <Field
          label={say('batch.withdrawReason')}
          hint={say('batch.withdrawReasonHint')}
          wrong={wasTried && !isEnough ? say('batch.withdrawReasonShort') : ''}
        >
          {(control) => (
            <textarea {...control} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <Problem error={withdraw.error} />
      </Confirm>
    </>
  );
}
