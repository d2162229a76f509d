import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import type { UploadView } from '../../../api/service.js';
import { Icon } from '../../look/icons.js';
import { Meter } from '../../look/marks.js';
import { useWords } from '../../words/words.js';
import { formatBytes } from './format-bytes.js';
import { SpokenProgress } from './spoken-progress.js';
import { countSendings, type Sendings } from './uploader.js';

/** How many files are stored for good, and how far the others are. */
export function SendMeter(props: { uploads: readonly UploadView[]; sendings: Sendings; onRetry: () => void }): ReactNode {
  const say = useWords();
  const { uploads, sendings, onRetry } = props;
  const { left, stuck, sentBytes, bytes, stored: storedHere } = countSendings(sendings.files);
  const failed = sendings.files.filter(({ state }) => state === 'failed').length;
  const isSending = left > 0;
  if (uploads.length === 0 && sendings.files.length === 0) return null;
  // The list of what is kept comes late while more is sent: until then what was stored from here counts.
  const kept = isSending ? Math.max(uploads.length, storedHere) : uploads.length;
  const stored = formatCount(kept);
  const all = formatCount(kept + left + stuck);
  const head = left + stuck > 0 ? say('batch.safelyOf', { stored, total: all }) : say('batch.safely', { n: stored });
  const keptBytes = uploads.reduce((sum, upload) => sum + upload.bytes, 0);
  return (
    <section className="panel panel__body--tight stack stack--tight" aria-label={say('batch.uploadMeter')}>
      <div className="row row--apart">
        <b className={isSending ? undefined : 'state state--ok'}>
          {!isSending && <Icon name="check" />}
          {head}
        </b>
        {isSending && (
          <span className="small muted">{say('batch.sendingNow', { sent: formatBytes(sentBytes), total: formatBytes(bytes) })}</span>
        )}
        {failed > 0 && !isSending && (
          <button type="button" className="btn btn--small" onClick={onRetry}>
            {say('batch.retryFailed', { n: failed })}
          </button>
        )}
      </div>
      {isSending && <Meter value={sentBytes} max={bytes} label={say('batch.uploadMeter')} />}
      <p className={sendings.waits === null ? 'small muted' : 'small warnline'}>
        {sendings.waits !== null
          ? `${say('batch.interrupted')} ${say('batch.sendAgain', { seconds: sendings.waits })}.`
          : isSending
            ? say('batch.stayOpen')
            : stuck > 0
              ? say('batch.sealLeft', { n: stuck })
              : say('batch.allStored', { bytes: formatBytes(keptBytes) })}
      </p>
      <SpokenProgress text={head} isOver={!isSending} />
    </section>
  );
}
