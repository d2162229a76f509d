import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { QuestionView } from '../../../api/questions.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { SearchField } from '../../look/search-field.js';
import { Empty, Loading } from '../../look/states.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { ExportMenu } from '../export/export-menu.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { atUnit, bankQuery } from './queries.js';
import { QuestionDialog } from './question-dialog.js';

type Edited = QuestionView | 'new' | null;

const keyOf = ({ id }: QuestionView): string => id;

/** The questions of the unit: to be looked through, written, imported and taken along. */
export function BankPage(): ReactNode {
  const say = useWords();
  const unit = useWorkingUnit();
  const { data, error, refetch } = useQuery(bankQuery(unit));
  const [edited, setEdited] = useState<Edited>(null);
  return (
    <Page
      title={say('quiz.bank.title')}
      lead={say('quiz.bank.lead')}
      actions={
        <>
          <Link className="btn" to={paths.questionImport}>
            {say('quiz.bank.import')}
          </Link>
          <Exports unit={unit} />
          <button type="button" className="btn btn--main" onClick={() => setEdited('new')}>
            <Icon name="plus" />
            {say('quiz.bank.add')}
          </button>
        </>
      }
    >
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      <Problem error={error} retry={() => void refetch()} />
      {data?.length === 0 && (
        <div className="panel">
          <Empty title={say('quiz.bank.empty')}>{say('quiz.bank.emptyText')}</Empty>
        </div>
      )}
      {data !== undefined && data.length > 0 && <Questions questions={data} edit={setEdited} />}
      {edited !== null && <QuestionDialog unit={unit} question={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </Page>
  );
}

function Exports({ unit }: { unit: string | undefined }): ReactNode {
  const say = useWords();
  const path = (format: string): string => `/api/questions/export?format=${format}${atUnit(unit, '&')}`;
  const choices = (['csv', 'gift'] as const).map((id) => ({
    id,
    word: say(`quiz.bank.${id}`),
    hint: say(`quiz.bank.${id}Hint`),
    path: path(id),
  }));
  const template = { id: 'template', word: say('quiz.bank.template'), hint: '', path: '/api/questions/template' };
  return <ExportMenu word={say('quiz.bank.exports')} choices={[...choices, template]} />;
}

function Questions({ questions, edit }: { questions: readonly QuestionView[]; edit: (question: QuestionView) => void }): ReactNode {
  const say = useWords();
  const [search, setSearch] = useState('');
  const [withArchived, setWithArchived] = useState(false);
  const archived = questions.filter(({ archivedAt }) => archivedAt !== null).length;
  const shown = useMemo(() => {
    const sought = search.trim().toLocaleLowerCase('vi');
    const listed = questions.filter(({ archivedAt }) => withArchived || archivedAt === null);
    return listed.filter(({ words, topic }) => `${topic} ${words}`.toLocaleLowerCase('vi').includes(sought));
  }, [questions, search, withArchived]);
  return (
    <section className="panel" aria-labelledby="cac-cau-hoi">
      <h2 className="vh" id="cac-cau-hoi">
        {say('quiz.bank.caption')}
      </h2>
      <search className="filters">
        <SearchField label={say('quiz.bank.search')} value={search} onChange={setSearch} />
        {archived > 0 && (
          <label className="choice">
            <input type="checkbox" checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)} />
            <span>{say('quiz.bank.showArchived', { n: archived })}</span>
          </label>
        )}
        <span className="small muted" role="status">
          {say('quiz.bank.shown', { n: shown.length, all: questions.length })}
        </span>
      </search>
      {shown.length === 0 ? <p className="panel__body muted">{say('quiz.bank.none')}</p> : <QuestionTable questions={shown} edit={edit} />}
    </section>
  );
}

interface TableProps {
  readonly questions: readonly QuestionView[];
  readonly edit: (question: QuestionView) => void;
}

function QuestionTable({ questions, edit }: TableProps): ReactNode {
  const say = useWords();
  return (
    <table className="table table--cards table--questions" aria-rowcount={questions.length + 1}>
      <caption className="vh">{say('quiz.bank.caption')}</caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{say('quiz.bank.col.words')}</th>
          <th scope="col">{say('quiz.bank.col.topic')}</th>
          <th scope="col">{say('quiz.bank.col.kind')}</th>
          <th scope="col" className="act">
            <span className="vh">{say('quiz.bank.col.act')}</span>
          </th>
        </tr>
      </thead>
      <VirtualBody rows={questions} keyOf={keyOf} span={4}>
        {(row, index, measure) => (
          <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
            <th scope="row" className="full">
              <b>
                <OutsideText text={row.words} />
              </b>
              <span className="sub">
                <OutsideText text={say('quiz.bank.right', { words: rightOf(row) })} />
              </span>
            </th>
            <td data-label={say('quiz.bank.col.topic')}>
              {row.topic === '' ? <span className="muted">{say('quiz.bank.noTopic')}</span> : <OutsideText text={row.topic} />}
            </td>
            <td data-label={say('quiz.bank.col.kind')}>
              {say(`quiz.bank.kind.${row.kind}`)}
              {row.archivedAt !== null && <span className="sub">{say('quiz.bank.archived')}</span>}
            </td>
            <td className="act">
              <button
                type="button"
                className="btn btn--small"
                aria-label={say('quiz.bank.editOne', { words: row.words })}
                onClick={() => edit(row)}
              >
                {say('quiz.bank.edit')}
              </button>
            </td>
          </tr>
        )}
      </VirtualBody>
    </table>
  );
}

const rightOf = ({ options }: QuestionView): string =>
  options
    .filter(({ isRight }) => isRight)
    .map(({ words }) => words)
    .join('; ');
