import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { COMMITTEE, useHolds } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { batchQuery, campaignQuery, campaignsQuery } from '../service/queries.js';
import { tell } from '../service/request.js';

/** Work that the machine had to stop: why, what stays safe (`children`), and a button for committees that has it done again. */
export function FailedWork(props: {
  title: string;
  /** As the job has it, Vietnamese. */
  error: string | null | undefined;
  /** Where to ask for it again. */
  address: string;
  campaign: string;
  batch?: string;
  children: string;
}): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const isAllowed = useHolds(COMMITTEE);
  const { title, error, address, campaign, batch, children } = props;
  const retry = useMutation({
    mutationFn: () => tell(address, { method: 'POST' }),
    onSettled: async () => {
      if (batch !== undefined) await client.invalidateQueries(batchQuery(batch));
      await client.invalidateQueries(campaignQuery(campaign));
      await client.invalidateQueries(campaignsQuery);
    },
  });
  return (
    <>
      <Note kind="bad" role="alert" title={title}>
        {error && (
          <p lang="vi">
            <PlainText text={error} />
          </p>
        )}
        <p>{children}</p>
        {isAllowed && (
          <p>
            <button type="button" className="btn btn--small" onClick={() => retry.mutate()} disabled={retry.isPending}>
              {say(retry.isPending ? 'batch.retryBusy' : 'batch.retry')}
            </button>
          </p>
        )}
      </Note>
      <Problem error={retry.error} />
    </>
  );
}
