import type { ReactNode } from 'react';
import { PlainText } from '../../look/outside-text.js';
import type { InnerPiece } from './sheet-layout.js';

/** The words of a passage: those that the other text does not have set apart, quotes grey. */
export function InnerText({ text, pieces }: { text: string; pieces: readonly InnerPiece[] }): ReactNode {
  return pieces.map(({ start, end, label }) => {
    const words = <PlainText text={text.slice(start, end)} />;
    if (label === 'ins') return <ins key={start}>{words}</ins>;
    return (
      <span className={label === 'quoted' ? 'quoted' : undefined} key={start}>
        {words}
      </span>
    );
  });
}
