import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatPercent, NO_FIGURE } from '../../../api/format.js';
import { type QuizListView, type QuizView, quizStateAt } from '../../../api/quizzes.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { useHolds } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';
import { outOf } from '../tracker/out-of.js';
import { DoorPanel } from './door-panel.js';
import { ORGANISERS } from './organisers.js';
import { quizzesQuery } from './queries.js';

/** Quizzes of a campaign, and the page that everybody may see. */
export function QuizzesPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const isOrganiser = useHolds(ORGANISERS);
  const { data, error, refetch } = useQuery(quizzesQuery(id));
  return (
    <Page
      title={say('quiz.title')}
      short={`${say('quiz.place')} · ${name}`}
      lead={say('quiz.lead')}
      {...(isOrganiser && {
        actions: (
          <Link className="btn btn--main" to={paths.newQuiz(id)}>
            <Icon name="plus" />
            {say('quiz.create')}
          </Link>
        ),
      })}
    >
      <section className="panel noprint" aria-labelledby="cac-bai">
        <div className="panel__head">
          <h2 id="cac-bai">{say('quiz.list')}</h2>
        </div>
        {data === undefined && error === null && <Loading label={say('frame.loading')} rows={3} />}
        <Problem error={error} retry={() => void refetch()} />
        {data?.quizzes.length === 0 && <p className="panel__body muted">{say('quiz.none')}</p>}
        {data !== undefined && data.quizzes.length > 0 && <QuizTable campaign={id} quizzes={data.quizzes} />}
      </section>
      {isOrganiser && <DoorPanel campaign={id} name={name} />}
    </Page>
  );
}

/** "đang mở", or from when it will be. */
export function stateWord(quiz: Pick<QuizView, 'opens' | 'closes'>, say: Say): string {
  const state = quizStateAt(quiz, new Date().toISOString());
  return say(`quiz.state.${state}`, { day: quiz.opens === null ? '' : dayOf(quiz.opens) });
}

function QuizTable({ campaign, quizzes }: { campaign: string; quizzes: QuizListView['quizzes'] }): ReactNode {
  const say = useWords();
  return (
    <table className="table table--cards">
      <caption className="vh">{say('quiz.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('quiz.col.title')}</th>
          <th scope="col">{say('quiz.col.state')}</th>
          <th scope="col" className="num">
            {say('quiz.col.taken')}
          </th>
          <th scope="col" className="num">
            {say('quiz.col.passed')}
          </th>
          <th scope="col" className="num">
            {say('quiz.col.guests')}
          </th>
        </tr>
      </thead>
      <tbody>
        {quizzes.map(({ counts, ...quiz }) => (
          <tr key={quiz.id}>
            <th scope="row" className="full">
              <Link className="who" to={paths.quiz(campaign, quiz.id)}>
                <OutsideText text={quiz.title} />
              </Link>
              {!quiz.isOwn && (
                <span className="sub">
                  <OutsideText text={say('quiz.ofUnit', { unit: quiz.unitName })} />
                </span>
              )}
            </th>
            <td data-label={say('quiz.col.state')}>
              {stateWord(quiz, say)}
              <span className="sub">{say(quiz.isPublic ? 'quiz.public' : 'quiz.members')}</span>
            </td>
            <td className="num" data-label={say('quiz.col.taken')}>
              {formatCount(counts.taken)}
            </td>
            <td className="num" data-label={say('quiz.col.passed')}>
              {passedWords(counts, say)}
            </td>
            <td className="num" data-label={say('quiz.col.guests')}>
              {formatCount(counts.guestsTaken)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "12/19, 63,15%"; a dash while nobody has taken it. */
export const passedWords = ({ passed, taken }: { passed: number; taken: number }, say: Say): string =>
  taken === 0 ? NO_FIGURE : say('quiz.rate', { counts: outOf(passed, taken), share: formatPercent(passed, taken) });
