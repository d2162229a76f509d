import type { ReactNode } from 'react';
import type { ItemView } from '../../../api/service.js';
import { Icon, type IconName } from '../../look/icons.js';
import { PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import type { FileRow } from './file-rows.js';
import type { Sending } from './uploader.js';
import { isSystemFile } from './walk-folders.js';

interface Look {
  readonly look: 'ok' | 'warn' | 'bad' | 'wait';
  readonly icon: IconName;
}

const ITEM_LOOKS: Readonly<Record<NonNullable<ItemView['submissionState']>, Look>> = {
  ok: { look: 'ok', icon: 'check' },
  suspicious: { look: 'warn', icon: 'eye' },
  'needs-ocr': { look: 'warn', icon: 'scan' },
  unreadable: { look: 'bad', icon: 'broken' },
  refused: { look: 'bad', icon: 'cross' },
};

const SEND_LOOKS: Readonly<Record<Sending['state'], Look>> = {
  waiting: { look: 'wait', icon: 'clock' },
  sending: { look: 'wait', icon: 'drop' },
  stored: { look: 'ok', icon: 'check' },
  refused: { look: 'bad', icon: 'cross' },
  failed: { look: 'bad', icon: 'warn' },
};

/** How an item of a batch looks. */
function lookOf({ file, state, submissionState }: ItemView): Look {
  if (state === 'waiting') return { look: 'wait', icon: 'clock' };
  if (state === 'skipped' || submissionState === null) return { look: isSystemFile(file) ? 'wait' : 'bad', icon: 'dash' };
  return ITEM_LOOKS[submissionState];
}

/** What is going on with one file, and what to do about it. */
export function FileState({ row }: { row: FileRow }): ReactNode {
  const { item, sending } = row;
  if (item) return <ItemState item={item} />;
  if (sending) return <SendingState sending={sending} />;
  return <State look={SEND_LOOKS.stored} word="batch.stored" />;
}

function ItemState({ item }: { item: ItemView }): ReactNode {
  const look = lookOf(item);
  const word =
    item.state === 'waiting'
      ? 'batch.waiting'
      : item.state === 'skipped' || item.submissionState === null
        ? 'batch.skipped'
        : (`batch.itemState.${item.submissionState}` as const);
  return <State look={look} word={word} {...(item.reason !== null && { note: withoutName(item.reason), isVietnamese: true })} />;
}

/** The name stands beside it already: “Tệp “x.docx” rỗng” is “Tệp rỗng”. */
function withoutName(reason: string): string {
  return reason.replace(/^Tệp “[^”]*” /, 'Tệp ');
}

function SendingState({ sending }: { sending: Sending }): ReactNode {
  const { state, sent, size, message } = sending;
  const words = {
    waiting: 'batch.waitingToSend',
    sending: 'batch.sending',
    stored: 'batch.stored',
    refused: 'batch.refused',
    failed: 'batch.failed',
  } as const;
  const percent = size === 0 ? 100 : Math.floor((sent / size) * 100);
  return <State look={SEND_LOOKS[state]} word={words[state]} percent={percent} {...(message !== '' && { note: message })} />;
}

function State(props: { look: Look; word: StateWord; percent?: number; note?: string; isVietnamese?: boolean }): ReactNode {
  const say = useWords();
  const { look, word, percent = 0, note, isVietnamese = false } = props;
  return (
    <span className="files__state">
      <span className={`state state--${look.look}`}>
        <Icon name={look.icon} />
        {say(word, { percent })}
      </span>
      {note !== undefined && (
        <span className="files__note muted" lang={isVietnamese ? 'vi' : undefined}>
          <PlainText text={note} />
        </span>
      )}
    </span>
  );
}

type StateWord =
  | 'batch.waiting'
  | 'batch.skipped'
  | 'batch.stored'
  | 'batch.sending'
  | 'batch.waitingToSend'
  | 'batch.refused'
  | 'batch.failed'
  | `batch.itemState.${NonNullable<ItemView['submissionState']>}`;
