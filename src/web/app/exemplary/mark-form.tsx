import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { exemplarySchema, type NewExemplary, newExemplarySchema } from '../../../api/exemplary.js';
import { useWords } from '../../words/words.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { exemplaryAddress, exemplaryQuery } from './queries.js';

/** Marks one essay, or one of these units, with a note. */
export function MarkForm(props: {
  campaign: string;
  essay: string | null;
  units: readonly { readonly id: string; readonly name: string }[];
  onDone: () => void;
}): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { campaign, essay, units, onDone } = props;
  const [unit, setUnit] = useState('');
  const [note, setNote] = useState('');
  const [wasTried, setTried] = useState(false);
  const given: NewExemplary = { essay, unit: essay === null ? unit : null, note: note.trim() };
  const isNoted = newExemplarySchema.shape.note.safeParse(note).success;
  const mark = useMutation({
    mutationFn: () => ask(exemplaryAddress(campaign), exemplarySchema, { method: 'POST', json: given }),
    onSuccess: (marks) => {
      client.setQueryData(exemplaryQuery(campaign).queryKey, marks);
      toast(say('exemplary.saved'));
      onDone();
    },
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isNoted && (essay !== null || unit !== '') && !mark.isPending) mark.mutate();
      }}
    >
      {essay === null && (
        <Field label={say('exemplary.unit')} wrong={wasTried && unit === '' ? say('exemplary.unitMissing') : ''}>
          {(control) => (
            <select {...control} value={unit} onChange={({ target }) => setUnit(target.value)}>
              <option value="">{say('exemplary.chooseUnit')}</option>
              {units.map(({ id, name }) => (
                <option key={id} value={id} lang="vi">
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={say('exemplary.note')} hint={say('exemplary.noteHint')} wrong={wasTried && !isNoted ? say('exemplary.noteShort') : ''}>
        {(control) => <textarea {...control} rows={2} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />}
      </Field>
      <Problem error={mark.error} />
      <div className="row">
        <button type="submit" className="btn btn--main" disabled={mark.isPending}>
          {say(mark.isPending ? 'exemplary.saving' : 'exemplary.save')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {say('frame.cancel')}
        </button>
      </div>
    </form>
  );
}
