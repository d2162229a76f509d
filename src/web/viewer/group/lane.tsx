import type { ReactNode } from 'react';
import { NO_FIGURE } from '../../../api/format.js';
import { percent } from '../../look/marks.js';
import type { SharedBlock } from '../group-figures.js';
import { useWords } from '../words.js';

/** One text as a strip, with the shared blocks where they stand in it. `length` is null as long as the text is not there. */
export function Lane({ id, length, blocks }: { id: string; length: number | null; blocks: readonly SharedBlock[] }): ReactNode {
  const say = useWords();
  if (length === null || length === 0) return NO_FIGURE;
  const own = blocks.flatMap(({ number, places }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ number, ...place }];
  });
  const names = own.map(({ number }) => say('group.block', { n: number })).join(', ');
  return (
    <span className="lane" role="img" aria-label={own.length === 0 ? say('group.hasNone') : say('group.has', { blocks: names })}>
      {own.map(({ number, start, end }) => (
        <i className={`blk blk--${number}`} key={number} style={{ left: percent(start / length), width: percent((end - start) / length) }}>
          {number}
        </i>
      ))}
    </span>
  );
}
