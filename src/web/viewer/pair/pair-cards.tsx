import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { bandFor, type PairPassage } from '../passages.js';
import { useWords } from '../words.js';
import { InnerText } from './inner-text.js';
import type { SheetLayout } from './sheet-layout.js';

interface PairCardsProps {
  readonly passages: readonly PairPassage[];
  readonly layouts: readonly [SheetLayout, SheetLayout];
  readonly names: readonly [string, string];
}

/** The passages one after the other with both their texts: for narrow screens and paper, where two whole texts do not stand side by side. */
export function PairCards({ passages, layouts, names }: PairCardsProps): ReactNode {
  const say = useWords();
  return (
    <section className="pairs" aria-label={say('pair.pairs')}>
      {passages.map((passage, index) => (
        <article className="panel" key={passage.number} id={`doan-${passage.number}`} tabIndex={-1}>
          <header className="row row--apart" data-band={bandFor(passage)}>
            <h2>
              <span className="sw">
                <span className="vh">{say('pair.passage', { n: '' })}</span>
                {passage.number}
              </span>{' '}
              {say('pair.same', { share: formatShare(passage.identical) })}
            </h2>
            <span className="small muted">{say('count.syllables', { n: formatCount(passage.syllables) })}</span>
          </header>
          {layouts.map((layout, side) => (
            <div key={names[side]}>
              <h3>
                <OutsideText text={names[side] ?? ''} />
              </h3>
              <p className="essay" lang="vi">
                <mark className="passage is-plain" data-band={bandFor(passage)}>
                  <InnerText layout={layout} pieces={layout.passages[index] ?? []} />
                </mark>
              </p>
            </div>
          ))}
        </article>
      ))}
    </section>
  );
}
