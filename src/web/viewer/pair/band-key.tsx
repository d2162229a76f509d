import type { ReactNode } from 'react';
import { useWords } from '../words.js';

/** What the colours and lines of the passages mean. `quote` leaves out the grey of quotes where there are none. */
export function BandKey({ quote = true }: { quote?: boolean }): ReactNode {
  const say = useWords();
  return (
    <ul className="legend bandkey" aria-label={say('band.legend')}>
      {([1, 2, 3] as const).map((band) => (
        <li key={band}>
          <i data-band={band} />
          {say(`band.${band}`)}
        </li>
      ))}
      {quote && (
        <li>
          <i data-band="q" />
          {say('band.quote')}
        </li>
      )}
    </ul>
  );
}
