import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type RosterPreview, rosterPreviewSchema } from '../../../api/roster.js';
import { Icon } from '../../look/icons.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Loading, Note } from '../../look/states.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ChooseButton } from '../frame/choose-button.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { useDrop } from '../frame/use-drop.js';
import { paths } from '../paths.js';
import { ask } from '../service/request.js';
import { rosterAddress, rosterQuery, writersQuery } from './roster-queries.js';
import { TemplateLinks } from './template-links.js';

const ACCEPT = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes a roster: checked first, imported once nothing is wrong with it. */
export function RosterImportPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const [file, setFile] = useState<{ readonly name: string; readonly bytes: ArrayBuffer } | null>(null);
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      const bytes = await chosen.arrayBuffer();
      setFile({ name: chosen.name, bytes });
      return ask(`${rosterAddress(id)}/preview`, rosterPreviewSchema, bodyOf(bytes));
    },
  });
  const take = ([chosen]: readonly File[]): void => {
    if (chosen !== undefined) check.mutate(chosen);
  };
  const { isOver, target } = useDrop((data) => take([...data.files]));
  return (
    <Page
      title={say('roster.importTitle')}
      short={`${say('roster.importTitle')} · ${name}`}
      lead={say('roster.importLead')}
      above={<Link to={paths.roster(id)}>{say('roster.title')}</Link>}
      actions={<TemplateLinks />}
    >
      <div className="drop" {...target}>
        <Icon name="drop" />
        <div className="grow">
          <h2>{say(isOver ? 'roster.dropNow' : 'roster.dropTitle')}</h2>
          <p className="small muted">{say('roster.dropText')}</p>
        </div>
        <ChooseButton accept={ACCEPT} isDisabled={check.isPending} onChoose={take}>
          {say(file === null ? 'roster.choose' : 'roster.chooseAgain')}
        </ChooseButton>
      </div>
      {check.isPending && <Loading label={say('roster.checking', { file: file?.name ?? '' })} rows={3} />}
      <Problem error={check.error} title={say('roster.wrongFile')} />
      {check.data !== undefined && file !== null && !check.isPending && check.error === null && (
        <Preview campaign={id} preview={check.data} file={file} />
      )}
    </Page>
  );
}

interface Chosen {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

const bodyOf = (body: ArrayBuffer) => ({ method: 'POST', type: 'application/octet-stream', body }) as const;

function Preview({ campaign, preview, file }: { campaign: string; preview: RosterPreview; file: Chosen }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { people, problemCount, absent, ignored } = preview;
  const act = useMutation({
    mutationFn: () => ask(`${rosterAddress(campaign)}/import`, rosterPreviewSchema, bodyOf(file.bytes)),
    onSuccess: async () => {
      toast(say('roster.imported', { n: people }));
      await client.invalidateQueries(rosterQuery(campaign));
      await client.invalidateQueries(writersQuery(campaign));
      await client.invalidateQueries({ queryKey: viewKeys.all(campaign) });
      await navigate(paths.roster(campaign));
    },
  });
  if (problemCount > 0) return <Problems preview={preview} file={file.name} />;
  return (
    <Note kind="ok" role="status" title={<PlainText text={say('roster.fineTitle', { file: file.name, n: people })} />}>
      <p>{say('roster.counts', preview)}</p>
      {absent > 0 && <p>{say('roster.absent', { n: absent })}</p>}
      {ignored.length > 0 && (
        <p>
          <OutsideText text={say('roster.ignored', { columns: ignored.join(', ') })} />
        </p>
      )}
      <p>
        <button type="button" className="btn btn--main" onClick={() => act.mutate()} disabled={act.isPending}>
          {say(act.isPending ? 'roster.acting' : 'roster.act', { n: people })}
        </button>
      </p>
      <Problem error={act.error} />
    </Note>
  );
}

function Problems({ preview: { problems, problemCount }, file }: { preview: RosterPreview; file: string }): ReactNode {
  const say = useWords();
  return (
    <>
      <Note kind="bad" role="alert" title={<PlainText text={say('roster.problemsTitle', { file, n: problemCount })} />}>
        <p>{say('roster.problemsText')}</p>
      </Note>
      <ScrollBox className="panel table-wrap" label={say('roster.problemsCaption')}>
        <table className="table">
          <caption className="vh">{say('roster.problemsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {say('roster.row')}
              </th>
              <th scope="col">{say('roster.column')}</th>
              <th scope="col">{say('roster.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, column, problem }) => (
              <tr key={`${row} ${column} ${problem}`}>
                <td className="num">{row}</td>
                <td className="nowrap">{column}</td>
                <td>
                  <OutsideText text={problem} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {problemCount > problems.length && <p className="small muted">{say('roster.problemsMore', { n: problemCount - problems.length })}</p>}
    </>
  );
}
