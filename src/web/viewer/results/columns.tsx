import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatFigure, formatLimit, formatShare } from '../../../api/format.js';
import { showPlainly } from '../../../api/odd-characters.js';
import type { OverviewView, RowView } from '../../../api/view.js';
import { Icon } from '../../look/icons.js';
import { useLanguage } from '../../look/language.js';
import { OutsideText } from '../../look/outside-text.js';
import { englishFileNote, englishReason } from '../english-reasons.js';
import { limitsOf, themeInitials } from '../figures.js';
import { ConclusionChip, EssayLink, OverlapBar, ProposalChip, RowThemes, rowDetails } from '../marks.js';
import { usePaths } from '../paths.js';
import { groupNumbers, ownShare, type SortKey } from '../rows.js';
import { type Say, useWords } from '../words.js';

/** The table orders its rows itself, so that the pages of essays know the same order; the feature only keeps what was chosen. */
export const FEATURES = tableFeatures({ rowSortingFeature });

/** How the cells of a column look, and what stands in its head. */
export interface ColumnLook {
  readonly className?: string;
  /** Name of the cell where the table is a list of cards; none where the cell speaks for itself. */
  readonly label?: string;
  /** A line below the name in the head. */
  readonly sub?: string;
  readonly swatch?: 'overlap' | 'quote' | 'own';
  readonly title?: string;
  /** Whether name and title are taken from what the campaign calls its themes. */
  readonly isVietnamese?: boolean;
}

/** A column of the table of results. */
export interface RowColumn {
  readonly id: string;
  readonly name: string;
  readonly look: ColumnLook;
  readonly sorts: boolean;
  /** null where there is nothing to say. */
  readonly cell: (row: RowView) => ReactNode;
}

/** The columns in their order; `concludes` says whether conclusions are spoken of. */
export function rowColumns(overview: OverviewView, concludes: boolean, say: Say): RowColumn[] {
  const { campaign, groups } = overview;
  const numbers = groupNumbers(groups);
  const limits = limitsOf(campaign.policy).map(formatLimit);
  const [one, two] = limits;
  const among = two === undefined ? (one ?? '') : say('col.and', { one: one ?? '', two });
  // Lists of other lengths have no head in common.
  const initials = campaign.groupThemes === undefined ? themeInitials(campaign.themes.map(({ name }) => name)) : [];
  const column = (id: SortKey, name: string, look: ColumnLook, cell: (row: RowView) => ReactNode): RowColumn => {
    return { id, name, look, sorts: true, cell };
  };
  const all: RowColumn[] = [
    column('name', say('col.name'), { className: 'full' }, (row) => <NameCell row={row} />),
    column(
      'overlap',
      say('col.overlap'),
      {
        className: 'wide full',
        label: say('col.overlapLong'),
        sub: limits.length === 0 ? say('col.noLimits') : say('col.limits', { limits: among }),
        swatch: 'overlap',
      },
      (row) => <OverlapCell row={row} policy={campaign.policy} />,
    ),
    column('quoted', say('col.quoted'), { className: 'num', label: say('col.quoted'), swatch: 'quote' }, (row) => formatShare(row.quoted)),
    column('own', say('col.own'), { className: 'num', label: say('col.own'), swatch: 'own' }, (row) => formatShare(ownShare(row))),
    column('longestRun', say('col.longestRun'), { className: 'num', label: say('col.longestRun'), sub: say('unit.syllables') }, (row) =>
      formatFigure(row.copied.longestRun),
    ),
    column('group', say('col.group'), { className: 'nowrap', label: say('col.group') }, ({ group }) => {
      const number = group === null ? undefined : numbers.get(group);
      return group === null || number === undefined ? null : <GroupCell group={group} number={number} />;
    }),
    column(
      'themes',
      initials.length > 0 ? initials.join(' ') : say('col.themes'),
      themesLook(initials.length > 0 ? campaign.themes : [], say),
      (row) => <RowThemes campaign={campaign} row={row} />,
    ),
    {
      id: 'notes',
      name: say('col.notes'),
      look: { className: 'note-col', label: say('col.notes') },
      sorts: false,
      cell: (row) => (hasNotes(row) ? <NotesCell row={row} /> : null),
    },
    column('proposal', say('col.proposal'), { label: say('col.proposal') }, (row) => <ProposalCell row={row} />),
    ...(concludes ? [conclusionColumn(say)] : []),
  ];
  return groups.length === 0 ? all.filter(({ id }) => id !== 'group') : all;
}

