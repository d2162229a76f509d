import { uploadAnswerSchema } from '../../../api/service.js';
import { createSignal } from '../../look/signal.js';
import { words } from '../../words/words.js';
import { describeError } from '../frame/describe-error.js';
import { batchAddress, batchQuery, client } from '../service/queries.js';
import { OddAnswer, renewSession, ServiceError, Unreachable } from '../service/request.js';
import { sendForm } from '../service/send-form.js';
import { countSendings, Uploader } from './uploader.js';

/** What is being sent for one batch, as the masthead says it. */
export interface ActiveUpload {
  readonly campaign: string;
  readonly batch: string;
  readonly total: number;
  readonly stored: number;
  readonly left: number;
  readonly stuck: number;
}

/** Batches with files that are not stored yet. */
export const activeUploads = createSignal<readonly ActiveUpload[]>([]);

const uploaders = new Map<string, { readonly campaign: string; readonly uploader: Uploader }>();

/** The uploader of a batch; it goes on while other pages of the application are on the screen. */
export function uploaderOf(campaign: string, batch: string): Uploader {
  const known = uploaders.get(batch);
  if (known) return known.uploader;
  const uploader = new Uploader({
    send: (files, onSent) => sendForm(`${batchAddress(batch)}/files`, files, uploadAnswerSchema, onSent),
    judge: judgeFailure,
    pause: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    isReadable: ({ file }) =>
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => true,
          () => false,
        ),
    onStored: () => void client.invalidateQueries(batchQuery(batch)),
    notConfirmed: words.t('batch.notConfirmed'),
    unreadHere: words.t('batch.unreadHere'),
  });
  uploaders.set(batch, { campaign, uploader });
  uploader.state.subscribe(noteActive);
  return uploader;
}

/** Forgets a batch that takes no more files. */
export function dropUploader(batch: string): void {
  uploaders.delete(batch);
  noteActive();
}

function noteActive(): void {
  const all = [...uploaders].map(([batch, { campaign, uploader }]) => {
    const { files } = uploader.state.get();
    const { stored, left, stuck } = countSendings(files);
    return { campaign, batch, total: files.length, stored, left, stuck };
  });
  activeUploads.set(all.filter(({ left, stuck }) => left + stuck > 0));
  const isSending = all.some(({ left }) => left > 0);
  if (isSending) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** What passes by itself is tried again: a broken connection, a busy or restarting service. */
async function judgeFailure(error: unknown): Promise<{ kind: 'again' | 'renew' } | { kind: 'stop'; message: string }> {
  if (error instanceof ServiceError && (error.status === 401 || error.status === 403)) {
    return renewSession().then(
      (isNew) => (isNew ? { kind: 'renew' as const } : { kind: 'stop' as const, message: describeError(error, words.t) }),
      () => ({ kind: 'again' as const }),
    );
  }
  if (error instanceof Unreachable) return { kind: 'again' };
  const status = error instanceof ServiceError || error instanceof OddAnswer ? error.status : 0;
  // A full disk (507) does not pass by itself.
  if (status === 408 || status === 429 || status === 502 || status === 503 || status === 504) return { kind: 'again' };
  return { kind: 'stop', message: describeError(error, words.t) };
}
