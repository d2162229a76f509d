import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type QuestionPreview, questionPreviewSchema } from '../../../api/questions.js';
import { Icon } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from '../frame/choose-button.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useDrop } from '../frame/use-drop.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { ask } from '../service/request.js';
import { atUnit, bankQuery } from './queries.js';

const ACCEPT = '.txt,.gift,.csv,.xlsx,text/plain,text/csv';

interface Chosen {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Tables are known by their names; everything else is taken for GIFT. */
const formatOf = ({ name }: Chosen): 'csv' | 'gift' => (/\.(csv|xlsx)$/i.test(name) ? 'csv' : 'gift');
const bodyOf = ({ bytes }: Chosen) => ({ method: 'POST', type: 'application/octet-stream', body: bytes }) as const;

/** Takes a file of questions: read first, imported once whoever brings it has seen what is left out. */
export function BankImportPage(): ReactNode {
  const say = useWords();
  const unit = useWorkingUnit();
  const [file, setFile] = useState<Chosen | null>(null);
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const read = { name: chosen.name, bytes: await chosen.arrayBuffer() };
      setFile(read);
      return ask(`/api/questions/preview?format=${formatOf(read)}${atUnit(unit, '&')}`, questionPreviewSchema, bodyOf(read));
    },
  });
  const take = ([chosen]: readonly File[]): void => {
    if (chosen !== undefined) check.mutate(chosen);
  };
  const { isOver, target } = useDrop((data) => take([...data.files]));
  const isRead = check.data !== undefined && file !== null && !check.isPending && check.error === null;
  return (
    <Page title={say('quiz.file.title')} lead={say('quiz.file.lead')} above={<Link to={paths.questions}>{say('quiz.bank.title')}</Link>}>
      <div className="drop" {...target}>
        <Icon name="drop" />
        <div className="grow">
          <h2>{say(isOver ? 'quiz.file.drop' : 'quiz.file.choose')}</h2>
          <p className="small muted">{say('quiz.file.dropText')}</p>
        </div>
        <ChooseButton accept={ACCEPT} isDisabled={check.isPending} onChoose={take}>
          {say(file === null ? 'quiz.file.choose' : 'quiz.file.again')}
        </ChooseButton>
      </div>
      {check.isPending && <Loading label={say('quiz.file.reading', { file: file?.name ?? '' })} rows={3} />}
      <Problem error={check.error} title={say('quiz.file.wrong')} />
      {isRead && check.data && <Found preview={check.data} file={file} unit={unit} />}
    </Page>
  );
}

function Found({ preview, file, unit }: { preview: QuestionPreview; file: Chosen; unit: string | undefined }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { count, added, problemCount } = preview;
  const act = useMutation({
    mutationFn: () =>
      ask(
        `/api/questions/import?format=${formatOf(file)}&skipping=${problemCount}${atUnit(unit, '&')}`,
        questionPreviewSchema,
        bodyOf(file),
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
