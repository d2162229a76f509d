import type { ReactNode } from 'react';
import { formatCount, formatGap, formatPercent } from '../../../api/format.js';
import { Meter } from '../../look/marks.js';
import { useWords } from '../../words/words.js';

/** A share that is to be the whole: its two counts, the percentage and what is lacking. */
export function Rate({ label, part, whole, note }: { label: string; part: number; whole: number; note?: string }): ReactNode {
  const say = useWords();
  const gap = formatGap(part, whole);
  const counts = `${formatCount(part)}/${formatCount(whole)}`;
  return (
    <div>
      <h2>{label}</h2>
      <p className="figure">{whole === 0 ? counts : say('studies.rate', { counts, share: formatPercent(part, whole) })}</p>
      <Meter value={part} max={whole} label={label} />
      {whole > 0 && <p className="small muted">{gap === null ? say('studies.noGap') : say('studies.gap', { gap })}</p>}
      {note !== undefined && <p className="small muted">{note}</p>}
    </div>
  );
}
