import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatShare, NO_FIGURE } from '../../../api/format.js';
import type { GroupView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { letterOf } from '../figures.js';
import { pairShare } from '../group-figures.js';
import { BandKey } from '../pair/band-key.js';
import { bandOf } from '../passages.js';
import { usePaths } from '../paths.js';
import { titleOf } from '../rows.js';
import { useWords } from '../words.js';

/** Every pair of members: how much of the one in the row stands in the one in the column, each cell leading to the two. */
export function Matrix({ group, members }: { group: GroupView; members: readonly RowView[] }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="ma-tran">
      <div className="panel__head">
        <h2 id="ma-tran">{say('group.matrix')}</h2>
        <BandKey quote={false} />
      </div>
      <div className="panel__body stack stack--tight">
        <p className="small muted">{say('group.matrixText')}</p>
        <ScrollBox className="table-wrap" label={say('group.matrixLabel')}>
          <table className="matrix">
            <caption className="vh">{say('group.matrixText')}</caption>
            <thead>
              <tr>
                <td className="none" />
                {members.map(({ id }, place) => (
                  <th scope="col" key={id}>
                    {letterOf(place)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {members.map((row, place) => (
                <tr key={row.id}>
                  <th scope="row">
                    <b>{letterOf(place)}</b> <OutsideText text={titleOf(row)} />
                  </th>
                  {members.map((other, column) => (
                    <MatrixCell key={other.id} group={group} places={[place, column]} ids={[row.id, other.id]} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
    </section>
  );
}

interface MatrixCellProps {
  readonly group: GroupView;
  readonly places: readonly [number, number];
  readonly ids: readonly [string, string];
}

function MatrixCell({ group, places: [one, two], ids: [id, other] }: MatrixCellProps): ReactNode {
  const say = useWords();
  const paths = usePaths();
  if (one === two)
    return (
      <td className="self">
        <span className="vh">{say('group.self')}</span>
      </td>
    );
  const share = pairShare(group, one, two);
  const words = { one: letterOf(one), two: letterOf(two), share: formatShare(share) };
  return (
    <td data-band={share === null ? undefined : bandOf(share)}>
      <Link to={paths.pair(id, other)} aria-label={say('group.cell', words)}>
        {share === null ? NO_FIGURE : formatShare(share).replace('%', '')}
      </Link>
    </td>
  );
}
