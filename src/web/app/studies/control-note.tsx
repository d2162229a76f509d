import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import type { Control } from '../../../api/study.js';
import { OutsideText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';

/** Where figures of a session do not add up, and by how much; nothing while they do. */
export function ControlNote({ controls }: { controls: readonly Control[] }): ReactNode {
  const say = useWords();
  return (
    <div role="status">
      {controls.length > 0 && (
        <Note kind="warn" title={say('studies.controlTitle')}>
          <ul className="plain">
            {controls.map(({ what, point, counted, expected }) => (
              <li key={`${what} ${point}`}>
                <OutsideText
                  text={say(`studies.control.${what}`, {
                    point,
                    counted: formatCount(counted),
                    expected: formatCount(expected),
                    off: formatCount(Math.abs(counted - expected)),
                  })}
                />
              </li>
            ))}
          </ul>
          <p className="note__foot">{say('studies.controlText')}</p>
        </Note>
      )}
    </div>
  );
}
