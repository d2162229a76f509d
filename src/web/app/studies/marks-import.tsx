import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type MarksPreview, marksPreviewSchema } from '../../../api/study.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { CheckedFile, type ChosenFile, sentFile, TABLES } from '../frame/checked-file.js';
import { Problem } from '../frame/problem.js';
import { IgnoredColumns, SheetProblems } from '../frame/sheet-problems.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { studyKey } from './queries.js';

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
  const column = say(kind === 'Marks' ? 'studies.columnMark' : 'studies.columnGiven');
  const text = (
    <>
      <p className="small muted">{say('studies.importText', { column })}</p>
      <p className="row small">
        <a href={`${address}/xlsx`} download>
          {say('studies.template', { format: 'Excel' })}
        </a>
        <a href={`${address}/csv`} download>
          {say('studies.template', { format: 'CSV' })}
        </a>
      </p>
    </>
  );
  const check = (file: ChosenFile) => ask(`${address}/preview`, marksPreviewSchema, sentFile(file));
  return (
    <section className="stack noprint" aria-label={say('studies.importTitle')}>
      <CheckedFile accept={TABLES} title={say('studies.importTitle')} choose={say('studies.choose')} text={text} check={check}>
        {(preview, file, done) => <Preview campaign={campaign} address={address} kind={kind} preview={preview} file={file} done={done} />}
      </CheckedFile>
    </section>
  );
}

interface PreviewProps extends ImportProps {
  readonly preview: MarksPreview;
  readonly file: ChosenFile;
  readonly done: () => void;
}

function Preview({ campaign, address, kind, preview, file, done }: PreviewProps): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { people, ignored, problemCount, yes, no, open, changed } = preview;
  const act = useMutation({
    mutationFn: () => ask(`${address}/import`, marksPreviewSchema, sentFile(file)),
    onSuccess: async () => {
      toast(say('studies.imported', { n: people }));
      await client.invalidateQueries({ queryKey: studyKey(campaign) });
      done();
    },
  });
  if (problemCount > 0) {
    const title = say('studies.problemsTitle', { file: file.name, n: problemCount });
    return <SheetProblems title={title} text={say('studies.problemsText')} problems={preview.problems} count={problemCount} />;
  }
  return (
    <Note kind="ok" role="status" title={<PlainText text={say('studies.fineTitle', { file: file.name, n: people })} />}>
      <p>{say(kind === 'Marks' ? 'studies.fineMarks' : 'studies.fineGiven', { yes, no, open, changed })}</p>
      <IgnoredColumns columns={ignored} />
      <p>
        <button type="button" className="btn btn--main" onClick={() => act.mutate()} disabled={act.isPending}>
          {say(act.isPending ? 'sheet.acting' : 'studies.act', { n: people })}
        </button>
      </p>
      <Problem error={act.error} />
    </Note>
  );
}
