import type { ReactNode } from 'react';
import { useWords } from '../../words/words.js';
import { useAccount } from './account.js';
import { committeeUnits, useWorkingUnit, workAt } from './working-unit.js';

/** For which unit one works; only for whoever runs campaigns at several. */
export function UnitChoice(): ReactNode {
  const say = useWords();
  const units = committeeUnits(useAccount());
  const working = useWorkingUnit();
  if (working === undefined) return null;
  return (
    <select
      className="mast__unit"
      lang="vi"
      aria-label={say('frame.workingUnit')}
      value={working}
      onChange={(event) => workAt(event.target.value)}
    >
      {units.map(({ unit, unitName }) => (
        <option key={unit} value={unit}>
          {unitName}
        </option>
      ))}
    </select>
  );
}
