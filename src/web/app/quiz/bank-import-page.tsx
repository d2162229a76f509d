import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { type QuestionPreview, questionPreviewSchema } from '../../../api/questions.js';
import { Icon } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { CheckedFile, type ChosenFile, sentFile } from '../frame/checked-file.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { ask } from '../service/request.js';
import { atUnit, bankQuery } from './queries.js';

const ACCEPT = '.txt,.gift,.csv,.xlsx,text/plain,text/csv';

/** Tables are known by their names; everything else is taken for GIFT. */
const formatOf = ({ name }: ChosenFile): 'csv' | 'gift' => (/\.(csv|xlsx)$/i.test(name) ? 'csv' : 'gift');

/** Takes a file of questions: read first, imported once whoever brings it has seen what is left out. */
export function BankImportPage(): ReactNode {
  const say = useWords();
  const unit = useWorkingUnit();
  const check = (file: ChosenFile) =>
    ask(`/api/questions/preview?format=${formatOf(file)}${atUnit(unit, '&')}`, questionPreviewSchema, sentFile(file));
  const text = <p className="small muted">{say('quiz.file.dropText')}</p>;
  return (
    <Page title={say('quiz.file.title')} lead={say('quiz.file.lead')} above={<Link to={paths.questions}>{say('quiz.bank.title')}</Link>}>
      <CheckedFile accept={ACCEPT} title={say('quiz.file.drop')} choose={say('quiz.file.choose')} text={text} check={check}>
        {(preview, file) => <Found preview={preview} file={file} unit={unit} />}
      </CheckedFile>
    </Page>
  );
}

function Found({ preview, file, unit }: { preview: QuestionPreview; file: ChosenFile; unit: string | undefined }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { count, added, problemCount } = preview;
  const act = useMutation({
    mutationFn: () =>
      ask(
        `/api/questions/import?format=${formatOf(file)}&skipping=${problemCount}${atUnit(unit, '&')}`,
        questionPreviewSchema,
        sentFile(file),
      ),
    onSuccess: async (done) => {
      toast(say('quiz.file.done', { n: done.added }));
      await client.invalidateQueries(bankQuery(unit));
      await navigate(paths.questions);
    },
  });
  const word = problemCount === 0 ? say('quiz.file.act', { n: added }) : say('quiz.file.actSkipping', { n: added, skipped: problemCount });
  return (
    <>
      {problemCount > 0 && <Skipped preview={preview} />}
      <Note
        kind={added > 0 ? 'ok' : 'info'}
        role="status"
        title={<PlainText text={say('quiz.file.found', { file: file.name, n: count })} />}
      >
        <p>{say('quiz.file.counts', preview)}</p>
        {added === 0 ? (
          <p>{say('quiz.file.nothing')}</p>
        ) : (
          <p>
            <button type="button" className="btn btn--main" onClick={() => act.mutate()} disabled={act.isPending}>
              {act.isPending ? say('quiz.file.acting') : word}
            </button>
          </p>
        )}
        <Problem error={act.error} />
      </Note>
      {preview.questions.length > 0 && <Preview preview={preview} />}
    </>
  );
}

function Skipped({ preview: { problems, problemCount } }: { preview: QuestionPreview }): ReactNode {
  const say = useWords();
  return (
    <>
      <Note kind="warn" role="alert" title={say('quiz.file.skipped', { n: problemCount })}>
        <p>{say('quiz.file.skippedText')}</p>
      </Note>
      <ScrollBox className="panel table-wrap" label={say('quiz.file.skippedCaption')}>
        <table className="table table--lines">
          <caption className="vh">{say('quiz.file.skippedCaption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {say('quiz.file.line')}
              </th>
              <th scope="col">{say('quiz.file.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, problem }) => (
              <tr key={`${line} ${problem}`}>
                <td className="num">{line}</td>
                <td lang="vi">
                  <OutsideText text={problem} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {problemCount > problems.length && <p className="small muted">{say('quiz.file.more', { n: problemCount - problems.length })}</p>}
    </>
  );
}

/** Questions of a preview that are drawn. */
const DRAWN = 50;

function Preview({ preview: { questions, count } }: { preview: QuestionPreview }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="cac-cau-se-nhap">
      <div className="panel__head">
        <h2 id="cac-cau-se-nhap">{say('quiz.file.preview')}</h2>
      </div>
      <ol className="panel__body quizpreview">
        {questions.slice(0, DRAWN).map(({ words, options }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold a question twice.
          <li key={place}>
            <OutsideText text={words} />
            <ul>
              {options.map((option) => (
                <li key={option.words} data-right={option.isRight || undefined}>
                  <Icon name={option.isRight ? 'check' : 'dash'} />
                  <span>
                    <OutsideText text={option.words} />
                    {option.isRight && <span className="vh"> ({say('quiz.take.rightOne')})</span>}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {count > DRAWN && <p className="panel__body small muted">{say('quiz.file.more', { n: count - DRAWN })}</p>}
    </section>
  );
}
