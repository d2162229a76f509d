import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import type { CampaignView } from '../../../api/service.js';
import type { RowView } from '../../../api/view.js';
import { Empty, Note } from '../../look/states.js';
import { type ViewSlots, viewKeys } from '../../viewer/source.js';
import { Viewer } from '../../viewer/viewer.js';
import { useWords } from '../../words/words.js';
import { BulkAccept } from '../conclude/bulk-accept.js';
import { ConcludeForm } from '../conclude/conclude-form.js';
import { LetterButton } from '../conclude/letter-button.js';
import { ExemplaryBox } from '../exemplary/essay-box.js';
import { GroupExports, PairExports, ResultsExports } from '../export/exports.js';
import { COMMITTEE, useHolds, WRITERS } from '../frame/account.js';
import { useTitle, useTitleFocus } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { EssayQuizzes } from '../quiz/essay-quizzes.js';
import { AskButton } from '../requests/ask-button.js';
import { AssignOnPage } from '../review/assign-button.js';
import { ExcludeBox } from '../review/exclude-box.js';
import { GroupForm } from '../review/group-form.js';
import { QueueNote } from '../review/queue-note.js';
import { ThemeWord } from '../review/theme-word.js';
import { ComparingNote } from '../roster/comparing-note.js';
import { AttemptsBox } from '../rounds/attempts-box.js';
import { campaignSource } from '../service/queries.js';
import { useCampaign } from './campaign-frame.js';
import { NewBatchButton } from './new-batch-button.js';
import { RefreshNote } from './refresh-note.js';

/** The results of a campaign: the viewer with what people conclude. */
export function ResultsPage(): ReactNode {
  const campaign = useCampaign();
  const { id } = campaign;
  const source = useMemo(() => campaignSource(id), [id]);
  const isWriter = useHolds(WRITERS);
  const slots = useMemo(() => slotsOf(id, isWriter), [id, isWriter]);
  useFreshResults(campaign);
  if (countEssays(campaign) === 0) return <NothingYet campaign={campaign} />;
  return (
    <>
      <Pending campaign={campaign} />
      {(campaign.isRefreshing || campaign.failedRefresh !== null) && (
        <div className="page page--note">
          <ComparingNote />
        </div>
      )}
      <Viewer source={source} base={paths.results(id)} slots={slots} />
    </>
  );
}

/** What the service adds to the viewer: to conclude only for those who may. */
function slotsOf(campaign: string, isWriter: boolean): ViewSlots {
  return {
    ...(isWriter && {
      conclude: (place) => <ConcludeForm key={place.row.id} campaign={campaign} place={place} />,
      bulk: (place) => <BulkAccept campaign={campaign} place={place} />,
      passage: (place) => <ExcludeBox campaign={campaign} place={place} />,
      group: (place) => <GroupForm key={place.group.id} campaign={campaign} place={place} />,
      theme: (place) => <ThemeWord campaign={campaign} place={place} />,
    }),
    actions: (place) => {
      if (place.page === 'results') return <Actions campaign={campaign} shown={place.shown} />;
      if (place.page === 'pair') {
        return (
          <>
            <AskButton campaign={campaign} other={place.other} />
            <PairExports campaign={campaign} essay={place.essay} other={place.other} />
          </>
        );
      }
      if (place.page === 'group') return <GroupActions campaign={campaign} group={place.group} />;
      return isWriter ? <EssayActions campaign={campaign} essay={place.essay} /> : null;
    },
    essayNote: ({ id, conclusion }) => (
      <>
        {isWriter && <QueueNote essay={id} />}
        <RefreshNote campaign={campaign} essay={id} />
        <AttemptsBox campaign={campaign} essay={id} revision={conclusion?.revision ?? 0} />
        <EssayQuizzes campaign={campaign} essay={id} />
        <ExemplaryBox key={id} campaign={campaign} essay={id} />
      </>
    ),
    problem: (error, retry) => <Problem error={error} retry={retry} />,
  };
}

/** What only committees are offered. */
function ForCommittee({ children }: { children: ReactNode }): ReactNode {
  return useHolds(COMMITTEE) ? children : null;
}

function GroupActions(place: { campaign: string; group: string }): ReactNode {
  return (
    <>
      <ForCommittee>
        <AssignOnPage {...place} />
      </ForCommittee>
      <GroupExports {...place} />
    </>
  );
}

