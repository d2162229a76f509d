import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { OpenWriterView, RosterPersonView } from '../../../api/roster.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { type KeyName, useHasKeys, useListing } from '../../viewer/keys.js';
import { KeysNote } from '../../viewer/keys-note.js';
import { useWords } from '../../words/words.js';
import { WriterCard } from './writer-card.js';
import type { WriterChoice } from './writer-choice.js';

const KEYED: readonly KeyName[] = ['firstWriter', 'writer', 'nobody', 'otherFile'];

/** Pixels of a card before it has been measured. */
const CARD = 150;

interface WriterListProps {
  readonly files: readonly OpenWriterView[];
  readonly people: readonly RosterPersonView[];
  readonly choose: (choice: WriterChoice) => void;
}

/** Files one below the other; one of them takes the keys. After a choice the next one does. */
export function WriterList({ files, people, choose }: WriterListProps): ReactNode {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const current = Math.min(place, files.length - 1);
  const hasKeys = useHasKeys();
  useListing(KEYED);
  const list = useVirtualizer({
    count: files.length,
    getScrollElement: () => box.current,
    estimateSize: () => CARD,
    getItemKey: (at) => files[at]?.essay ?? at,
    overscan: 4,
  });
  useEffect(() => {
    list.scrollToIndex(current, { align: 'auto' });
  }, [list, current]);
  // Whoever works by keys stays where the keys are heard, also when the card that had the focus is gone.
  const isKeyed = useRef(true);
  useEffect(() => {
    if (isKeyed.current && (document.activeElement === document.body || document.activeElement === null)) box.current?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const open = files[current];
    if (open === undefined || event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return;
    const isButton = event.target instanceof HTMLButtonElement;
    if (/^\d$/.test(event.key) && !hasKeys) return;
    if (event.key === 'ArrowDown') setPlace(Math.min(files.length - 1, current + 1));
    else if (event.key === 'ArrowUp') setPlace(Math.max(0, current - 1));
    else if (event.key === '0') choose({ open, person: null });
    else if (/^[123]$/.test(event.key) || (event.key === 'Enter' && !isButton)) {
      const person = open.candidates[event.key === 'Enter' ? 0 : Number(event.key) - 1];
      if (person === undefined) return;
      choose({ open, person });
    } else return;
    event.preventDefault();
  };
  return (
    <section className="panel" aria-label={say('roster.writersTitle')}>
      <div className="panel__body--tight wideonly">
        <KeysNote />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the list within, which itself takes the focus. */}
      <div onKeyDown={onKeyDown}>
        <ScrollBox className="writers" box={box} label={say('roster.writersTitle')}>
          <ol className="files__all" style={{ height: list.getTotalSize() }}>
            {list.getVirtualItems().map(({ key, index, start }) => {
              const open = files[index];
              if (open === undefined) return null;
              return (
                <li
                  key={key}
                  ref={list.measureElement}
                  className="writer"
                  data-index={index}
                  aria-setsize={files.length}
                  aria-posinset={index + 1}
                  aria-current={index === current ? 'true' : undefined}
                  onFocusCapture={() => setPlace(index)}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <WriterCard open={open} people={people} choose={(person) => choose({ open, person })} />
                </li>
              );
            })}
          </ol>
        </ScrollBox>
      </div>
    </section>
  );
}
