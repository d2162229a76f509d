import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { type RosterPreview, rosterPreviewSchema } from '../../../api/roster.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { CheckedFile, type ChosenFile, sentFile, TABLES } from '../frame/checked-file.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { IgnoredColumns, SheetProblems } from '../frame/sheet-problems.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { ask } from '../service/request.js';
import { rosterAddress, rosterQuery, writersQuery } from './roster-queries.js';
import { TemplateLinks } from './template-links.js';

/** Takes a roster: checked first, imported once nothing is wrong with it. */
export function RosterImportPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const check = (file: ChosenFile) => ask(`${rosterAddress(id)}/preview`, rosterPreviewSchema, sentFile(file));
  const text = <p className="small muted">{say('roster.dropText')}</p>;
  return (
    <Page
      title={say('roster.importTitle')}
      short={`${say('roster.importTitle')} · ${name}`}
      lead={say('roster.importLead')}
      above={<Link to={paths.roster(id)}>{say('roster.title')}</Link>}
      actions={<TemplateLinks />}
    >
      <CheckedFile accept={TABLES} title={say('roster.dropTitle')} choose={say('roster.choose')} text={text} check={check}>
        {(preview, file) => <Preview campaign={id} preview={preview} file={file} />}
      </CheckedFile>
    </Page>
  );
}

function Preview({ campaign, preview, file }: { campaign: string; preview: RosterPreview; file: ChosenFile }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { people, problemCount, absent, ignored } = preview;
  const act = useMutation({
    mutationFn: () => ask(`${rosterAddress(campaign)}/import`, rosterPreviewSchema, sentFile(file)),
    onSuccess: async () => {
      toast(say('roster.imported', { n: people }));
      await client.invalidateQueries(rosterQuery(campaign));
      await client.invalidateQueries(writersQuery(campaign));
      await client.invalidateQueries({ queryKey: viewKeys.all(campaign) });
      await navigate(paths.roster(campaign));
    },
  });
  if (problemCount > 0) {
    const title = say('roster.problemsTitle', { file: file.name, n: problemCount });
    return <SheetProblems title={title} text={say('roster.problemsText')} problems={preview.problems} count={problemCount} />;
  }
  return (
    <Note kind="ok" role="status" title={<PlainText text={say('roster.fineTitle', { file: file.name, n: people })} />}>
      <p>{say('roster.counts', preview)}</p>
      {absent > 0 && <p>{say('roster.absent', { n: absent })}</p>}
      <IgnoredColumns columns={ignored} />
      <p>
        <button type="button" className="btn btn--main" onClick={() => act.mutate()} disabled={act.isPending}>
          {say(act.isPending ? 'sheet.acting' : 'roster.act', { n: people })}
        </button>
      </p>
      <Problem error={act.error} />
    </Note>
  );
}
