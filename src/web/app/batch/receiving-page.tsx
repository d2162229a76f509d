import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { type BatchDetailView, batchSchema } from '../../../api/service.js';
import { useSignal } from '../../look/signal.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { batchAddress, batchQuery, campaignQuery } from '../service/queries.js';
import { ask, tell } from '../service/request.js';
import { BatchRoster } from './batch-roster.js';
import { BatchCrumb } from './crumb.js';
import { DropZone } from './drop-zone.js';
import { FileList } from './file-list.js';
import { type FileRow, uploadRows } from './file-rows.js';
import { SendMeter } from './send-meter.js';
import { countSendings, type Sendings, type Uploader } from './uploader.js';
import { dropUploader, uploaderOf } from './uploads.js';
import { WithdrawButton } from './withdraw-button.js';

const FILTER_WORDS = {
  person: 'batch.filterPerson',
  waiting: 'batch.filterToSend',
  done: 'batch.filterStored',
  'left-out': 'batch.filterLeftOut',
} as const;

/** A batch that takes files: what is stored, what is on its way, and the button that says that all are here. */
export function ReceivingPage({ detail }: { detail: BatchDetailView }): ReactNode {
  const say = useWords();
  const { name } = useCampaign();
  const { batch, uploads } = detail;
  const uploader = useMemo(() => uploaderOf(batch.campaign, batch.id), [batch.campaign, batch.id]);
  const sendings = useSignal(uploader.state);
  const rows = useMemo(() => uploadRows(uploads, sendings.files), [uploads, sendings.files]);
  const title = say('batch.receiveTitle', { number: batch.number });
  return (
    <Page
      title={title}
      short={`${title} · ${name}`}
      above={<BatchCrumb campaign={batch.campaign} />}
      lead={say('batch.receiveLead')}
      actions={
        <>
          <WithdrawButton batch={batch} />
          <SealButton detail={detail} sendings={sendings} />
        </>
      }
    >
      <DropZone onFound={(files) => uploader.add(files)} />
      <SendMeter uploads={uploads} sendings={sendings} onRetry={() => uploader.retry()} />
      <BatchRoster campaign={batch.campaign} batch={batch} />
      {rows.length > 0 && (
        <FileList
          rows={rows}
          words={FILTER_WORDS}
          personHint={say('batch.refusedHint')}
          action={(row) => <RowAction row={row} batch={batch.id} uploader={uploader} />}
        />
      )}
    </Page>
  );
}

function SealButton({ detail: { batch, uploads }, sendings }: { detail: BatchDetailView; sendings: Sendings }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { left } = countSendings(sendings.files);
  const seal = useMutation({
    mutationFn: () => ask(`${batchAddress(batch.id)}/seal`, batchSchema, { method: 'POST' }),
    onSuccess: async () => {
      dropUploader(batch.id);
      await client.invalidateQueries(batchQuery(batch.id));
      await client.invalidateQueries(campaignQuery(batch.campaign));
    },
  });
  const waitsFor = left > 0 ? say('batch.sealWait', { n: left }) : uploads.length === 0 ? say('batch.sealEmpty') : '';
  return (
    <>
      <button
        type="button"
        className="btn btn--main"
        disabled={waitsFor !== '' || seal.isPending}
        title={waitsFor === '' ? undefined : waitsFor}
        onClick={() => seal.mutate()}
      >
        {say(seal.isPending ? 'batch.sealBusy' : 'batch.seal')}
      </button>
      <Problem error={seal.error} />
    </>
  );
}

/** What can be done with one file: take it back, or take it off the list. */
function RowAction({ row, batch, uploader }: { row: FileRow; batch: string; uploader: Uploader }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (number: number) => tell(`${batchAddress(batch)}/files/${number}`, { method: 'DELETE' }),
    onSuccess: () => uploader.forget(row.file),
    onSettled: () => client.invalidateQueries(batchQuery(batch)),
  });
  const { upload, sending } = row;
  if (upload !== null) {
    return (
      <button
        type="button"
        className="btn btn--small btn--quiet"
        aria-label={say('batch.removeFile', { file: row.file })}
        onClick={() => remove.mutate(upload.number)}
        disabled={remove.isPending}
      >
        {say('batch.remove')}
      </button>
    );
  }
  if (sending?.state !== 'failed' && sending?.state !== 'refused') return null;
  return (
    <button
      type="button"
      className="btn btn--small btn--quiet"
      aria-label={say('batch.forgetFile', { file: row.file })}
      onClick={() => uploader.forget(row.file)}
    >
      {say('batch.forget')}
    </button>
  );
}
