import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useNavigate } from 'react-router';
import { batchSchema } from '../../../api/service.js';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { newKey } from '../form/keys.js';
import { COMMITTEE, useHolds } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { campaignAddress, campaignQuery } from '../service/queries.js';
import { ask } from '../service/request.js';

/** Opens a batch and goes to its page; pressed twice, it opens one. Only for those who run campaigns. */
export function NewBatchButton({ campaign, word, isMain = false }: { campaign: string; word: string; isMain?: boolean }): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const unit = useWorkingUnit();
  const isAllowed = useHolds(COMMITTEE);
  const key = useRef(newKey());
  const open = useMutation({
    mutationFn: () =>
      ask(`${campaignAddress(campaign)}/batches`, batchSchema, { method: 'POST', json: { key: key.current, ...(unit && { unit }) } }),
    onSuccess: async ({ id }) => {
      key.current = newKey();
      await navigate(paths.batch(campaign, id));
      await client.invalidateQueries(campaignQuery(campaign));
    },
  });
  if (!isAllowed) return null;
  return (
    <>
      <button type="button" className={isMain ? 'btn btn--main' : 'btn'} onClick={() => open.mutate()} disabled={open.isPending}>
        <Icon name="drop" />
        {open.isPending ? say('batch.newBatchBusy') : word}
      </button>
      <Problem error={open.error} />
    </>
  );
}
