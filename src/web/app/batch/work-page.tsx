import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { formatCount, formatMoment } from '../../../api/format.js';
import type { BatchDetailView, BatchView } from '../../../api/service.js';
import { type Say, useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { FailedWork } from '../campaign/failed-work.js';
import { READERS, useHolds } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { paths } from '../paths.js';
import { UnsignedNote } from '../roster/unsigned-note.js';
import { batchAddress } from '../service/queries.js';
import { BatchCrumb } from './crumb.js';
import { FileList } from './file-list.js';
import { itemRows } from './file-rows.js';
import { formatBytes } from './format-bytes.js';
import { isUnderway } from './live-batch.js';
import { SignaturePanel } from './signature-panel.js';
import { WithdrawButton } from './withdraw-button.js';
import { WorkMeter } from './work-meter.js';

const FILTER_WORDS = {
  person: 'batch.filterPerson',
  waiting: 'batch.filterWaiting',
  done: 'batch.filterDone',
  'left-out': 'batch.filterLeftOut',
} as const;

/** A batch whose files are all here: how far the machine is, what needs a person, every file. */
export function WorkPage({ detail, isPolling }: { detail: BatchDetailView; isPolling: boolean }): ReactNode {
  const say = useWords();
  const { name, accept, review, rewrite } = useCampaign();
  const { batch } = detail;
  const rows = useMemo(() => itemRows(detail), [detail]);
  const hasResults = accept + review + rewrite > 0;
  const title = titleOf(batch, say);
  const isReader = useHolds(READERS);
  const isOver = batch.state === 'done' || batch.state === 'failed';
  return (
    <Page
      title={title}
      short={`${title} · ${name}`}
      above={<BatchCrumb campaign={batch.campaign} />}
      lead={leadOf(batch, say)}
      actions={
        <>
          {isOver && <WithdrawButton batch={batch} />}
          {isReader && (batch.state === 'done' || hasResults) && (
            <Link className={batch.state === 'done' ? 'btn btn--main' : 'btn'} to={paths.results(batch.campaign)}>
              {say(batch.state === 'done' ? 'batch.results' : 'batch.resultsSoFar')}
            </Link>
          )}
        </>
      }
    >
      {batch.state === 'failed' && (
        <FailedWork
          title={say('batch.failedHead')}
          error={batch.job?.error}
          address={`${batchAddress(batch.id)}/retry`}
          campaign={batch.campaign}
          batch={batch.id}
        >
          {say('batch.failedSafe')}
        </FailedWork>
      )}
      {batch.state !== 'withdrawn' && <WorkMeter detail={detail} />}
      {batch.state === 'done' && isReader && <UnsignedNote campaign={batch.campaign} batch={batch.id} />}
      {batch.state === 'done' && <SignaturePanel batch={batch} />}
      {isPolling && <p className="small muted">{say('batch.polling')}</p>}
      {rows.length > 0 && (
        <FileList rows={rows} words={FILTER_WORDS} personHint={say(isUnderway(batch) ? 'batch.personHint' : 'batch.personHow')} />
      )}
    </Page>
  );
}

function titleOf({ state, number, done, items }: BatchView, say: Say): string {
  const counts = { number, done: formatCount(done), items: formatCount(items) };
  if (state === 'working') return items === 0 ? say('batch.workTitle', counts) : say('batch.readTitle', counts);
  if (state === 'done') return say('batch.doneTitle', counts);
  if (state === 'failed') return say('batch.failedTitle', counts);
  if (state === 'withdrawing') return say('batch.withdrawingTitle', counts);
  return say(state === 'withdrawn' ? 'batch.withdrawnTitle' : 'batch.queuedTitle', counts);
}

function leadOf({ state, createdAt, uploads, bytes }: BatchView, say: Say): string {
  if (state === 'withdrawn') return say('batch.withdrawnLead');
  if (state !== 'done' && state !== 'failed') return say('batch.workLead');
  return say('batch.doneLead', { moment: formatMoment(new Date(createdAt)), files: formatCount(uploads), bytes: formatBytes(bytes) });
}
