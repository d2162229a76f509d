import { type ReactNode, useMemo } from 'react';
import type { YearExtractView, YearMemberView } from '../../../api/years.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { entryFacts, totalFacts } from './entry-words.js';

type YearRow = { readonly cell: string; readonly people: number } | YearMemberView;

const keyOf = (row: YearRow): string => ('people' in row ? `= ${row.cell}` : row.id);

/** Members under the head of their cell; of a long list only the rows near the screen are drawn. */
export function YearTable(props: { members: readonly YearMemberView[]; campaigns: YearExtractView['campaigns']; year: number }): ReactNode {
  const say = useWords();
  const { members, campaigns, year } = props;
  const rows = useMemo(() => withCells(members), [members]);
  const names = useMemo(() => new Map(campaigns.map(({ id, name }) => [id, name])), [campaigns]);
  const caption = say('years.caption', { year: String(year), n: members.length });
  return (
    <ScrollBox className="table-wrap" label={caption}>
      <table className="table table--cards table--year" aria-rowcount={rows.length + 1}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say('years.col.person')}</th>
            <th scope="col">{say('years.col.entries')}</th>
            <th scope="col">{say('years.col.totals')}</th>
          </tr>
        </thead>
        <VirtualBody rows={rows} keyOf={keyOf} span={3}>
          {(row, index, measure) => (
            <tr ref={measure} data-index={index} aria-rowindex={index + 2} className={'people' in row ? 'cellhead' : undefined}>
              {'people' in row ? (
                <th scope="rowgroup" colSpan={3} className="full">
                  <OutsideText text={say('years.cellHead', { cell: row.cell || say('years.noCell'), n: row.people })} />
                </th>
              ) : (
                <Member member={row} names={names} />
              )}
            </tr>
          )}
        </VirtualBody>
      </table>
    </ScrollBox>
  );
}

function withCells(members: readonly YearMemberView[]): YearRow[] {
  const cells = new Map<string, YearMemberView[]>();
  for (const member of members) {
    const known = cells.get(member.cell);
    if (known === undefined) cells.set(member.cell, [member]);
    else known.push(member);
  }
  return [...cells].flatMap(([cell, people]): YearRow[] => [{ cell, people: people.length }, ...people]);
}

function Member({ member, names }: { member: YearMemberView; names: ReadonlyMap<string, string> }): ReactNode {
  const say = useWords();
  const { name, card, post, isKeyCadre, entries, totals } = member;
  return (
    <>
      <th scope="row" className="full">
        <b>
          <OutsideText text={name} />
        </b>
        <span className="sub">
          <OutsideText text={[card, post, isKeyCadre ? say('years.keyCadre') : ''].filter(Boolean).join(' · ')} />
        </span>
      </th>
      <td data-label={say('years.col.entries')} className="full">
        <ul className="plain yearentries">
          {entries.map((entry) => (
            <li key={entry.campaign}>
              <OutsideText text={names.get(entry.campaign) ?? ''} />
              <span className="sub">{entryFacts(entry, say).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label={say('years.col.totals')} className="full">
        <ul className="plain yeartotals">
          {totalFacts(totals, say).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </td>
    </>
  );
}
