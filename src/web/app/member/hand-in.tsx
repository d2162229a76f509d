import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { formatShare } from '../../../api/format.js';
import { type StandingView, standingSchema } from '../../../api/member.js';
import { Icon } from '../../look/icons.js';
import { Meter } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { Confirm } from '../frame/confirm.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { sendForm } from '../service/send-form.js';
import { ACCEPTED } from './accepted.js';
import { PreCheck } from './pre-check.js';
import { type Phase, standingQuery } from './queries.js';

/** Hands in one file, which counts once the service has stored it; and lets one try it before. */
export function HandIn({ standing, phase }: { standing: StandingView; phase: Phase }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const send = useMutation({
    mutationFn: (chosen: File) =>
      sendForm('/api/me/files', [{ path: chosen.name, file: chosen }], standingSchema, (bytes) =>
        setSent(bytes / Math.max(1, chosen.size)),
      ),
    onSuccess: (after) => {
      client.setQueryData(standingQuery.queryKey, after);
      toast(say('member.sent'));
    },
    onSettled: () => {
      setSent(null);
      setFile(null);
    },
  });
  const word = say(phase === 'again' ? 'member.handInAgain' : 'member.handIn');
  return (
    <>
      <section className="panel" aria-labelledby="nop">
        <div className="panel__head">
          <h2 id="nop">{word}</h2>
        </div>
        <div className="panel__body stack">
          <p className="muted">{say('member.chooseHint')}</p>
          <Problem error={send.error} />
          {sent !== null && (
            <div role="status">
              <p>{say('member.sending', { share: formatShare(Math.min(1, sent)) })}</p>
              <Meter value={Math.round(Math.min(1, sent) * 100)} max={100} label={say('member.sending', { share: '' })} />
            </div>
          )}
          <input
            ref={picker}
            hidden
            type="file"
            accept={ACCEPTED}
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              event.target.value = '';
            }}
          />
          <PreCheck left={standing.preChecks} />
        </div>
      </section>
      <div className="dock noprint">
        <button type="button" className="btn btn--main" disabled={send.isPending} onClick={() => picker.current?.click()}>
          <Icon name="drop" />
          {word}
        </button>
      </div>
      <Confirm
        isOpen={file !== null && !send.isPending}
        title={say('member.confirmTitle', { file: file?.name ?? '' })}
        act={say('member.confirm')}
        onAct={() => file !== null && send.mutate(file)}
        onCancel={() => setFile(null)}
      >
        <p>
          <OutsideText text={say('member.confirmText')} />
        </p>
      </Confirm>
    </>
  );
}
