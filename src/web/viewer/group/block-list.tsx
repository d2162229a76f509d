import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import type { DocumentView } from '../../../api/view.js';
import type { SharedBlock } from '../group-figures.js';
import { hiddenLayers, SeenQuote } from '../seen-text.js';
import { useWords } from '../words.js';

interface BlockListProps {
  readonly blocks: readonly SharedBlock[];
  /** The text that the blocks are quoted from. */
  readonly document: Pick<DocumentView, 'text' | 'hidden'>;
  readonly members: number;
}

/** How the shared blocks begin, and how many members have each. */
export function BlockList({ blocks, document, members }: BlockListProps): ReactNode {
  const say = useWords();
  const hidden = hiddenLayers(document);
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
                <q lang="vi">
                  <SeenQuote text={document.text} span={span} hidden={hidden} length={160} />
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
