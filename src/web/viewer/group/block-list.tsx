import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import { PlainText } from '../../look/outside-text.js';
import { oneLine } from '../figures.js';
import type { SharedBlock } from '../group-figures.js';
import { useWords } from '../words.js';

/** How the shared blocks begin, and how many members have each. */
export function BlockList({ blocks, text, members }: { blocks: readonly SharedBlock[]; text: string; members: number }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="doan-chung">
      <div className="panel__head">
        <h2 id="doan-chung">{say('group.shared')}</h2>
      </div>
      <div className="panel__body">
        {blocks.length === 0 && <p className="small muted">{say('group.noShared')}</p>}
        <ol className="blocks">
          {blocks.map(({ number, span, places }) => (
            <li key={number}>
              <b className={`blk blk--${number} blk--key`}>{number}</b>
              <div>
                <q>
                  <PlainText text={oneLine(text.slice(span.start, span.end), 160)} />
                </q>
                <small>{say('group.blockCount', { n: formatCount(places.size), all: formatCount(members) })}</small>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
