import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type ExemplaryMarkView, exemplarySchema } from '../../../api/exemplary.js';
import { formatMoment } from '../../../api/format.js';
import { PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useHolds, WRITERS } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { exemplaryAddress, exemplaryQuery } from './queries.js';

/** Why something was marked, by whom and when; with a button to take it back. */
export function Marked({ campaign, mark }: { campaign: string; mark: ExemplaryMarkView }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { note, by, at, mayUndo } = mark;
  const isWriter = useHolds(WRITERS);
  const undo = useMutation({
    mutationFn: () => ask(`${exemplaryAddress(campaign)}/${encodeURIComponent(mark.id)}/undo`, exemplarySchema, { method: 'POST' }),
    onSuccess: (marks) => {
      client.setQueryData(exemplaryQuery(campaign).queryKey, marks);
      toast(say('exemplary.undone'));
    },
  });
  return (
    <>
      <p lang="vi">
        “<PlainText text={note} />”
      </p>
      <p className="row small muted">
        <span>
          <PlainText text={say('exemplary.by', { by, at: formatMoment(new Date(at)) })} />
        </span>
        {mayUndo && isWriter && (
          <button type="button" className="linklike" onClick={() => undo.mutate()} disabled={undo.isPending}>
            {say('exemplary.undo')}
          </button>
        )}
      </p>
      <Problem error={undo.error} />
    </>
  );
}
