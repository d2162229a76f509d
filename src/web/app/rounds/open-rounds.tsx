import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { openedSchema } from '../../../api/member.js';
import { useWords } from '../../words/words.js';
import { DayField } from '../form/day-field.js';
import { parseDay } from '../form/days.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';
import { roundsKey } from './queries.js';

/** Opens the next round for the writers of some essays, with the day it is due. */
export function OpenRounds({ campaign, essays, word }: { campaign: string; essays: readonly string[]; word: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [due, setDue] = useState('');
  const [wasTried, setTried] = useState(false);
  const day = due.trim() === '' ? null : parseDay(due);
  const isWrong = due.trim() !== '' && day === null;
  const open = useMutation({
    mutationFn: () => ask(`${campaignAddress(campaign)}/rounds`, openedSchema, { method: 'POST', json: { essays, due: day } }),
    onSuccess: ({ opened }) => toast(say('rounds.opened', { n: opened })),
    onSettled: () => client.invalidateQueries({ queryKey: roundsKey(campaign) }),
  });
  return (
    <form
      className="openround"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isWrong && !open.isPending) open.mutate();
      }}
    >
      <DayField
        label={say('rounds.due')}
        hint={say('rounds.dueHint')}
        wrong={wasTried && isWrong ? say('rounds.dueWrong') : ''}
        value={due}
        onChange={setDue}
      />
      <button type="submit" className="btn btn--main" disabled={open.isPending}>
        {open.isPending ? say('rounds.opening') : word}
      </button>
      <Problem error={open.error} />
    </form>
  );
}
