import type { ReactNode } from 'react';
import type { FiguresView } from '../../../api/figures.js';
import { formatCount } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';

const LISTS = ['finished', 'late', 'silent'] as const;

/** Names of the units by how far they are. */
export function Standing({ standing }: { standing: FiguresView['standing'] }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="theo-tien-do">
      <div className="panel__head">
        <h2 id="theo-tien-do">{say('figures.standingTitle')}</h2>
      </div>
      <div className="panel__body panel__body--tight stack stack--tight">
        {LISTS.map((list) => (
          <details key={list} open={standing[list].length > 0 && standing[list].length <= 30}>
            <summary>
              {say(`figures.standing.${list}`)}: <b>{formatCount(standing[list].length)}</b>
            </summary>
            {standing[list].length === 0 ? (
              <p className="small muted">{say('figures.standingNone')}</p>
            ) : (
              <p className="small">
                <OutsideText text={standing[list].join(' · ')} />
              </p>
            )}
          </details>
        ))}
      </div>
    </section>
  );
}
