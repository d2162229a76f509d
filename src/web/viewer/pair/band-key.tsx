import type { ReactNode } from 'react';
import { useWords } from '../words.js';

/** What the colours and lines of the passages mean. `quote` leaves out the grey of quotes where there are none; `excluded` tells of green where people can exclude. */
export function BandKey({ quote = true, excluded = false }: { quote?: boolean; excluded?: boolean }): ReactNode {
  const say = useWords();
  return (
    <ul className="legend bandkey" aria-label={say('band.legend')}>
      {([1, 2, 3] as const).map((band) => (
        <li key={band}>
          <i data-band={band} />
          {say(`band.${band}`)}
        </li>
      ))}
      {excluded && (
        <li>
          <i data-band="x" />
          {say('band.x')}
        </li>
      )}
      {quote && (
        <li>
          <i data-band="q" />
          {say('band.quote')}
        </li>
      )}
    </ul>
  );
}
