import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type OwnReportView, sentNumberSchema } from '../../../api/unit-report.js';
import { Icon } from '../../look/icons.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ask } from '../service/request.js';
import { reportAddress, reportKey } from './report-queries.js';
import { useReportUnit } from './report-unit.js';
import type { ReportDraft } from './use-draft.js';

interface SendProps {
  readonly campaign: string;
  readonly unit: string;
  readonly report: OwnReportView;
  readonly draft: ReportDraft;
}

/** What is still missing, whether what was typed is safe, and the secretary's button. */
export function SendPanel({ campaign, unit, report, draft }: SendProps): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { isSecretary } = useReportUnit();
  const [isAsking, setAsking] = useState(false);
  const [wasTried, setTried] = useState(false);
  const { outline, usual, sendings } = report;
  const sections = outline?.sections ?? [];
  const empty = sections.filter(({ id, kind, isRequired }) => kind === 'text' && isRequired && (draft.draft.texts[id] ?? '').trim() === '');
  const signer = draft.draft.parts.signerName ?? usual.signerName;
  const isBlocked = empty.length > 0 || signer.trim() === '';
  const number = (sendings[0]?.number ?? 0) + 1;
  const send = useMutation({
    mutationFn: async () => {
      const revision = await draft.flush();
      return ask(reportAddress(campaign, unit, 'unit-report/send'), sentNumberSchema, { method: 'POST', json: { revision } });
    },
    onSuccess: ({ number: sent }) => {
      toast(say('reports.sent', { n: sent }));
      setTried(false);
      return client.invalidateQueries({ queryKey: reportKey(campaign) });
    },
    // What another one wrote meanwhile is shown before it is signed.
    onError: (error) => void draft.take(error),
    onSettled: () => setAsking(false),
  });
  const press = (): void => {
    setTried(true);
    if (!isBlocked) setAsking(true);
  };
  return (
    <section className="panel" aria-labelledby="soat-gui">
      <div className="panel__head">
        <h2 id="soat-gui">{say('reports.check')}</h2>
        <Saved draft={draft} />
      </div>
      <div className="panel__body stack">
        <Missing empty={empty} hasSigner={signer.trim() !== ''} isAlarm={wasTried && isBlocked} />
        <Problem error={send.error ?? (draft.state === 'failed' ? draft.error : null)} />
        {isSecretary ? (
          <p>
            <button type="button" className="btn btn--main" disabled={send.isPending || draft.conflicts.length > 0} onClick={press}>
              {send.isPending
                ? say('reports.sending')
                : sendings.length === 0
                  ? say('reports.send')
                  : say('reports.sendAgain', { n: number })}
            </button>
          </p>
        ) : (
          <p className="muted">{say('reports.secretaryOnly')}</p>
        )}
      </div>
      <Confirm
        isOpen={isAsking}
        title={say('reports.sendQuestion', { unit: outline?.unit.name ?? '' })}
        act={say('reports.send')}
        onAct={() => send.mutate()}
        isActing={send.isPending}
        onCancel={() => setAsking(false)}
      >
        <p>
          <PlainText text={say('reports.sendText', { post: draft.draft.parts.signerPost ?? usual.signerPost, name: signer })} />
        </p>
      </Confirm>
    </section>
  );
}

function Saved({ draft: { state } }: { draft: ReportDraft }): ReactNode {
  const say = useWords();
  const isBad = state === 'failed' || state === 'conflict';
  const word = isBad ? 'failed' : state;
  return (
    <span className={isBad ? 'state state--warn' : 'state'} role="status">
      {state === 'saved' && <Icon name="check" />}
      {say(`reports.${word}`)}
    </span>
  );
}

/** Sections that block sending, each with a link to where it is written. */
function Missing(props: { empty: readonly { id: string; heading: string }[]; hasSigner: boolean; isAlarm: boolean }): ReactNode {
  const say = useWords();
  const { empty, hasSigner, isAlarm } = props;
  if (empty.length === 0 && hasSigner) return <p>{say('reports.allWritten')}</p>;
  return (
    <Note
      kind={isAlarm ? 'bad' : 'warn'}
      {...(isAlarm && { role: 'alert' as const })}
      title={isAlarm ? say('reports.blocked') : say('reports.emptyTitle', { n: empty.length })}
    >
      {isAlarm && empty.length > 0 && <p>{say('reports.emptyTitle', { n: empty.length })}</p>}
      <ul className="points" lang="vi">
        {empty.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <PlainText text={heading} />
            </a>
          </li>
        ))}
      </ul>
      {!hasSigner && (
        <p>
          {say('reports.noSigner')} <a href="#the-thuc">{say('reports.toParts')}</a>
        </p>
      )}
    </Note>
  );
}
