import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { formatCount, formatShare } from '../../../api/format.js';
import { Icon } from '../../look/icons.js';
import { Note } from '../../look/states.js';
import { bandFor, type Pair } from '../passages.js';
import { SeenQuote } from '../seen-text.js';
import { useWords } from '../words.js';
import type { SheetLayout } from './sheet-layout.js';

interface PassageListProps {
  readonly pair: Pair | null;
  /** The left text, which the passages are quoted from. */
  readonly layout: Pick<SheetLayout, 'text' | 'hidden'>;
  readonly current: number;
  readonly show: (number: number) => void;
  /** What can be done with the current passage. */
  readonly children?: ReactNode;
}

/** The passages in the order of the left text, with buttons to go from one to the next. */
export function PassageList({ pair, layout: { text, hidden }, current, show, children }: PassageListProps): ReactNode {
  const say = useWords();
  const passages = pair?.passages ?? [];
  const all = passages.length;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => keepInSight(list.current, current), [current]);
  if (all === 0)
    return (
      <section>
        <h2>{say('pair.listNone')}</h2>
        <Note kind="info" title={say(pair === null ? 'pair.nothing' : 'pair.short')}>
          <p>{say('pair.nothingHint')}</p>
        </Note>
      </section>
    );
  return (
    <section aria-labelledby="doan" className="noprint">
      <div className="row row--apart">
        <h2 id="doan">{say('pair.list', { n: current, all })}</h2>
        <span className="row noprint">
          <StepButton
            say={say('pair.previous')}
            title={say('pair.previousFull')}
            icon="left"
            go={() => show(((current + all - 2) % all) + 1)}
          />
          <StepButton say={say('pair.next')} title={say('pair.nextFull')} icon="right" go={() => show((current % all) + 1)} />
        </span>
      </div>
      <ol className="plist" ref={list}>
        {passages.map((passage) => (
          <li key={passage.number} data-band={bandFor(passage)} aria-current={passage.number === current}>
            <span className="sw">{passage.number}</span>
            <Link to={{ hash: `doan-${passage.number}` }} replace>
              <span lang="vi">
                <SeenQuote text={text} span={passage.first} hidden={hidden} length={90} />
              </span>
              <small>
                {say('count.syllables', { n: formatCount(passage.syllables) })} ·{' '}
                {passage.excluded === undefined ? say('pair.same', { share: formatShare(passage.identical) }) : say('band.x')}
              </small>
            </Link>
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}

/** Scrolls the list, and nothing around it. */
function keepInSight(list: HTMLElement | null, number: number): void {
  const item = list?.children[number - 1];
  if (!list || !(item instanceof HTMLElement)) return;
  const [from, to] = [item.offsetTop, item.offsetTop + item.offsetHeight];
  if (from < list.scrollTop) list.scrollTop = from;
  else if (to > list.scrollTop + list.clientHeight) list.scrollTop = to - list.clientHeight;
}

function StepButton({ say, title, icon, go }: { say: string; title: string; icon: 'left' | 'right'; go: () => void }): ReactNode {
  return (
    <button type="button" className="btn btn--small" title={title} onClick={go}>
      {icon === 'left' && <Icon name="left" />}
      {say}
      {icon === 'right' && <Icon name="right" />}
    </button>
  );
}
