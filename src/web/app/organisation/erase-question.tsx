import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { tell } from '../service/request.js';
import { refreshUnits } from './queries.js';

/** Asks before something is erased, and why: the reason is kept. */
export function EraseQuestion(props: { title: string; text: string; address: string; done: string; onDone: () => void }): ReactNode {
  const { title, text, address, done, onDone } = props;
  const say = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const isShort = reason.trim().length < 5;
  const erase = useMutation({
    mutationFn: () => tell(address, { method: 'POST', json: { reason } }),
    onSuccess: async () => {
      await Promise.all(['kept-people', 'retention', 'erasures'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      await refreshUnits(client);
      toast(done);
      onDone();
    },
  });
  return (
    <Confirm
      isOpen
      title={title}
      act={say(erase.isPending ? 'erasure.busy' : 'erasure.act')}
      isActing={erase.isPending}
      onAct={() => {
        setTried(true);
        if (!isShort) erase.mutate();
      }}
      onCancel={onDone}
    >
      <p>{text}</p>
      <Problem error={erase.error} />
      <Field label={say('erasure.reason')} hint={say('erasure.reasonHint')} wrong={wasTried && isShort ? say('erasure.reasonMissing') : ''}>
        {(control) => <textarea {...control} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Confirm>
  );
}
