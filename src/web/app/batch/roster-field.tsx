import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from '../frame/choose-button.js';
import { Problem } from '../frame/problem.js';
import { batchAddress, batchQuery } from '../service/queries.js';
import { tell } from '../service/request.js';

/** Takes the list of members that goes with a batch; what is wrong in it is told with its line. */
export function RosterField({ batch, hasRoster }: { batch: string; hasRoster: boolean }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const address = `${batchAddress(batch)}/roster`;
  const renew = (): Promise<void> => client.invalidateQueries(batchQuery(batch));
  const send = useMutation({
    mutationFn: async (file: File) => {
      await tell(address, { method: 'PUT', type: 'text/csv', body: await file.arrayBuffer() });
      setName(file.name);
    },
    onSettled: renew,
  });
  const remove = useMutation({ mutationFn: () => tell(address, { method: 'DELETE' }), onMutate: () => send.reset(), onSettled: renew });
  const problem = send.error ?? remove.error;
  return (
    <section className="panel panel__body--tight stack stack--tight" aria-labelledby="danh-sach">
      <div className="row row--apart">
        <div className="grow">
          <h3 id="danh-sach">{say('batch.roster')}</h3>
          <p className="small muted" role="status">
            {hasRoster && !send.isPending ? (
              <span className="state state--ok">
                <Icon name="check" />
                <span>
                  {name === '' ? say('batch.rosterStored') : <OutsideText text={say('batch.rosterStoredName', { file: name })} isOwn />}
                </span>
              </span>
            ) : (
              say(send.isPending ? 'batch.rosterBusy' : 'batch.rosterHint')
            )}
          </p>
        </div>
        <div className="row">
          <ChooseButton accept=".csv,text/csv,text/plain" isDisabled={send.isPending} onChoose={([file]) => file && send.mutate(file)}>
            {say(hasRoster ? 'batch.rosterReplace' : 'batch.rosterChoose')}
          </ChooseButton>
          {hasRoster && (
            <button type="button" className="btn btn--quiet" onClick={() => remove.mutate()} disabled={remove.isPending}>
              {say('batch.rosterRemove')}
            </button>
          )}
        </div>
      </div>
      <Problem error={problem} title={say('batch.rosterWrong')} />
    </section>
  );
}
