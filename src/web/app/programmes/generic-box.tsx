import type { ReactNode } from 'react';
import { formatCount, formatDecimal, formatShare } from '../../../api/format.js';
import { GENERIC_SETTINGS, type ProgrammeView, perThousand } from '../../../api/programmes.js';
import { useWords } from '../../words/words.js';

/** What of the text many units have, and what it has of its own: evidence, no verdict. */
export function GenericBox({ programme: { generic } }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  if (generic === null) return null;
  const { samples, shared, facts } = generic;
  const units = GENERIC_SETTINGS.units;
  const counts = { samples: formatCount(samples), shared: formatCount(shared), units };
  const rate = formatDecimal(perThousand(facts.figures + facts.dates, facts.syllables), 1);
  return (
    <section className="panel" aria-labelledby="giong-nhau">
      <div className="panel__head">
        <h2 id="giong-nhau">{say('programmes.generic')}</h2>
      </div>
      <div className="panel__body stack">
        <ul className="evidence small">
          <li>
            {samples < GENERIC_SETTINGS.leastSamples
              ? say('programmes.genericShort')
              : shared === 0
                ? say('programmes.genericNone', counts)
                : say('programmes.genericShare', { ...counts, share: formatShare(shared / samples) })}
          </li>
          <li>{facts.names === 0 ? say('programmes.genericNoNames') : say('programmes.genericNames', { n: facts.names })}</li>
          <li>{say('programmes.genericFigures', { n: facts.figures, dates: facts.dates, rate })}</li>
        </ul>
        <p className="small muted">{say('programmes.genericNote')}</p>
      </div>
    </section>
  );
}
