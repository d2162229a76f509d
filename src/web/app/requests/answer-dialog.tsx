import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type TextAnswer, type TextRequestView, textRequestSchema } from '../../../api/text-requests.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Field } from '../frame/field.js';
import { Problem } from '../frame/problem.js';
import { ask } from '../service/request.js';
import { REQUESTS_KEY, requestAddress } from './queries.js';

interface AnswerDialogProps {
  readonly request: TextRequestView;
  readonly state: TextAnswer['state'];
  /** What is on the main button. */
  readonly word: string;
  readonly close: () => void;
}

/** Asks once more before another unit is answered, and for a word with it. */
export function AnswerDialog({ request, state, word, close }: AnswerDialogProps): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [answer, setAnswer] = useState('');
  const [wasTried, setTried] = useState(false);
  const { id, unit, revision } = request;
  const isEnough = state === 'approved' || answer.trim() !== '';
  const refresh = () => client.invalidateQueries({ queryKey: REQUESTS_KEY });
  const decide = useMutation({
    mutationFn: () =>
      ask(`${requestAddress(id)}/answer`, textRequestSchema, { method: 'PUT', json: { state, answer: answer.trim(), revision } }),
    onSuccess: async () => {
      await refresh();
      close();
    },
  });
  return (
    <Confirm
      isOpen
      title={say(`requests.question.${state}`, { unit })}
      act={decide.isPending ? say('requests.busy') : word}
      isActing={decide.isPending}
      onCancel={() => {
        if (decide.error !== null) void refresh();
        close();
      }}
      onAct={() => {
        setTried(true);
        if (isEnough) decide.mutate();
      }}
    >
      <p className="small">{say(`requests.explain.${state}`, { unit })}</p>
      <Field
        label={say('requests.answer')}
        hint={say(state === 'approved' ? 'requests.answerOptional' : 'requests.answerHint')}
        wrong={wasTried && !isEnough ? say('requests.answerMissing') : ''}
      >
        {(control) => (
          <textarea {...control} rows={2} maxLength={1000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        )}
      </Field>
      <Problem error={decide.error} />
    </Confirm>
  );
}
