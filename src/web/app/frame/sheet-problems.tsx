import type { ReactNode } from 'react';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';

interface SheetProblemsProps {
  readonly title: string;
  readonly text: string;
  readonly problems: readonly { readonly row: number; readonly column: string; readonly problem: string }[];
  /** All of them, of which the first are told. */
  readonly count: number;
}

/** What is wrong with a table, by its rows: nothing of it was kept. */
export function SheetProblems({ title, text, problems, count }: SheetProblemsProps): ReactNode {
  const say = useWords();
  return (
    <>
      <Note kind="bad" role="alert" title={<PlainText text={title} />}>
        <p>{text}</p>
      </Note>
      <ScrollBox className="panel table-wrap" label={say('sheet.problemsCaption')}>
        <table className="table table--problems">
          <caption className="vh">{say('sheet.problemsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('sheet.row')}</th>
              <th scope="col">{say('sheet.column')}</th>
              <th scope="col">{say('sheet.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, column, problem }) => (
              <tr key={`${row} ${column} ${problem}`}>
                <td>{row}</td>
                <td className="nowrap">{column}</td>
                <td>
                  <OutsideText text={problem} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {count > problems.length && <p className="small muted">{say('sheet.problemsMore', { n: count - problems.length })}</p>}
    </>
  );
}

/** Columns of a table that nothing is taken from. */
export function IgnoredColumns({ columns }: { columns: readonly string[] }): ReactNode {
  const say = useWords();
  if (columns.length === 0) return null;
  return (
    <p>
      <OutsideText text={say('sheet.ignored', { columns: columns.join(', ') })} />
    </p>
  );
}
