import type { ReactNode } from 'react';
import { formatCount, formatMoment, formatPercent, NO_FIGURE } from '../../../api/format.js';
import type { QuizResultsView } from '../../../api/quizzes.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { outOf } from '../tracker/out-of.js';

const keyOf = ({ person }: QuizResultsView['members'][number]): string => person;

/** Of a quiz: every member's best attempt, and how each question was answered. */
export function QuizResults({ results }: { results: QuizResultsView }): ReactNode {
  return (
    <>
      <Members results={results} />
      <Guests guests={results.guests} />
      <ByQuestion questions={results.questions} />
    </>
  );
}

function Members({ results: { members, counts } }: { results: QuizResultsView }): ReactNode {
  const say = useWords();
  const others = counts.taken - members.length;
  return (
    <section className="panel" aria-labelledby="tung-nguoi">
      <div className="panel__head">
        <h2 id="tung-nguoi">{say('quiz.page.byMember')}</h2>
        {others > 0 && <span className="small muted">{say('quiz.page.below', { n: others })}</span>}
      </div>
      {members.length === 0 ? (
        <p className="panel__body muted">{say('quiz.page.noMembers')}</p>
      ) : (
        <table className="table table--cards" aria-rowcount={members.length + 1}>
          <caption className="vh">{say('quiz.page.byMember')}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{say('quiz.page.person')}</th>
              <th scope="col">{say('quiz.page.cell')}</th>
              <th scope="col">{say('quiz.page.best')}</th>
              <th scope="col" className="num">
                {say('quiz.page.attempts')}
              </th>
              <th scope="col">{say('quiz.page.at')}</th>
            </tr>
          </thead>
          <VirtualBody rows={members} keyOf={keyOf} span={5}>
            {(row, index, measure) => (
              <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
                <th scope="row" className="full">
                  <b>
                    <OutsideText text={row.name} />
                  </b>
                  <span className="sub">
                    <OutsideText text={row.card} />
                  </span>
                </th>
                <td data-label={say('quiz.page.cell')}>
                  <OutsideText text={row.cell || NO_FIGURE} />
                </td>
                <td data-label={say('quiz.page.best')}>
                  <ResultWord {...row} />
                </td>
                <td className="num" data-label={say('quiz.page.attempts')}>
                  {formatCount(row.attempts)}
                </td>
                <td data-label={say('quiz.page.at')}>{formatMoment(new Date(row.at))}</td>
              </tr>
            )}
          </VirtualBody>
        </table>
      )}
    </section>
  );
}

/** "3/5 câu, Đạt", with a mark that says so too. */
export function ResultWord({ correct, total, isPassed }: { correct: number; total: number; isPassed: boolean }): ReactNode {
  const say = useWords();
  return (
    <span className={isPassed ? 'state state--ok' : 'state state--warn'}>
      <Icon name={isPassed ? 'check' : 'dash'} />
      <span>
        {say('quiz.result', { correct, total })}, {say(isPassed ? 'quiz.isPassed' : 'quiz.notPassed')}
      </span>
    </span>
  );
}

function Guests({ guests }: { guests: QuizResultsView['guests'] }): ReactNode {
  const say = useWords();
  if (guests.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="khach">
      <div className="panel__head">
        <h2 id="khach">{say('quiz.page.byGuest')}</h2>
      </div>
      <ul className="panel__body stack stack--tight">
        {guests.map((one) => (
          <li key={`${one.at} ${one.guest}`} className="row">
            <b>
              <OutsideText text={one.guest} />
            </b>
            <ResultWord {...one} />
            <span className="small muted">{formatMoment(new Date(one.at))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ByQuestion({ questions }: Pick<QuizResultsView, 'questions'>): ReactNode {
  const say = useWords();
  if (questions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="tung-cau">
      <div className="panel__head">
        <h2 id="tung-cau">{say('quiz.page.byQuestion')}</h2>
      </div>
      <table className="table table--cards">
        <caption className="vh">{say('quiz.page.byQuestion')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('quiz.page.question')}</th>
            <th scope="col" className="num">
              {say('quiz.page.rightShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ question, words, asked, right }) => (
            <tr key={question}>
              <th scope="row" className="full">
                <OutsideText text={words} />
              </th>
              <td className="num" data-label={say('quiz.page.rightShare')}>
                {say('quiz.rate', { counts: outOf(right, asked), share: formatPercent(right, asked) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
