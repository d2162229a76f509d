import { type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import { formatCount, formatFigure, formatShare } from '../../../api/format.js';
import type { GroupView, OverviewView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { letterOf } from '../figures.js';
import { MOST_DRAWN, pairShare, type SharedBlock } from '../group-figures.js';
import { ConclusionChip, EssayLink, ProposalChip, rowDetails } from '../marks.js';
import { usePaths } from '../paths.js';
import { showsConclusions } from '../rows.js';
import { useView } from '../source.js';
import { useWords } from '../words.js';
import { Arcs } from './arcs.js';
import { Lane } from './lane.js';

interface MemberTableProps {
  readonly overview: OverviewView;
  readonly group: GroupView;
  /** Rows of the members, in order of receipt. */
  readonly members: readonly RowView[];
  readonly central: number;
  readonly blocks: readonly SharedBlock[];
  /** Length of each text that is there, UTF-16 units. */
  readonly lengths: ReadonlyMap<string, number>;
}

/** Members of the largest group whose arcs can still be told apart. */
const MOST_ARCS = 16;

/** One row a member in order of receipt: arcs to whom it is near, and where the shared blocks stand in its text. */
export function MemberTable(props: MemberTableProps): ReactNode {
  const { group, members, central, blocks } = props;
  const say = useWords();
  const { slots } = useView();
  const body = useRef<HTMLTableSectionElement>(null);
  const hasArcs = members.length <= MOST_ARCS;
  const concludes = showsConclusions(members, slots.conclude !== undefined);
  return (
    <section className="panel" aria-labelledby="thanh-vien">
      <div className="panel__head">
        <h2 id="thanh-vien">{say('group.members')}</h2>
        <BlockKey blocks={blocks} />
      </div>
      <ScrollBox className="table-wrap" labelledBy="thanh-vien">
        <table className="table gridgroup table--cards">
          <caption className="vh">{say('group.members')}</caption>
          <thead>
            <tr>
              {hasArcs && <th scope="col">{say('group.arcs')}</th>}
              <th scope="col" className="full">
                {say('col.name')}
              </th>
              <th scope="col" className="lanes">
                {say('group.lanes')}
              </th>
              <th scope="col" className="num">
                {say('group.inCentral', { letter: letterOf(central) })}
              </th>
              <th scope="col" className="num">
                {say('col.longestRun')}
                <span className="sub">{say('unit.syllables')}</span>
              </th>
              <th scope="col">{say('col.proposal')}</th>
              {concludes && <th scope="col">{say('col.conclusion')}</th>}
            </tr>
          </thead>
          <tbody ref={body}>
            {members.map((row, index) => (
              <tr key={row.id}>
                {hasArcs && index === 0 && (
                  <td className="arcs" rowSpan={members.length}>
                    <Arcs group={group} names={members.map((_, place) => letterOf(place))} body={body} />
                  </td>
                )}
                <MemberCells {...props} row={row} place={index} concludes={concludes} hasArcs={hasArcs} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="panel__body panel__body--tight small muted">
        {say('group.receipt')} {members.length > MOST_DRAWN && say('group.more', { n: formatCount(MOST_DRAWN) })}
      </p>
    </section>
  );
}

interface MemberCellsProps extends MemberTableProps {
  readonly row: RowView;
  readonly place: number;
  readonly concludes: boolean;
  readonly hasArcs: boolean;
}

function MemberCells({ group, row, place, central, blocks, lengths, concludes, hasArcs }: MemberCellsProps): ReactNode {
  const say = useWords();
  return (
    <>
      <th scope="row" className="full">
        <span className={hasArcs ? 'gridgroup__letter' : undefined}>{say('group.letter', { letter: letterOf(place) })} </span>
        <EssayLink row={row} />
        <span className="sub">
          <OutsideText text={rowDetails(row)} />
        </span>
        {group.unlinked.includes(row.id) && <span className="tag">{say('group.unlinkedMember')}</span>}
      </th>
      <td className="full lanes" data-label={say('group.lanes')}>
        <Lane id={row.id} length={lengths.get(row.id) ?? null} blocks={blocks} />
      </td>
      <td className="num" data-label={say('group.inCentral', { letter: letterOf(central) })}>
        <InCentral group={group} row={row} place={place} central={central} />
      </td>
      <td className="num" data-label={say('col.longestRun')}>
        {formatFigure(row.copied.longestRun)}
      </td>
      <td data-label={say('col.proposal')}>
        <ProposalChip proposal={row.proposal} />
      </td>
      {concludes && (
        <td data-label={say('col.conclusion')}>
          <ConclusionChip conclusion={row.conclusion} />
        </td>
      )}
    </>
  );
}

function InCentral({ group, row, place, central }: Pick<MemberCellsProps, 'group' | 'row' | 'place' | 'central'>): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const other = group.members[central];
  if (place === central || other === undefined) return <span className="muted">{say('group.central')}</span>;
  const share = formatShare(pairShare(group, place, central));
  return (
    <Link to={paths.pair(row.id, other)} title={say('group.compare', { letter: letterOf(central) })}>
      {share}
    </Link>
  );
}

function BlockKey({ blocks }: { blocks: readonly SharedBlock[] }): ReactNode {
  const say = useWords();
  if (blocks.length === 0) return null;
  return (
    <ul className="legend">
      {blocks.map(({ number }) => (
        <li key={number}>
          <i className={`blk blk--${number} blk--key`} aria-hidden="true">
            {number}
          </i>
          {say('group.block', { n: number })}
        </li>
      ))}
      <li>
        <i className="swatch lane__own" aria-hidden="true" />
        {say('group.rest')}
      </li>
    </ul>
  );
}