function themesLook(themes: OverviewView['campaign']['themes'], say: Say): ColumnLook {
  return {
    className: 'nowrap',
    label: say('col.themes'),
    isVietnamese: themes.length > 0,
    ...(themes.length > 0 && { title: themes.map(({ name }) => showPlainly(name)).join(', ') }),
  };
}

function conclusionColumn(say: Say): RowColumn {
  const look = { label: say('col.conclusion') };
  return {
    id: 'conclusion',
    name: say('col.conclusion'),
    look,
    sorts: false,
    cell: (row) => <ConclusionChip conclusion={row.conclusion} />,
  };
}

/** The same columns as TanStack Table takes them. */
export function tableColumns(columns: readonly RowColumn[]): ReturnType<typeof HELPER.columns> {
  return HELPER.columns(
    columns.map(({ id, name, sorts }) =>
      HELPER.accessor((row) => row.id, { id, header: name, enableSorting: sorts, sortDescFirst: id !== 'name' }),
    ),
  );
}

const HELPER = createColumnHelper<typeof FEATURES, RowView>();

function NameCell({ row }: { row: RowView }): ReactNode {
  return (
    <>
      <EssayLink row={row} />
      <span className="sub" title={showPlainly(rowDetails(row))}>
        <OutsideText text={rowDetails(row)} />
      </span>
    </>
  );
}

function OverlapCell({ row, policy }: { row: RowView; policy: OverviewView['campaign']['policy'] }): ReactNode {
  const say = useWords();
  const { best, union } = row.copied;
  const more = union !== null && formatShare(best) !== formatShare(union);
  return (
    <span className="partcell">
      <b className={best === null ? 'nofigure' : undefined}>{formatShare(best)}</b>
      <span title={more ? say('col.union', { share: formatShare(union) }) : undefined}>
        <OverlapBar row={row} policy={policy} />
      </span>
    </span>
  );
}

function GroupCell({ group, number }: { group: string; number: number }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  return <Link to={paths.group(group)}>{say('group', { n: number })}</Link>;
}

function hasNotes({ fileNote, advisories }: RowView): boolean {
  return fileNote !== null || advisories.length > 0;
}

function NotesCell({ row }: { row: RowView }): ReactNode {
  const say = useWords();
  return (
    <span className="notelist">
      {row.fileNote !== null && (
        <span className="notes">
          <Icon name={row.state === 'needs-ocr' ? 'scan' : 'file'} />
          <FileNote note={row.fileNote} />
        </span>
      )}
      {row.advisories.map((code) => (
        <span className="notes" key={code} title={say(`advisory.${code}`)}>
          <Icon name="flag" />
          {say(`advisory.short.${code}`)}
        </span>
      ))}
    </span>
  );
}

/** In the language of the page, where that can be told. */
function FileNote({ note }: { note: string }): ReactNode {
  const english = useLanguage() === 'en' ? englishFileNote(note) : null;
  return english ?? <span lang="vi">{note}</span>;
}

/** The proposal with its grounds, and its weightiest reason for who stays on it: figures and limits stand in the row already. */
function ProposalCell({ row }: { row: RowView }): ReactNode {
  const say = useWords();
  // A reason that has no English words stands on the page of the essay.
  const reason = useLanguage() === 'en' ? (englishReason(row.reason) ?? '') : row.reason;
  return (
    <span title={reason === '' ? undefined : showPlainly(reason)}>
      <ProposalChip proposal={row.proposal} />
      {row.grounds.length > 0 && <span className="small muted grounds"> {row.grounds.map((one) => say(`found.${one}`)).join(', ')}</span>}
    </span>
  );
}
