import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SittingView } from '../../../api/quizzes.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useTitle } from '../frame/page.js';
import { paths } from '../paths.js';

type AskedView = SittingView['questions'][number];

/** How an attempt went, question by question. */
export function SittingResult(props: {
  sitting: SittingView;
  result: NonNullable<SittingView['result']>;
  isMember: boolean;
  anew: () => void;
}): ReactNode {
  const say = useWords();
  const { sitting, result, isMember, anew } = props;
  useTitle(sitting.title);
  return (
    <>
      <div role="status">
        <p className="muted">
          <OutsideText text={sitting.title} />
        </p>
        <h1>{say('quiz.take.score', { correct: result.correct, total: result.total })}</h1>
        <p className={result.isPassed ? 'state state--ok' : 'state state--warn'}>
          <Icon name={result.isPassed ? 'check' : 'dash'} />
          <span>{say(result.isPassed ? 'quiz.take.passed' : 'quiz.take.failed')}</span>
        </p>
      </div>
      <div className="row">
        <button type="button" className="btn" onClick={anew}>
          {say('quiz.take.anew')}
        </button>
        {isMember && (
          <Link className="btn" to={paths.own}>
            {say('quiz.take.own')}
          </Link>
        )}
      </div>
      <section className="stack" aria-labelledby="tung-cau">
        <h2 id="tung-cau">{say('quiz.take.answers')}</h2>
        <ol className="stack">
          {sitting.questions.map((question, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: questions keep their places.
            <li className="panel panel__body stack stack--tight" key={place}>
              <Answered question={question} number={place + 1} all={sitting.questions.length} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

const isRight = ({ options, chosen }: AskedView): boolean => options.every((option, place) => option.isRight === chosen.includes(place));

function Answered({ question, number, all }: { question: AskedView; number: number; all: number }): ReactNode {
  const say = useWords();
  const isFine = isRight(question);
  return (
    <>
      <p className="row small">
        <span className="muted">{say('quiz.take.question', { n: number, all })}</span>
        <span className={isFine ? 'state state--ok' : 'state state--warn'}>
          <Icon name={isFine ? 'check' : 'cross'} />
          <span>{say(isFine ? 'quiz.take.right' : 'quiz.take.wrong')}</span>
        </span>
      </p>
      <p className="quizasked__words lines">
        <OutsideText text={question.words} />
      </p>
      <ul className="stack stack--tight">
        {question.options.map((option, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options keep their places.
          <li key={place} className="quizanswer" data-right={option.isRight || undefined}>
            <Icon name={option.isRight ? 'check' : 'dash'} />
            <span>
              <OutsideText text={option.words} />
              <Marks isChosen={question.chosen.includes(place)} isRight={option.isRight === true} />
              {question.chosen.includes(place) && (option.feedback ?? '') !== '' && (
                <span className="quizanswer__told">
                  <OutsideText text={option.feedback ?? ''} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {(question.explanation ?? '') !== '' && (
        <p className="small lines">
          <OutsideText text={question.explanation ?? ''} />
        </p>
      )}
    </>
  );
}

function Marks({ isChosen, isRight: isTrue }: { isChosen: boolean; isRight: boolean }): ReactNode {
  const say = useWords();
  const marks = [...(isTrue ? [say('quiz.take.rightOne')] : []), ...(isChosen ? [say('quiz.take.chosen')] : [])];
  return marks.length === 0 ? null : <span className="small muted"> ({marks.join(', ')})</span>;
}
