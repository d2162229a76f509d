import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import type { FigureChangeView } from '../../../api/unit-report.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';

/** Figure by figure what is counted otherwise now than it was sent. */
export function Changes({ changes, number }: { changes: readonly FigureChangeView[]; number: number }): ReactNode {
  const say = useWords();
  if (changes.length === 0) return <Note kind="ok">{say('reports.noChanges')}</Note>;
  const heads = [say('reports.sentFigure'), say('reports.nowFigure'), say('reports.difference')];
  return (
    <section className="panel" aria-labelledby="so-lieu-doi">
      <div className="panel__head">
        <h2 id="so-lieu-doi">{say('reports.changes', { n: number })}</h2>
      </div>
      <div className="panel__body panel__body--tight stack stack--tight">
        <p className="small muted">{say('reports.changesText')}</p>
        <table className="table">
          <caption className="vh">{say('reports.changes', { n: number })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('reports.figure')}</th>
              {heads.map((head) => (
                <th scope="col" className="num" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, keyCadres, sent, now }) => (
              <tr key={`${label} ${keyCadres}`}>
                <th scope="row" lang="vi">
                  {keyCadres ? say('reports.cadres', { label }) : label}
                </th>
                <td className="num">{formatCount(sent)}</td>
                <td className="num">{formatCount(now)}</td>
                <td className="num">{`${now > sent ? '+' : '−'}${formatCount(Math.abs(now - sent))}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
