import type { ReactNode } from 'react';

/** Lines of the two sheets: look (own words, quote, shared passage), place and length. */
const LINES: readonly (readonly [look: 'l' | 'q' | 'h', x: number, y: number, width: number])[] = [
  ['l', 30, 34.0, 144],
  ['q', 30, 46.6, 132],
  ['q', 30, 59.2, 150],
  ['l', 30, 71.8, 138],
  ['l', 30, 84.4, 90],
  ['h', 30, 109.6, 141],
  ['h', 30, 122.2, 147],
  ['h', 30, 134.8, 129],
  ['h', 30, 147.4, 150],
  ['h', 30, 160.0, 60],
  ['l', 30, 185.2, 135],
  ['l', 30, 197.8, 145.5],
  ['l', 30, 210.4, 148.5],
  ['l', 30, 223.0, 105],
  ['l', 30, 248.2, 138],
  ['l', 30, 260.8, 126],
  ['l', 30, 273.4, 144],
  ['l', 30, 286.0, 75],
  ['l', 340, 34.0, 144],
  ['l', 340, 46.6, 132],
  ['l', 340, 59.2, 150],
  ['l', 340, 71.8, 138],
  ['l', 340, 84.4, 90],
  ['l', 340, 109.6, 141],
  ['l', 340, 122.2, 147],
  ['l', 340, 134.8, 129],
  ['l', 340, 147.4, 150],
  ['l', 340, 160.0, 60],
  ['h', 340, 185.2, 135],
  ['h', 340, 197.8, 145.5],
  ['h', 340, 210.4, 148.5],
  ['h', 340, 223.0, 105],
  ['l', 340, 248.2, 138],
  ['q', 340, 260.8, 126],
  ['q', 340, 273.4, 144],
  ['l', 340, 286.0, 75],
];

/** Two sheets side by side, and the passage that they share. */
export function Art({ label }: { label: string }): ReactNode {
  return (
    <svg className="art" viewBox="0 0 520 320" role="img" aria-label={label}>
      <rect className="s" x="10" y="10" width="190" height="300" rx="2" />
      <rect className="s" x="320" y="10" width="190" height="300" rx="2" />
      {LINES.map(([look, x, y, width]) => (
        <rect className={look} x={x} y={y} width={width} height="5" rx="1" key={`${x} ${y}`} />
      ))}
      <path className="b" d="M180 106C260 106 250 182 340 182V232C250 232 260 168 180 168Z" />
    </svg>
  );
}
