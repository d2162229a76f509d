import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatCount, formatFigure, formatShare } from '../../../api/format.js';
import type { GroupView, OverviewView, RowView } from '../../../api/view.js';
import { Icon } from '../../look/icons.js';
import { usePaths } from '../paths.js';
import { showsConclusions } from '../rows.js';
import { useView } from '../source.js';
import { useWords } from '../words.js';

/** Groups that are shown before one asks for the rest: a row of them. */
const FIRST = 4;

/** The groups of near-duplicates, above the table; nothing when there is none. */
export function GroupCards({ overview: { groups, rows } }: { overview: OverviewView }): ReactNode {
  const say = useWords();
  const [all, setAll] = useState(false);
  if (groups.length === 0) return null;
  const members = groups.reduce((sum, group) => sum + group.members.length, 0);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (
    <section className="panel groups" aria-labelledby="nhom">
      <div className="groups__head">
        <h2 id="nhom">{say('groups.title', { n: formatCount(groups.length) })}</h2>
        <p className="small muted">{say('groups.members', { n: formatCount(members) })}</p>
        {groups.length > FIRST && !all && (
          <button type="button" className="linklike noprint" onClick={() => setAll(true)}>
            {say('groups.more', { n: formatCount(groups.length) })}
          </button>
        )}
      </div>
      {groups.slice(0, all ? groups.length : FIRST).map((group, index) => (
        <GroupCard key={group.id} group={group} number={index + 1} rows={group.members.flatMap((id) => byId.get(id) ?? [])} />
      ))}
    </section>
  );
}

function GroupCard({ group, number, rows }: { group: GroupView; number: number; rows: readonly RowView[] }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const { slots } = useView();
  const title = { n: number, members: formatCount(group.members.length), units: formatCount(group.units) };
  return (
    <Link className="groupcard" to={paths.group(group.id)}>
      <b>{say(group.units > 0 ? 'groups.cardUnits' : 'groups.card', title)}</b>
      <span className="small muted">
        {say('groups.figures', { share: formatShare(group.cohesion), run: formatFigure(group.longestRun) })}
      </span>
      {showsConclusions(rows, slots.conclude !== undefined) && <GroupConclusions rows={rows} />}
    </Link>
  );
}

function GroupConclusions({ rows }: { rows: readonly RowView[] }): ReactNode {
  const say = useWords();
  const done = rows.filter(({ conclusion }) => conclusion !== null).length;
  if (done === 0) return <span className="small">{say('groups.open')}</span>;
  if (done < rows.length)
    return <span className="small">{say('groups.partly', { n: formatCount(done), all: formatCount(rows.length) })}</span>;
  return (
    <span className="small">
      <Icon name="check" /> {say('groups.done')}
    </span>
  );
}
