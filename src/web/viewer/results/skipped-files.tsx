import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import type { OverviewView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../words.js';

/** What was handed in and is no essay, with the reason. */
export function SkippedFiles({ skipped }: { skipped: OverviewView['skipped'] }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="bo-qua">
      <div className="panel__head">
        <h2 id="bo-qua">{say('skipped.title')}</h2>
        <p className="small muted">{say('skipped.count', { n: formatCount(skipped.length) })}</p>
      </div>
      <ul className="panel__body panel__body--tight plain small skipped">
        {skipped.map(({ file, reason }) => (
          <li key={file}>
            <b className="file">
              <OutsideText text={file} />
            </b>
            : <OutsideText text={reason} />
          </li>
        ))}
      </ul>
    </section>
  );
}
