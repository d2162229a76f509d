import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { type BulkPlace, viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { campaignAddress, campaignQuery } from '../service/queries.js';
import { tell } from '../service/request.js';

/** Names shown before "and so many more". */
const NAMED = 6;

/** Accepts at once what is proposed for it and ticked. */
export function BulkAccept({ campaign, place }: { campaign: string; place: BulkPlace }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [isAsking, ask] = useState(false);
  const { chosen, clear } = place;
  const count = chosen.length;
  const accept = useMutation({
    mutationFn: () => tell(`${campaignAddress(campaign)}/accept`, { method: 'POST', json: { essays: chosen.map(({ id }) => id) } }),
    onSuccess: () => {
      toast(say('conclude.acceptedMany', { n: count }));
      clear();
    },
    onSettled: async () => {
      ask(false);
      await client.invalidateQueries({ queryKey: viewKeys.all(campaign) });
      await client.invalidateQueries(campaignQuery(campaign));
    },
  });
  if (count === 0) return null;
  return (
    <div className="bulk noprint">
      <p>
        <b>{say('conclude.chosen', { n: count })}</b> <span className="small muted">{say('conclude.chosenHint')}</span>
      </p>
      <div className="row">
        <button type="button" className="btn btn--quiet" onClick={clear}>
          {say('conclude.clear')}
        </button>
        <button type="button" className="btn btn--main" onClick={() => ask(true)}>
          <Icon name="check" />
          {say('conclude.acceptMany', { n: count })}
        </button>
      </div>
      <Problem error={accept.error} />
      <Confirm
        isOpen={isAsking}
        title={say('conclude.acceptTitle', { n: count })}
        act={say('conclude.acceptButton', { n: count })}
        cancel={say('conclude.look')}
        onAct={() => accept.mutate()}
        isActing={accept.isPending}
        onCancel={() => ask(false)}
      >
        <p className="small">
          {chosen.slice(0, NAMED).map(({ id, name }, place) => (
            <span key={id}>
              {place > 0 && ', '}
              <OutsideText text={name} />
            </span>
          ))}
          {count > NAMED && ` ${say('conclude.acceptOthers', { n: count - NAMED })}`}
        </p>
        <p className="small">{say('conclude.acceptText')}</p>
      </Confirm>
    </div>
  );
}
