import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { type PreCheckAnswer, preCheckAnswerSchema } from '../../../api/member.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { sendForm } from '../service/send-form.js';
import { ACCEPTED } from './accepted.js';
import { Findings, Points } from './findings.js';
import { standingQuery } from './queries.js';

/** Has a file read and compared without handing it in; nothing of it is kept. */
export function PreCheck({ left }: { left: number }): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const check = useMutation({
    mutationFn: (file: File) => sendForm('/api/me/pre-check', [{ path: file.name, file }], preCheckAnswerSchema, () => {}),
    onSettled: () => client.invalidateQueries({ queryKey: standingQuery.queryKey, exact: true }),
  });
  return (
    <div className="stack trial">
      <h3>{say('member.check')}</h3>
      <p className="small muted">{say('member.checkText', { n: left })}</p>
      <input
        ref={picker}
        hidden
        type="file"
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file === undefined) return;
          setName(file.name);
          check.mutate(file);
        }}
      />
      <button type="button" className="btn" disabled={left === 0 || check.isPending} onClick={() => picker.current?.click()}>
        {say(check.isPending ? 'member.checkBusy' : 'member.checkButton')}
      </button>
      <Problem error={check.error} />
      <div role="status">{check.data && <Checked answer={check.data} name={name} />}</div>
    </div>
  );
}

function Checked({ answer, name }: { answer: PreCheckAnswer; name: string }): ReactNode {
  const say = useWords();
  const isClear = answer.isRead && answer.text?.shared.length === 0;
  return (
    <div className="stack">
      <Note kind={answer.isRead ? 'info' : 'warn'} title={<PlainText text={say('member.checkTitle', { file: name })} />}>
        {!answer.isRead && <p>{say('member.checkUnread')}</p>}
        {answer.messages.map((message) => (
          <p key={message}>
            <PlainText text={message} />
          </p>
        ))}
        {isClear && <p>{say('member.checkNone')}</p>}
        <p>{say('member.checkNote')}</p>
      </Note>
      {answer.isRead && (
        <>
          <Points title={say('member.missing')} items={answer.missing} id="thu-can-them" />
          <Findings findings={answer} isOpen />
        </>
      )}
    </div>
  );
}
