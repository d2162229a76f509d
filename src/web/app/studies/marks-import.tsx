import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type MarksPreview, marksPreviewSchema } from '../../../api/study.js';
import { Icon } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from '../frame/choose-button.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useDrop } from '../frame/use-drop.js';
import { ask } from '../service/request.js';
import { studyKey } from './queries.js';

const ACCEPT = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const bodyOf = (body: ArrayBuffer) => ({ method: 'POST', type: 'application/octet-stream', body }) as const;

interface ImportProps {
  readonly campaign: string;
  /** Address below which a list is previewed, imported and offered as a form. */
  readonly address: string;
  /** What the list marks. */
  readonly kind: 'Marks' | 'Given';
}

/** Takes a list of people with a mark each: checked first, imported once nothing is wrong with it. */
export function MarksImport({ campaign, address, kind }: ImportProps): ReactNode {
  const say = useWords();
  const [file, setFile] = useState<{ readonly name: string; readonly bytes: ArrayBuffer } | null>(null);
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const bytes = await chosen.arrayBuffer();
      setFile({ name: chosen.name, bytes });
      return ask(`${address}/preview`, marksPreviewSchema, bodyOf(bytes));
    },
  });
  const take = ([chosen]: readonly File[]): void => {
    if (chosen !== undefined) check.mutate(chosen);
  };
  const { isOver, target } = useDrop((data) => take([...data.files]));
  const column = say(kind === 'Marks' ? 'studies.columnMark' : 'studies.columnGiven');
  return (
    <section className="stack noprint" aria-label={say('studies.importTitle')}>
      <div className="drop" {...target}>
        <Icon name="drop" />
        <div className="grow">
          <h2>{say(isOver ? 'roster.dropNow' : 'studies.importTitle')}</h2>
          <p className="small muted">{say('studies.importText', { column })}</p>
          <p className="small">
            <a href={`${address}/xlsx`} download>
              {say('studies.template', { format: 'Excel' })}
            </a>{' '}
            <a href={`${address}/csv`} download>
              {say('studies.template', { format: 'CSV' })}
            </a>
          </p>
        </div>
        <ChooseButton accept={ACCEPT} isDisabled={check.isPending} onChoose={take}>
          {say(file === null ? 'studies.choose' : 'studies.chooseAgain')}
        </ChooseButton>
      </div>
      {check.isPending && <Loading label={say('studies.checking', { file: file?.name ?? '' })} rows={2} />}
      <Problem error={check.error} title={say('studies.wrongFile')} />
      {check.data !== undefined && file !== null && !check.isPending && check.error === null && (
        <Preview campaign={campaign} address={address} kind={kind} preview={check.data} file={file} done={() => check.reset()} />
      )}
    </section>
  );
}

interface PreviewProps extends ImportProps {
  readonly preview: MarksPreview;
  readonly file: { readonly name: string; readonly bytes: ArrayBuffer };
  readonly done: () => void;
}

function Preview({ campaign, address, kind, preview, file, done }: PreviewProps): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { people, ignored, problemCount, yes, no, open, changed } = preview;
  const act = useMutation({
    mutationFn: () => ask(`${address}/import`, marksPreviewSchema, bodyOf(file.bytes)),
    onSuccess: async () => {
      toast(say('studies.imported', { n: people }));
      await client.invalidateQueries({ queryKey: studyKey(campaign) });
      done();
    },
  });
  if (problemCount > 0) return <Problems preview={preview} file={file.name} />;
  return (
    <Note kind="ok" role="status" title={<PlainText text={say('studies.fineTitle', { file: file.name, n: people })} />}>
      <p>{say(kind === 'Marks' ? 'studies.fineMarks' : 'studies.fineGiven', { yes, no, open, changed })}</p>
      {ignored.length > 0 && (
        <p>
          <OutsideText text={say('studies.ignored', { columns: ignored.join(', ') })} />
        </p>
      )}
      <p>
        <button type="button" className="btn btn--main" onClick={() => act.mutate()} disabled={act.isPending}>
          {say(act.isPending ? 'studies.acting' : 'studies.act', { n: people })}
        </button>
      </p>
      <Problem error={act.error} />
    </Note>
  );
}

function Problems({ preview: { problems, problemCount }, file }: { preview: MarksPreview; file: string }): ReactNode {
  const say = useWords();
  const heads = [say('studies.row'), say('studies.column'), say('studies.problem')];
  return (
    <>
      <Note kind="bad" role="alert" title={<PlainText text={say('studies.problemsTitle', { file, n: problemCount })} />}>
        <p>{say('studies.problemsText')}</p>
      </Note>
      <ScrollBox className="panel table-wrap" label={say('studies.problemsCaption')}>
        <table className="table table--problems">
          <caption className="vh">{say('studies.problemsCaption')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
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
      {problemCount > problems.length && (
        <p className="small muted">{say('studies.problemsMore', { n: problemCount - problems.length })}</p>
      )}
    </>
  );
}
