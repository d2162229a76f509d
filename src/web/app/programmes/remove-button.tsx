import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProgrammeView } from '../../../api/programmes.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { tell } from '../service/request.js';
import { programmeAddress, refreshLists } from './queries.js';

/** Removes a draft, once asked. */
export function RemoveButton({ programme: { campaign, id, title, revision } }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, askFirst] = useState(false);
  const remove = useMutation({
    mutationFn: () => tell(`${programmeAddress(campaign, id)}?revision=${revision}`, { method: 'DELETE' }),
    onSuccess: async () => {
      toast(say('programmes.removed', { title }));
      await navigate(paths.programmes(campaign));
      await refreshLists(client, campaign);
    },
  });
  return (
    <>
      <button type="button" className="btn" onClick={() => askFirst(true)}>
        {say('programmes.remove')}
      </button>
      <Confirm
        isOpen={isAsking}
        title={say('programmes.removeTitle', { title })}
        act={say('programmes.remove')}
        isActing={remove.isPending}
        onAct={() => remove.mutate()}
        onCancel={() => askFirst(false)}
      >
        <p>{say('programmes.removeText')}</p>
        <Problem error={remove.error} />
      </Confirm>
    </>
  );
}
