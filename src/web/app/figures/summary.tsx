import type { ReactNode } from 'react';
import type { YearFiguresView } from '../../../api/figures.js';
import { formatPercent } from '../../../api/format.js';
import { useWords } from '../../words/words.js';
import { outOf } from '../tracker/out-of.js';
import { SHARES } from './share.js';

const SHOWN = ['attended', 'material', 'submitted', 'onTime', 'accepted'] as const;

/** The five shares that say how a unit stands, each with its two counts. */
export function Summary({ figures }: { figures: YearFiguresView }): ReactNode {
  const say = useWords();
  return (
    <dl className="panel figures">
      {SHOWN.map((name) => {
        const [part, whole] = SHARES[name](figures);
        return (
          <div key={name}>
            <dt>{say(`figures.strip.${name}`)}</dt>
            <dd>
              {formatPercent(part, whole)}
              <small>{outOf(part, whole)}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
