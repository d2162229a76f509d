import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { formatShare } from '../../../api/format.js';
import type { CampaignView, DifferenceView, JobView } from '../../../api/service.js';
import { Meter } from '../../look/marks.js';
import { Empty, Loading } from '../../look/states.js';
import { viewKeys } from '../../viewer/source.js';
import { useWords } from '../../words/words.js';
import { SpokenProgress } from '../batch/spoken-progress.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { FailedWork } from '../campaign/failed-work.js';
import { Confirm } from '../frame/confirm.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { campaignAddress, campaignQuery, campaignsQuery, differencesQuery } from '../service/queries.js';
import { tell } from '../service/request.js';
import { DifferenceTable } from './difference-table.js';

/** What a changed definition would do, before it counts. */
export function DifferencesPage(): ReactNode {
  const say = useWords();
  const campaign = useCampaign();
  const { id, name, version, draft, draftJob } = campaign;
  const short = `${say('form.differences.short')} · ${name}`;
  const crumb = <Link to={paths.settings(id)}>{say('campaign.settings')}</Link>;
  if (draft === null) {
    const back = (
      <Link className="btn btn--main" to={paths.settings(id)}>
        {say('form.differences.toSettings')}
      </Link>
    );
    return (
      <Page title={say('form.differences.short')} short={short} above={crumb}>
        <div className="panel">
          <Empty title={say('form.differences.noDraft')} actions={back}>
            {say('form.differences.noDraftText')}
          </Empty>
        </div>
      </Page>
    );
  }
  if (draft.isReady) return <Ready campaign={campaign} draft={draft} />;
  const isFailed = draftJob?.state === 'failed';
  return (
    <Page
      title={say(isFailed ? 'form.differences.failed' : 'form.differences.working')}
      short={short}
      above={crumb}
      lead={say('form.differences.lead', { before: version, after: draft.version })}
      actions={<DiscardButton campaign={id} />}
    >
      {isFailed ? (
        <FailedWork title={say('form.differences.failed')} error={draftJob.error} address={`${campaignAddress(id)}/retry`} campaign={id}>
          {say('form.differences.failedText')}
        </FailedWork>
      ) : (
        <Working job={draftJob} />
      )}
    </Page>
  );
}

function Working({ job }: { job: JobView | null }): ReactNode {
  const say = useWords();
  const name = say(`batch.step.${job?.step ?? 'waiting'}`);
  const text = job && job.total > 0 ? say('batch.stepCount', { step: name, done: job.done, total: job.total }) : name;
  return (
    <div className="panel panel__body--tight stack stack--tight">
      <b className="small">{text}</b>
      <Meter value={job?.done ?? 0} max={job?.total ?? 0} label={say('form.differences.working')} />
      <p className="small muted">{say('form.differences.workingText')}</p>
      <SpokenProgress text={text} isOver={false} />
    </div>
  );
}

function Ready({ campaign, draft }: { campaign: CampaignView; draft: NonNullable<CampaignView['draft']> }): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { id, name, version } = campaign;
  const { data, error, refetch } = useQuery(differencesQuery(id, draft.version));
  const apply = useMutation({
    mutationFn: () => tell(`${campaignAddress(id)}/draft`, { method: 'POST' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewKeys.all(id) });
      await navigate(paths.results(id));
    },
    onSettled: async () => {
      await client.invalidateQueries(campaignQuery(id));
      await client.invalidateQueries(campaignsQuery);
    },
  });
  return (
    <Page
      title={say('form.differences.title')}
      short={`${say('form.differences.short')} · ${name}`}
      above={<Link to={paths.settings(id)}>{say('campaign.settings')}</Link>}
      lead={say('form.differences.lead', { before: version, after: draft.version })}
      actions={
        <>
          <DiscardButton campaign={id} />
          <button type="button" className="btn btn--main" onClick={() => apply.mutate()} disabled={apply.isPending || data === undefined}>
            {say(apply.isPending ? 'form.differences.applyBusy' : 'form.differences.apply')}
          </button>
        </>
      }
    >
      <Problem error={apply.error} />
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && <Differences all={data} />}
    </Page>
  );
}

function Differences({ all }: { all: readonly DifferenceView[] }): ReactNode {
  const say = useWords();
  const real = useMemo(() => all.filter(({ before, after }) => describe(before) !== describe(after)), [all]);
  if (real.length > 0) return <DifferenceTable differences={real} />;
  return (
    <div className="panel">
      <Empty title={say('form.differences.none')}>{say('form.differences.noneText')}</Empty>
    </div>
  );
}

/** Figures as they are shown: what nobody would see is no difference. */
function describe({ proposal, best, quoted, met, required }: DifferenceView['before']): string {
  return [proposal, formatShare(best), formatShare(quoted), met, required].join(' ');
}

function DiscardButton({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => tell(`${campaignAddress(campaign)}/draft`, { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries(campaignQuery(campaign));
      await navigate(paths.settings(campaign));
    },
  });
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        {say('form.differences.discard')}
      </button>
      <Confirm
        isOpen={isAsking}
        title={say('form.differences.discardTitle')}
        act={say('form.differences.discard')}
        isActing={discard.isPending}
        onAct={() => discard.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p className="small">{say('form.differences.discardText')}</p>
        <Problem error={discard.error} />
      </Confirm>
    </>
  );
}
