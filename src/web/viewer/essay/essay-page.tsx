import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { formatCount, formatFigure } from '../../../api/format.js';
import type { EssayView, OverviewView, RowView } from '../../../api/view.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Asked, Missing } from '../asking.js';
import { KeysNote } from '../keys-note.js';
import { PageHead } from '../page-head.js';
import { usePaths } from '../paths.js';
import { groupNumbers, titleOf } from '../rows.js';
import { useEssay, useOverview, useView } from '../source.js';
import { useKeys } from '../use-keys.js';
import { useNeighbours } from '../view-state.js';
import { useWords } from '../words.js';
import { Advisories } from './advisories.js';
import { ConclusionBox } from './conclusion-box.js';
import { EssayText } from './essay-text.js';
import { MatchList } from './match-list.js';
import { ProposalBox } from './proposal-box.js';
import { Themes } from './themes.js';

/** One essay: its text with what was found in it, the themes, the proposal with its reasons, what it overlaps with. */
export function EssayPage(): ReactNode {
  const say = useWords();
  const { essay = '' } = useParams();
  const overview = useOverview();
  return (
    <Asked query={overview} label={say('loading.essay')}>
      {(data) => {
        const row = data.rows.find(({ id }) => id === essay);
        return row === undefined ? <Missing why={say('missing.essay')} /> : <Essay overview={data} row={row} />;
      }}
    </Asked>
  );
}

function Essay({ overview, row }: { overview: OverviewView; row: RowView }): ReactNode {
  const say = useWords();
  const { slots } = useView();
  const essay = useEssay(row.id);
  return (
    <div className="page">
      <PageHead
        name={titleOf(row)}
        place={row.id}
        title={<OutsideText text={titleOf(row)} />}
        crumb={<EssayCrumb overview={overview} row={row} />}
        actions={
          <>
            {slots.actions?.({ page: 'essay', essay: row.id })}
            <Neighbours overview={overview} row={row} />
          </>
        }
      >
        <EssayFacts overview={overview} row={row} />
      </PageHead>
      <Asked query={essay} label={say('loading.essay')}>
        {(data) => <EssayBody overview={overview} row={row} essay={data} />}
      </Asked>
      <KeysNote words={say('essay.keys')} />
    </div>
  );
}

function EssayBody({ overview, row, essay }: { overview: OverviewView; row: RowView; essay: EssayView }): ReactNode {
  const { campaign } = overview;
  const hasThemes = row.syllables !== null && campaign.themes.length > 0;
  return (
    <div className={hasThemes ? 'trio' : 'split'}>
      <EssayText row={row} essay={essay} themes={campaign.themes} />
      {hasThemes && <Themes themes={campaign.themes} essay={essay} />}
      <aside className="stack">
        <ProposalBox overview={overview} row={row} essay={essay} />
        <ConclusionBox overview={overview} row={row} />
        <Advisories row={row} essay={essay} />
        <MatchList overview={overview} row={row} essay={essay} />
      </aside>
    </div>
  );
}

function EssayCrumb({ overview, row }: { overview: OverviewView; row: RowView }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const { place, all } = useNeighbours(overview, row.id);
  return (
    <>
      <Link to={paths.results}>{say('crumb.results')}</Link> › {say('essay.of', { n: formatCount(place), all: formatCount(all) })}
    </>
  );
}

function EssayFacts({ overview, row }: { overview: OverviewView; row: RowView }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const number = row.group === null ? undefined : groupNumbers(overview.groups).get(row.group);
  const facts = [
    row.batch === null ? '' : say('batch', { n: row.batch }),
    say('receipt', { n: formatCount(row.number) }),
    say('count.syllables', { n: formatFigure(row.syllables) }),
  ].filter((fact) => fact !== '');
  return (
    <p className="facts">
      {row.unit !== '' && (
        <>
          <OutsideText text={row.unit} /> ·{' '}
        </>
      )}
      <OutsideText text={row.file} /> · {facts.join(' · ')}
      {row.group !== null && number !== undefined && (
        <>
          {' · '}
          <Link to={paths.group(row.group)}>{say('group', { n: number })}</Link>
        </>
      )}
    </p>
  );
}

/** Links to the essays before and after in the order of the table, and their keys. */
export function Neighbours({ overview, row, small = false }: { overview: OverviewView; row: RowView; small?: boolean }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const navigate = useNavigate();
  const { previous, next } = useNeighbours(overview, row.id);
  const goes = (to: RowView | undefined): (() => void) | undefined => to && (() => void navigate(paths.essay(to.id)));
  useKeys({ n: goes(next), p: goes(previous) });
  const look = small ? 'btn btn--small' : 'btn';
  return (
    <>
      {previous !== undefined && (
        <Link className={look} to={paths.essay(previous.id)}>
          <Icon name="left" />
          {say('essay.previous')}
        </Link>
      )}
      {next !== undefined && (
        <Link className={look} to={paths.essay(next.id)}>
          {say('essay.next')}
          <Icon name="right" />
        </Link>
      )}
    </>
  );
}
