import { type ReactNode, useMemo, useRef } from 'react';
import { reminderText } from '../../../api/reminder-text.js';
import type { ReminderPersonView } from '../../../api/reminders.js';
import { OutsideText } from '../../look/outside-text.js';
import { VirtualList } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { copyText } from '../export/copy-text.js';
import { toast } from '../frame/toasts.js';

interface Message {
  readonly cell: string;
  readonly count: number;
  readonly text: string;
}

/** A message to each cell, to be copied or printed; in Vietnamese whatever language the page speaks. */
export function Messages({ people, campaign }: { people: readonly ReminderPersonView[]; campaign: string }): ReactNode {
  const say = useWords();
  const messages = useMemo(() => messagesOf(people, campaign), [people, campaign]);
  return (
    <section className="panel reminders" aria-labelledby="noi-dung-nhac">
      <div className="panel__head noprint">
        <div>
          <h2 id="noi-dung-nhac">{say('reminders.messages')}</h2>
          <p className="small muted">{say('reminders.messagesLead')}</p>
        </div>
      </div>
      <VirtualList rows={messages} keyOf={cellOf} className="reminders__all" itemClass="reminder">
        {(message) => <OneMessage message={message} />}
      </VirtualList>
    </section>
  );
}

const cellOf = ({ cell }: Message): string => cell;

function OneMessage({ message: { cell, count, text } }: { message: Message }): ReactNode {
  const say = useWords();
  const shown = useRef<HTMLPreElement>(null);
  const name = cell || say('reminders.noCell');
  const copy = async (): Promise<void> => {
    const isCopied = shown.current !== null && (await copyText(text, shown.current));
    toast(isCopied ? say('reminders.copied', { cell: name }) : say('reminders.notCopied'));
  };
  return (
    <>
      <div className="row reminder__head noprint">
        <h3 className="grow">
          <OutsideText text={name} /> <span className="small muted">{say('reminders.people', { n: count })}</span>
        </h3>
        <button type="button" className="btn" aria-label={say('reminders.copyOf', { cell: name })} onClick={() => void copy()}>
          {say('reminders.copy')}
        </button>
      </div>
      <pre className="reminder__text" lang="vi" ref={shown}>
        <OutsideText text={text} />
      </pre>
    </>
  );
}

const BY_NAME = new Intl.Collator('vi', { numeric: true });

function messagesOf(people: readonly ReminderPersonView[], campaign: string): Message[] {
  const byCell = new Map<string, ReminderPersonView[]>();
  for (const person of people) byCell.set(person.cell, [...(byCell.get(person.cell) ?? []), person]);
  return [...byCell]
    .sort(([one], [other]) => BY_NAME.compare(one, other))
    .map(([cell, members]) => ({ cell, count: members.length, text: reminderText({ cell, campaign }, members) }));
}
