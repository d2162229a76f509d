import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { OfferedQuizView } from '../../../api/quizzes.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { ownQuizzesQuery } from '../quiz/queries.js';

/** Quizzes that the member may take, and how they did; nothing where there are none. */
export function OwnQuizzes(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(ownQuizzesQuery);
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="trac-nghiem">
      <div className="panel__head">
        <h2 id="trac-nghiem">{say('quiz.take.mine')}</h2>
      </div>
      <ul className="panel__body stack">
        {data.map((quiz) => (
          <li key={quiz.key} className="stack stack--tight">
            <Link className="btn btn--wide" to={paths.takeQuiz(quiz.key)}>
              <OutsideText text={quiz.title} />
            </Link>
            <Told quiz={quiz} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Told({ quiz: { best, left } }: { quiz: OfferedQuizView }): ReactNode {
  const say = useWords();
  const word = best === null ? '' : say(best.isPassed ? 'quiz.take.passed' : 'quiz.take.failed');
  return (
    <p className="small">
      {best !== null && `${say('quiz.take.best', { correct: best.correct, total: best.total, word })} `}
      {left !== null && <span className="muted">{left === 0 ? say('quiz.take.leftNone') : say('quiz.take.left', { n: left })}</span>}
    </p>
  );
}
