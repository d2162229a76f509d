import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type DoorView, doorSchema } from '../../../api/quizzes.js';
import { PlainText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';
import { ask } from '../service/request.js';
import { Poster } from './poster.js';
import { doorAddress, doorQuery } from './queries.js';

type Question = 'renew' | 'close';

/** The public page of a campaign: opened, printed as a poster, given a new address, closed. */
export function DoorPanel({ campaign, name }: { campaign: string; name: string }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const unit = useWorkingUnit();
  const query = doorQuery(campaign, unit);
  const { data, error, refetch } = useQuery(query);
  const [asked, setAsked] = useState<Question | null>(null);
  const change = useMutation({
    mutationFn: (method: 'POST' | 'DELETE') => ask(doorAddress(campaign, unit), doorSchema, { method }),
    onSuccess: (door) => {
      setAsked(null);
      client.setQueryData(query.queryKey, door);
      toast(say(door.door === null ? 'quiz.door.closed' : 'quiz.door.opened'));
    },
  });
  return (
    <section className="panel" aria-labelledby="trang-chung">
      <div className="panel__head noprint">
        <h2 id="trang-chung">{say('quiz.door.title')}</h2>
      </div>
      <div className="panel__body stack">
        {data === undefined && error === null && <Loading label={say('frame.loading')} rows={2} />}
        <Problem error={error} retry={() => void refetch()} />
        {data?.door === null && (
          <>
            <p>{say('quiz.door.none')}</p>
            <p>
              <button type="button" className="btn" disabled={change.isPending} onClick={() => change.mutate('POST')}>
                {say('quiz.door.open')}
              </button>
            </p>
          </>
        )}
        {data?.door && <Open door={data.door} publicUrl={data.publicUrl} name={name} ask={setAsked} />}
        {asked === null && <Problem error={change.error} />}
      </div>
      <Confirm
        isOpen={asked !== null}
        title={say(asked === 'close' ? 'quiz.door.closeTitle' : 'quiz.door.renewTitle')}
        act={say(asked === 'close' ? 'quiz.door.close' : 'quiz.door.renew')}
        isActing={change.isPending}
        onCancel={() => setAsked(null)}
        onAct={() => change.mutate(asked === 'close' ? 'DELETE' : 'POST')}
      >
        <p className="small">{say(asked === 'close' ? 'quiz.door.closeText' : 'quiz.door.renewText')}</p>
        <Problem error={change.error} />
      </Confirm>
    </section>
  );
}

interface OpenProps extends Pick<DoorView, 'publicUrl'> {
  readonly door: NonNullable<DoorView['door']>;
  readonly name: string;
  readonly ask: (question: Question) => void;
}

function Open({ door, publicUrl, name, ask: askFirst }: OpenProps): ReactNode {
  const say = useWords();
  const address = publicAddress(publicUrl, paths.door(door.key));
  return (
    <div className="posterdesk">
      <Poster title={name} scan={say('quiz.door.scan')} address={address} label={say('quiz.door.qr', { name })}>
        <p className="small">{say('quiz.door.network')}</p>
      </Poster>
      <div className="posterdesk__side noprint">
        <p className="small muted">
          <PlainText text={say('quiz.door.openedBy', { by: door.openedBy, day: dayOf(door.openedAt) })} />
        </p>
        <button type="button" className="btn" onClick={() => window.print()}>
          {say('quiz.door.print')}
        </button>
        <a className="btn" href={paths.door(door.key)} target="_blank" rel="noreferrer">
          {say('quiz.door.look')}
        </a>
        <button type="button" className="btn" onClick={() => askFirst('renew')}>
          {say('quiz.door.renew')}
        </button>
        <button type="button" className="btn" onClick={() => askFirst('close')}>
          {say('quiz.door.close')}
        </button>
      </div>
    </div>
  );
}

/** The address of a page as others reach it: as the service is known, else as this page is open. */
export const publicAddress = (publicUrl: string | null, path: string): string => new URL(path, publicUrl ?? window.location.origin).href;
