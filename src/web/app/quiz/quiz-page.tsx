import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatCount, formatLimit } from '../../../api/format.js';
import { type QuizResultsView, type QuizView, quizStateAt } from '../../../api/quizzes.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ExportMenu } from '../export/export-menu.js';
import { useHolds } from '../frame/account.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { ServiceError, tell } from '../service/request.js';
import { ChangeQuiz } from './change-quiz.js';
import { publicAddress } from './door-panel.js';
import { ORGANISERS } from './organisers.js';
import { Poster } from './poster.js';
import { quizQuery, quizzesAddress } from './queries.js';
import { QuizResults } from './quiz-results.js';
import { passedWords, stateWord } from './quizzes-page.js';

/** One quiz: whether it is open, how it went, who passed. */
export function QuizPage(): ReactNode {
  const { id } = useCampaign();
  const { quiz = '' } = useParams();
  const { data, error, refetch } = useQuery(quizQuery(id, quiz));
  if (data !== undefined) return <Shown campaign={id} results={data} />;
  const isUnknown = error instanceof ServiceError && (error.status === 404 || error.status === 400);
  return isUnknown ? <NotFound /> : <Waiting error={error} retry={refetch} />;
}

function Shown({ campaign, results }: { campaign: string; results: QuizResultsView }): ReactNode {
  const say = useWords();
  const { name } = useCampaign();
  const { quiz, counts, publicUrl } = results;
  const isOrganiser = useHolds(ORGANISERS) && quiz.isOwn;
  const [isChanging, setChanging] = useState(false);
  return (
    <Page
      title={quiz.title}
      short={`${quiz.title} · ${name}`}
      above={<Link to={paths.quizzes(campaign)}>{say('quiz.title')}</Link>}
      lead={
        <>
          {stateWord(quiz, say)} · {say(quiz.isPublic ? 'quiz.public' : 'quiz.members')} ·{' '}
          {say('quiz.page.facts', { asked: quiz.asked, n: quiz.questions, share: formatLimit(quiz.passShare) })}
        </>
      }
      actions={isOrganiser && <Actions campaign={campaign} quiz={quiz} change={() => setChanging(true)} />}
    >
      {isChanging && <ChangeQuiz campaign={campaign} quiz={quiz} close={() => setChanging(false)} />}
      <dl className="panel figures figures--three">
        <Figure name={say('quiz.page.taken')} figure={formatCount(counts.taken)} />
        <Figure name={say('quiz.page.passed')} figure={passedWords(counts, say)} />
        <Figure
          name={say('quiz.page.guests')}
          figure={formatCount(counts.guestsTaken)}
          note={say('quiz.page.guestsPassed', { n: counts.guestsPassed })}
        />
      </dl>
      <QuizResults results={results} />
      {isOrganiser && <Address quiz={quiz} publicUrl={publicUrl} />}
    </Page>
  );
}

function Figure({ name, figure, note }: { name: string; figure: string; note?: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {figure}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

function Actions({ campaign, quiz, change }: { campaign: string; quiz: QuizView; change: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const address = `${quizzesAddress(campaign)}/${encodeURIComponent(quiz.id)}`;
  const isOpen = quizStateAt(quiz, new Date().toISOString()) === 'open';
  const setOpen = useMutation({
    mutationFn: () => tell(`${address}/open`, { method: 'PUT', json: { isOpen: !isOpen, revision: quiz.revision } }),
    onSuccess: () => toast(say(isOpen ? 'quiz.page.closed' : 'quiz.page.opened')),
    onSettled: () => client.invalidateQueries({ queryKey: ['quizzes', campaign] }),
  });
  const choices = (['csv', 'xlsx'] as const).map((id) => ({
    id,
    word: id.toUpperCase(),
    hint: say('quiz.page.csvHint'),
    path: `${address}/export?format=${id}`,
  }));
  return (
    <>
      <ExportMenu word={say('quiz.page.exports')} choices={choices} />
      <button type="button" className="btn" onClick={change}>
        {say('quiz.page.edit')}
      </button>
      <button type="button" className={isOpen ? 'btn' : 'btn btn--main'} disabled={setOpen.isPending} onClick={() => setOpen.mutate()}>
        {say(isOpen ? 'quiz.page.close' : 'quiz.page.open')}
      </button>
      <Problem error={setOpen.error} />
    </>
  );
}

function Address({ quiz, publicUrl }: { quiz: QuizView; publicUrl: string | null }): ReactNode {
  const say = useWords();
  const address = publicAddress(publicUrl, paths.takeQuiz(quiz.key));
  return (
    <section className="panel" aria-labelledby="dia-chi">
      <div className="panel__head noprint">
        <h2 id="dia-chi">{say('quiz.page.address')}</h2>
      </div>
      <div className="panel__body posterdesk">
        <Poster title={quiz.title} address={address} label={say('quiz.page.qr')} />
        <div className="posterdesk__side noprint">
          <p className="small muted">{say('quiz.page.copyHint')}</p>
          <button type="button" className="btn" onClick={() => window.print()}>
            {say('quiz.door.print')}
          </button>
        </div>
      </div>
    </section>
  );
}
