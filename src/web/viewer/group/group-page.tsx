import { type ReactNode, useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { formatCount, formatShare } from '../../../api/format.js';
import type { GroupView, OverviewView } from '../../../api/view.js';
import { Asked, Missing } from '../asking.js';
import { centralMember, MOST_DRAWN, sharedBlocks } from '../group-figures.js';
import { PageHead } from '../page-head.js';
import { usePaths } from '../paths.js';
import { PromptNote } from '../prompt-note.js';
import { useDocuments, useEssay, useOverview, useView } from '../source.js';
import { useWords } from '../words.js';
import { BlockList } from './block-list.js';
import { Matrix } from './matrix.js';
import { MemberTable } from './member-table.js';
import { OtherUnits } from './other-units.js';

/** A group of near-duplicates: its members in order of receipt, what they share, and every pair. */
export function GroupPage(): ReactNode {
  const say = useWords();
  const { group = '' } = useParams();
  const overview = useOverview();
  return (
    <Asked isPage query={overview} label={say('loading.results')}>
      {(data) => {
        const place = data.groups.findIndex(({ id }) => id === group);
        const found = data.groups[place];
        return found === undefined ? (
          <Missing why={say('missing.group')} />
        ) : (
          <GroupBody overview={data} group={found} number={place + 1} />
        );
      }}
    </Asked>
  );
}

function GroupBody({ overview, group, number }: { overview: OverviewView; group: GroupView; number: number }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const { slots } = useView();
  const members = useMemo(() => {
    const byId = new Map(overview.rows.map((row) => [row.id, row]));
    return group.members.map((id) => byId.get(id)).filter((row) => row !== undefined);
  }, [overview, group]);
  const { central, blocks, lengths, document } = useShared(group);
  const values = { n: number, members: formatCount(group.members.length), units: formatCount(group.units) };
  const title = say(group.units > 1 ? 'group.titleUnits' : 'group.title', values);
  return (
    <div className="page">
      <PageHead
        name={say('group', { n: number })}
        place={group.id}
        title={title}
        crumb={
          <>
            <Link to={paths.results}>{say('crumb.results')}</Link> › {say('group.crumb', { n: number, all: overview.groups.length })}
          </>
        }
        actions={slots.actions?.({ page: 'group', group: group.id })}
      >
        <p>{say('group.lead', { share: formatShare(group.cohesion) })}</p>
        {group.unlinked.length > 0 && <p>{say('group.unlinked', { n: formatCount(group.unlinked.length) })}</p>}
      </PageHead>
      <PromptNote overview={overview} />
      <MemberTable overview={overview} group={group} members={members} central={central} blocks={blocks} lengths={lengths} />
      {group.others.length > 0 && <OtherUnits group={group} />}
      <div className={slots.group === undefined ? 'two two--wide' : 'two two--wide two--decide'}>
        <Matrix group={group} members={members.slice(0, MOST_DRAWN)} />
        <BlockList blocks={blocks} document={document} members={comparedMembers(group).length} />
        {slots.group?.({ group, members })}
      </div>
    </div>
  );
}

const ownMembers = ({ members, others }: GroupView): readonly string[] => members.slice(0, members.length - others.length);

/** Those that the findings of the central one name as the group does: with several own members, one of another unit may be named beside any of them. */
function comparedMembers(group: GroupView): readonly string[] {
  const own = ownMembers(group);
  return own.length > 1 ? own : group.members;
}

/** Until the text has come. */
const NO_TEXT = { text: '', hidden: [] };

/** The stretches that members share, out of what is known of the central one, and how long the texts are (UTF-16 units). */
function useShared(group: GroupView) {
  const central = centralMember(group);
  const id = group.members[central] ?? '';
  const essay = useEssay(id).data;
  const documents = useDocuments(ownMembers(group).slice(0, MOST_DRAWN));
  const blocks = useMemo(() => sharedBlocks(id, comparedMembers(group), essay?.submission.matches ?? []), [id, group, essay]);
  const lengths = new Map(documents.map((document) => [document.id, document.text.length]));
  return { central, blocks, lengths, document: documents.find((document) => document.id === id) ?? NO_TEXT };
}
