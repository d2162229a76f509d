import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type BackupsView, backupsSchema } from '../../../api/erasure.js';
import { formatCount, formatDecimal, formatMoment } from '../../../api/format.js';
import { Icon } from '../../look/icons.js';
import { Meter } from '../../look/marks.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { ask } from '../service/request.js';

const BACKUPS = '/api/backups';
/** Milliseconds between questions while one is being made. */
const WHILE_BUSY = 700;
const backupsQuery = {
  queryKey: ['backups'],
  queryFn: () => ask(BACKUPS, backupsSchema),
  refetchInterval: ({ state }: { state: { data: BackupsView | undefined } }) =>
    state.data?.work.state === 'running' ? WHILE_BUSY : (false as const),
};

/** Backups: making one, and those that were made. */
export function BackupsPage(): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(backupsQuery);
  const make = useMutation({
    mutationFn: () => ask(BACKUPS, backupsSchema, { method: 'POST' }),
    onSuccess: (view) => client.setQueryData(backupsQuery.queryKey, view),
  });
  const isRunning = data?.work.state === 'running';
  const action = (
    <button
      type="button"
      className="btn btn--main"
      onClick={() => make.mutate()}
      disabled={isRunning || make.isPending || data === undefined}
    >
      {say(isRunning ? 'erasure.backupBusy' : 'erasure.backupMake')}
    </button>
  );
  return (
    <Page title={say('erasure.backups')} lead={say('erasure.backupsLead')} actions={action}>
      <Problem error={make.error ?? (data === undefined ? error : null)} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && <Shown view={data} />}
    </Page>
  );
}

function Shown({ view: { folder, work, list } }: { view: BackupsView }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-label={say('erasure.backups')}>
      <p className="panel__body--tight small muted">{say('erasure.backupFolder', { folder })}</p>
      {work.state === 'running' && (
        <div className="panel__body--tight stack stack--tight" role="status">
          <span>{say('erasure.backupShare', { percent: Math.floor(work.share * 100) })}</span>
          <Meter value={Math.floor(work.share * 100)} max={100} label={say('erasure.backupBusy')} />
        </div>
      )}
      {work.state === 'failed' && (
        <div className="panel__body--tight">
          <Note kind="bad" role="alert" title={say('erasure.backupFailed')}>
            {work.message}
          </Note>
        </div>
      )}
      {list.length === 0 && work.state !== 'running' && <p className="panel__body--tight muted">{say('erasure.noBackups')}</p>}
      <ul className="people">
        {list.map(({ file, at, by, bytes, essays, files, isSound, isThere }) => (
          <li key={file}>
            <div className="people__one">
              <div className="grow">
                <b>{formatMoment(new Date(at))}</b>
                <span className={isSound && isThere ? 'state state--ok' : 'state state--off'}>
                  <Icon name={isSound && isThere ? 'check' : 'warn'} />
                  {say(isThere ? (isSound ? 'erasure.sound' : 'erasure.unsound') : 'erasure.gone')}
                </span>
                <span className="sub small muted">
                  {say('erasure.backupFacts', {
                    size: formatDecimal(bytes / 2 ** 20, 1),
                    essays: formatCount(essays),
                    files: formatCount(files),
                    by,
                  })}
                </span>
                <span className="sub small muted">{file}</span>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
