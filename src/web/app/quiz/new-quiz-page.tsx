import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { quizIdSchema } from '../../../api/quizzes.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { ask } from '../service/request.js';
import { quizzesAddress, quizzesQuery } from './queries.js';
import { QuizFields } from './quiz-fields.js';
import { NEW_QUIZ, toInput, wrongFields } from './quiz-form.js';

/** Makes a quiz of a campaign. */
export function NewQuizPage(): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id, name } = useCampaign();
  const unit = useWorkingUnit();
  const [form, setForm] = useState(NEW_QUIZ);
  const [isTried, setTried] = useState(false);
  const wrong = wrongFields(form);
  const create = useMutation({
    mutationFn: () =>
      ask(quizzesAddress(id), quizIdSchema, { method: 'POST', json: { ...toInput(form, null), ...(unit !== undefined && { unit }) } }),
    onSuccess: async (made) => {
      toast(say('quiz.form.saved'));
      await client.invalidateQueries(quizzesQuery(id));
      await navigate(paths.quiz(id, made.id));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.size === 0 && !create.isPending) create.mutate();
  };
  return (
    <Page
      title={say('quiz.form.title')}
      short={`${say('quiz.form.title')} · ${name}`}
      above={<Link to={paths.quizzes(id)}>{say('quiz.title')}</Link>}
    >
      <form className="panel panel__body stack quizform" noValidate onSubmit={submit}>
        <QuizFields form={form} wrong={isTried ? wrong : new Set()} change={(part) => setForm((before) => ({ ...before, ...part }))} />
        <Problem error={create.error} />
        <p>
          <button type="submit" className="btn btn--main" disabled={create.isPending}>
            {say(create.isPending ? 'quiz.form.saving' : 'quiz.form.save')}
          </button>
        </p>
      </form>
    </Page>
  );
}
