import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BestResultView } from '../../../api/quizzes.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { essayQuizzesQuery } from './queries.js';
import { ResultWord } from './quiz-results.js';

/** How whoever wrote the essay that is on the screen did at the campaign's quizzes; nothing where they took none. */
export function EssayQuizzes({ campaign, essay }: { campaign: string; essay: string }): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(essayQuizzesQuery(campaign, essay));
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="trac-nghiem">
      <div className="panel__head">
        <h2 id="trac-nghiem">{say('quiz.beside')}</h2>
      </div>
      <ul className="panel__body stack stack--tight">
        {data.map((result) => (
          <BesideLine key={result.quiz} result={result} />
        ))}
      </ul>
    </section>
  );
}

function BesideLine({ result }: { result: BestResultView }): ReactNode {
  return (
    <li className="row">
      <OutsideText text={result.title} />
      <ResultWord {...result} />
    </li>
  );
}