function EssayActions(place: { campaign: string; essay: string }): ReactNode {
  return (
    <>
      <ForCommittee>
        <AssignOnPage {...place} />
      </ForCommittee>
      <LetterButton {...place} />
    </>
  );
}

/** Has everything asked for anew once the machine is through with something. */
function useFreshResults({ id, isBusy, version }: CampaignView): void {
  const client = useQueryClient();
  const before = useRef({ isBusy, version });
  useEffect(() => {
    const isOver = before.current.isBusy && !isBusy;
    if (isOver || before.current.version !== version) void client.invalidateQueries({ queryKey: viewKeys.all(id) });
    before.current = { isBusy, version };
  }, [client, id, isBusy, version]);
}

function countEssays({ accept, review, rewrite }: CampaignView): number {
  return accept + review + rewrite;
}

function Actions({ campaign, shown }: { campaign: string; shown: readonly RowView[] }): ReactNode {
  const say = useWords();
  const { concluded } = useCampaign();
  return (
    <>
      <NewBatchButton campaign={campaign} word={say('campaign.handIn')} />
      <ResultsExports campaign={campaign} shown={shown} concluded={concluded} />
    </>
  );
}

/** What is going on beside the results that are on the screen. */
function Pending({ campaign }: { campaign: CampaignView }): ReactNode {
  const say = useWords();
  const working = campaign.batchList.find(({ state }) => state === 'queued' || state === 'working');
  const failed = campaign.batchList.find(({ state }) => state === 'failed');
  const shown = failed ?? working;
  if (campaign.draft !== null) return <DraftNote campaign={campaign} />;
  if (shown === undefined) return null;
  return (
    <div className="page page--note">
      <Note kind={failed ? 'warn' : 'info'} icon={failed ? 'warn' : 'clock'}>
        <p>
          {failed ? say('campaign.failedBatch', { number: shown.number }) : say('campaign.working', { number: shown.number })}{' '}
          <Link to={paths.batch(campaign.id, shown.id)}>{say(failed ? 'campaign.open' : 'campaign.watch', { number: shown.number })}</Link>
        </p>
      </Note>
    </div>
  );
}

function DraftNote({ campaign }: { campaign: CampaignView }): ReactNode {
  const say = useWords();
  return (
    <div className="page page--note">
      <Note kind="info" icon={campaign.draft?.isReady ? 'info' : 'clock'}>
        <p>
          {say(campaign.draft?.isReady ? 'campaign.draftReady' : 'campaign.reassessing')}{' '}
          <Link to={paths.differences(campaign.id)}>{say('form.differences.look')}</Link>
        </p>
      </Note>
    </div>
  );
}

function NothingYet({ campaign }: { campaign: CampaignView }): ReactNode {
  const say = useWords();
  const { id, batchList } = campaign;
  const heading = useTitleFocus();
  useTitle(`${say('campaign.results')} · ${campaign.name}`);
  const working = batchList.find(({ state }) => state === 'queued' || state === 'working' || state === 'failed');
  const open = batchList.find(({ state }) => state === 'receiving');
  const batch = working ?? open;
  const titles = { working: 'campaign.busyTitle', open: 'campaign.openBatch', none: 'campaign.noResultsTitle' } as const;
  const texts = { working: 'campaign.busyText', open: 'campaign.openBatchText', none: 'campaign.noResultsText' } as const;
  const state = working?.state === 'failed' ? 'failed' : working ? 'working' : open ? 'open' : 'none';
  const number = batch?.number ?? 0;
  const action = batch ? (
    <Link className="btn btn--main" to={paths.batch(id, batch.id)}>
      {state === 'working' ? say('campaign.watch') : say('campaign.open', { number })}
    </Link>
  ) : (
    <NewBatchButton campaign={id} word={say(batchList.length === 0 ? 'batch.firstBatch' : 'batch.newBatch')} isMain />
  );
  return (
    <div className="page">
      <h1 className="vh" ref={heading} tabIndex={-1}>
        {say('campaign.results')}
      </h1>
      <div className="panel">
        {state === 'failed' ? (
          <Empty title={say('campaign.failedBatch', { number })} actions={action}>
            {say('batch.failedSafe')}
          </Empty>
        ) : (
          <Empty title={say(titles[state], { number })} actions={action}>
            {say(texts[state], { n: batch?.uploads ?? 0 })}
          </Empty>
        )}
      </div>
    </div>
  );
}
