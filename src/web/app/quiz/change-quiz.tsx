import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { QuizView } from '../../../api/quizzes.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { Waiting } from '../frame/waiting.js';
import { tell } from '../service/request.js';
import { quizQuestionsQuery, quizzesAddress } from './queries.js';
import { QuizFields } from './quiz-fields.js';
import { formOf, toInput, wrongFields } from './quiz-form.js';

interface ChangeProps {
  readonly campaign: string;
  readonly quiz: QuizView;
  readonly close: () => void;
}

/** Changes the settings of a quiz; attempts keep the questions that they were asked. */
export function ChangeQuiz(props: ChangeProps): ReactNode {
  const { data, error, refetch } = useQuery(quizQuestionsQuery(props.campaign, props.quiz.id));
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  return <Form {...props} questions={data} />;
}

function Form({ campaign, quiz, close, questions }: ChangeProps & { questions: readonly string[] }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const [form, setForm] = useState(() => formOf(quiz, questions));
  const [isTried, setTried] = useState(false);
  const wrong = wrongFields(form);
  const save = useMutation({
    mutationFn: () =>
      tell(`${quizzesAddress(campaign)}/${encodeURIComponent(quiz.id)}`, {
        method: 'PUT',
        json: { ...toInput(form, quiz), revision: quiz.revision },
      }),
    onSuccess: () => {
      toast(say('quiz.form.saved'));
      close();
      return client.invalidateQueries({ queryKey: ['quizzes', campaign] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.size === 0 && !save.isPending) save.mutate();
  };
  return (
    <section className="panel" aria-labelledby="sua-bai">
      <div className="panel__head">
        <h2 id="sua-bai">{say('quiz.form.change')}</h2>
      </div>
      <form className="panel__body stack quizform" noValidate onSubmit={submit}>
        <QuizFields form={form} wrong={isTried ? wrong : new Set()} change={(part) => setForm((before) => ({ ...before, ...part }))} />
        <Problem error={save.error} />
        <p className="row">
          <button type="submit" className="btn btn--main" disabled={save.isPending}>
            {say(save.isPending ? 'quiz.form.saving' : 'quiz.form.save')}
          </button>
          <button type="button" className="btn" onClick={close} disabled={save.isPending}>
            {say('frame.cancel')}
          </button>
        </p>
      </form>
    </section>
  );
}
