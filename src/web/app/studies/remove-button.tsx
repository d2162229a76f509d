import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { tell } from '../service/request.js';
import { studyKey } from './queries.js';

/** Removes a session or a material once somebody has said why. */
export function RemoveButton(props: {
  campaign: string;
  /** Address of what is removed. */
  address: string;
  what: { readonly id: string; readonly title: string; readonly revision: number };
  word: string;
  onRemoved: () => void;
}): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { campaign, address, what, word, onRemoved } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const remove = useMutation({
    mutationFn: () => tell(`${address}/remove`, { method: 'POST', json: { reason, revision: what.revision } }),
    onSuccess: () => {
      toast(say('studies.removed', { name: what.title }));
      setOpen(false);
      onRemoved();
      // What is gone is not asked for again.
      void client.invalidateQueries({ queryKey: studyKey(campaign), predicate: ({ queryKey }) => !queryKey.includes(what.id) });
    },
  });
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {word}
      </button>
      <Confirm
        isOpen={isOpen}
        title={say('studies.removeTitle', { name: what.title })}
        act={say('studies.remove')}
        onAct={() => reason.trim() !== '' && remove.mutate()}
        isActing={remove.isPending}
        onCancel={() => setOpen(false)}
      >
        <p className="small">
          <PlainText text={say('studies.removeText')} />
        </p>
        <Field label={say('studies.reason')}>
          {(control) => <input {...control} required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <Problem error={remove.error} />
      </Confirm>
    </>
  );
}
