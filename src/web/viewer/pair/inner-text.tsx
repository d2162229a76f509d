import type { ReactNode } from 'react';
import { QuoteLabel } from '../quote-label.js';
import { SeenText } from '../seen-text.js';
import type { InnerPiece, SheetLayout } from './sheet-layout.js';

/** The words of a passage: those that the other text does not have set apart, quotes grey. */
export function InnerText({ layout, pieces }: { layout: SheetLayout; pieces: readonly InnerPiece[] }): ReactNode {
  return pieces.map(({ start, end, label, source }) => {
    const words = <SeenText text={layout.text} span={{ start, end }} hidden={layout.hidden} />;
    if (label === 'ins') return <ins key={start}>{words}</ins>;
    return (
      <span className={label === 'quoted' ? 'quoted' : undefined} key={start}>
        <QuoteLabel source={source} />
        {words}
      </span>
    );
  });
}
