import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatMoment } from '../../../api/format.js';
import type { BatchView } from '../../../api/service.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { BatchState } from '../batch/batch-state.js';
import { formatBytes } from '../batch/format-bytes.js';
import { Page } from '../frame/page.js';
import { paths } from '../paths.js';
import { useCampaign } from './campaign-frame.js';
import { NewBatchButton } from './new-batch-button.js';

/** The batches of a campaign, newest first. */
export function BatchesPage(): ReactNode {
  const say = useWords();
  const { id, name, batchList } = useCampaign();
  const newest = [...batchList].sort((a, b) => b.number - a.number);
  const isEmpty = newest.length === 0;
  return (
    <Page
      title={say('batch.listTitle')}
      short={`${say('batch.listTitle')} · ${name}`}
      {...(!isEmpty && { lead: say('batch.listLead'), actions: <NewBatchButton campaign={id} word={say('batch.newBatch')} isMain /> })}
    >
      {isEmpty ? (
        <div className="panel">
          <Empty title={say('batch.listEmptyTitle')} actions={<NewBatchButton campaign={id} word={say('batch.firstBatch')} isMain />}>
            {say('batch.listEmptyText')}
          </Empty>
        </div>
      ) : (
        <div className="panel">
          <table className="table table--cards">
            <caption className="vh">{say('batch.listCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('batch.batch')}</th>
                <th scope="col">{say('batch.received')}</th>
                <th scope="col">{say('batch.files')}</th>
                <th scope="col">{say('batch.state')}</th>
              </tr>
            </thead>
            <tbody>
              {newest.map((batch) => (
                <BatchRow key={batch.id} batch={batch} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

function BatchRow({ batch }: { batch: BatchView }): ReactNode {
  const say = useWords();
  const files = formatCount(Math.max(batch.items, batch.uploads));
  return (
    <tr>
      <td className="full">
        <Link className="who" to={paths.batch(batch.campaign, batch.id)}>
          {say('batch.title', { number: batch.number })}
        </Link>
        {batch.hasRoster && <span className="sub">{say('batch.withRoster')}</span>}
      </td>
      <td data-label={say('batch.received')}>{formatMoment(new Date(batch.createdAt))}</td>
      <td data-label={say('batch.files')}>
        {files}
        <span className="sub">{formatBytes(batch.bytes)}</span>
      </td>
      <td className="full" data-label={say('batch.state')}>
        <BatchState batch={batch} />
      </td>
    </tr>
  );
}
