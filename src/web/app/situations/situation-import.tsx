import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type SituationPreview, situationPreviewSchema } from '../../../api/situations.js';
import { Icon } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { ChooseButton } from '../frame/choose-button.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useDrop } from '../frame/use-drop.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { ask } from '../service/request.js';
import { LIBRARY, situationsQuery } from './queries.js';

const ACCEPT = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sent = (body: ArrayBuffer) => ({ method: 'POST', type: 'application/octet-stream', body }) as const;

interface Chosen {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Takes a table of situations: checked first, imported once nothing is wrong with it. */
export function SituationImport(): ReactNode {
  const say = useWords();
  const unit = useWorkingUnit();
  const at = unit === undefined ? '' : `?unit=${unit}`;
  const [file, setFile] = useState<Chosen | null>(null);
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const bytes = await chosen.arrayBuffer();
      setFile({ name: chosen.name, bytes });
      return ask(`${LIBRARY}/preview${at}`, situationPreviewSchema, sent(bytes));
    },
  });
  const take = ([chosen]: readonly File[]): void => {
    if (chosen !== undefined) check.mutate(chosen);
  };
  const { isOver, target } = useDrop((data) => take([...data.files]));
  return (
    <section className="stack noprint" aria-label={say('situations.import')}>
      <div className="drop" {...target}>
        <Icon name="drop" />
        <div className="grow">
          <h2>{say(isOver ? 'roster.dropNow' : 'situations.import')}</h2>
          <p className="small muted">{say('situations.importText')}</p>
          <p className="small">
            <a href={`${LIBRARY}/template`} download>
              {say('situations.template')}
            </a>
          </p>
        </div>
        <ChooseButton accept={ACCEPT} isDisabled={check.isPending} onChoose={take}>
          {say(file === null ? 'situations.choose' : 'situations.chooseAgain')}
        </ChooseButton>
      </div>
      {check.isPending && <Loading label={say('situations.checking', { file: file?.name ?? '' })} rows={2} />}
      <Problem error={check.error} title={say('situations.wrongFile')} />
      {check.data !== undefined && file !== null && !check.isPending && check.error === null && (
        <Preview at={at} preview={check.data} file={file} done={() => check.reset()} />
      )}
    </section>
  );
}

function Preview(props: { at: string; preview: SituationPreview; file: Chosen; done: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { at, preview, file, done } = props;
  const { count, added, known, ignored, problemCount } = preview;
  const act = useMutation({
    mutationFn: () => ask(`${LIBRARY}/import${at}`, situationPreviewSchema, sent(file.bytes)),
    onSuccess: async (kept) => {
      toast(say('situations.imported', { n: kept.added }));
      await client.invalidateQueries({ queryKey: situationsQuery.queryKey });
      done();
    },
  });
  if (problemCount > 0) return <Problems preview={preview} file={file.name} />;
  return (
    <Note kind="ok" role="status" title={<PlainText text={say('situations.fineTitle', { file: file.name, n: count })} />}>
      <p>{say('situations.fine', { added, known })}</p>
      {ignored.length > 0 && (
        <p>
          <OutsideText text={say('situations.ignored', { columns: ignored.join(', ') })} />
        </p>
      )}
      {added > 0 && (
        <p>
          <button type="button" className="btn btn--main" onClick={() => act.mutate()} disabled={act.isPending}>
            {say(act.isPending ? 'situations.acting' : 'situations.act', { n: added })}
          </button>
        </p>
      )}
      <Problem error={act.error} />
    </Note>
  );
}

function Problems({ preview: { problems, problemCount }, file }: { preview: SituationPreview; file: string }): ReactNode {
  const say = useWords();
  const heads = [say('situations.row'), say('situations.column'), say('situations.problem')];
  return (
    <>
      <Note kind="bad" role="alert" title={<PlainText text={say('situations.problemsTitle', { file, n: problemCount })} />}>
        <p>{say('situations.problemsText')}</p>
      </Note>
      <ScrollBox className="panel table-wrap" label={say('situations.problemsCaption')}>
        <table className="table table--problems">
          <caption className="vh">{say('situations.problemsCaption')}</caption>
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
        <p className="small muted">{say('situations.problemsMore', { n: problemCount - problems.length })}</p>
      )}
    </>
  );
}
