import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type SituationPreview, situationPreviewSchema } from '../../../api/situations.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { CheckedFile, type ChosenFile, sentFile, TABLES } from '../frame/checked-file.js';
import { Problem } from '../frame/problem.js';
import { IgnoredColumns, SheetProblems } from '../frame/sheet-problems.js';
import { toast } from '../frame/toasts.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { ask } from '../service/request.js';
import { LIBRARY, situationsQuery } from './queries.js';

/** Takes a table of situations: checked first, imported once nothing is wrong with it. */
export function SituationImport(): ReactNode {
  const say = useWords();
  const unit = useWorkingUnit();
  const at = unit === undefined ? '' : `?unit=${unit}`;
  const text = (
    <>
      <p className="small muted">{say('situations.importText')}</p>
      <p className="small">
        <a href={`${LIBRARY}/template`} download>
          {say('situations.template')}
        </a>
      </p>
    </>
  );
  const check = (file: ChosenFile) => ask(`${LIBRARY}/preview${at}`, situationPreviewSchema, sentFile(file));
  return (
    <section className="stack noprint" aria-label={say('situations.import')}>
      <CheckedFile accept={TABLES} title={say('situations.import')} choose={say('situations.choose')} text={text} check={check}>
        {(preview, file, done) => <Preview at={at} preview={preview} file={file} done={done} />}
      </CheckedFile>
    </section>
  );
}

function Preview(props: { at: string; preview: SituationPreview; file: ChosenFile; done: () => void }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { at, preview, file, done } = props;
  const { count, added, known, ignored, problemCount } = preview;
  const act = useMutation({
    mutationFn: () => ask(`${LIBRARY}/import${at}`, situationPreviewSchema, sentFile(file)),
    onSuccess: async (kept) => {
      toast(say('situations.imported', { n: kept.added }));
      await client.invalidateQueries({ queryKey: situationsQuery.queryKey });
      done();
    },
  });
  if (problemCount > 0) {
    const title = say('situations.problemsTitle', { file: file.name, n: problemCount });
    return <SheetProblems title={title} text={say('situations.problemsText')} problems={preview.problems} count={problemCount} />;
  }
  return (
    <Note kind="ok" role="status" title={<PlainText text={say('situations.fineTitle', { file: file.name, n: count })} />}>
      <p>{say('situations.fine', { added, known })}</p>
      <IgnoredColumns columns={ignored} />
      {added > 0 && (
        <p>
          <button type="button" className="btn btn--main" onClick={() => act.mutate()} disabled={act.isPending}>
            {say(act.isPending ? 'sheet.acting' : 'situations.act', { n: added })}
          </button>
        </p>
      )}
      <Problem error={act.error} />
    </Note>
  );
}
