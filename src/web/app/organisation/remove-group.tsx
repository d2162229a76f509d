import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { UnitAudienceView } from '../../../api/audiences.js';
import { formatCount } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { type Say, useWords } from '../../words/words.js';
import { writeDay } from '../form/days.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { tell } from '../service/request.js';
import { groupAddress, refreshGroups } from './group-queries.js';

/** Asks before a group is deleted, and says what rests on it. */
export function RemoveGroup({ unit, group, onDone }: { unit: string; group: UnitAudienceView; onDone: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { id, name, rests } = group;
  const people = formatCount(group.people);
  const remove = useMutation({
    mutationFn: () => tell(groupAddress(unit, id), { method: 'DELETE' }),
    onSuccess: async () => {
      await refreshGroups(client, unit);
      toast(say('groups.removed', { name }));
      onDone();
    },
  });
  return (
    <Confirm
      isOpen
      title={say('groups.removeTitle', { name })}
      act={say(remove.isPending ? 'groups.removeBusy' : 'groups.remove')}
      isActing={remove.isPending}
      onAct={() => remove.mutate()}
      onCancel={onDone}
    >
      <p>{say(rests.length === 0 ? 'groups.removePlain' : 'groups.removeRests', { people })}</p>
      {rests.length > 0 && (
        <ul>
          {rests.map((rest) => (
            <li key={rest.campaign}>
              <OutsideText text={restOf(rest, say)} />
            </li>
          ))}
        </ul>
      )}
      <Problem error={remove.error} />
    </Confirm>
  );
}

function restOf({ campaign, hasPrompt, hasThemes, due }: UnitAudienceView['rests'][number], say: Say): string {
  const parts = [
    ...(hasPrompt ? [say('groups.restPrompt')] : []),
    ...(hasThemes ? [say('groups.restThemes')] : []),
    ...(due === null ? [] : [say('groups.restDue', { day: writeDay(due) })]),
  ];
  return `${campaign}: ${parts.join(', ')}`;
}
