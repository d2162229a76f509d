import { Fragment, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { formatCount, formatFigure } from '../../../api/format.js';
import type { EssayView, OverviewView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { Asked, Missing } from '../asking.js';
import { KeysNote } from '../keys-note.js';
import { PageHead } from '../page-head.js';
import { usePaths } from '../paths.js';
import { PromptNote } from '../prompt-note.js';
import { groupNumbers, titleOf } from '../rows.js';
import { useEssay, useOverview, useView } from '../source.js';
import { useNeighbours } from '../view-state.js';
import { useWords } from '../words.js';
import { Advisories } from './advisories.js';
import { ConclusionBox } from './conclusion-box.js';
import { EssayText } from './essay-text.js';
import { FileFacts } from './file-facts.js';
import { MatchList } from './match-list.js';
import { Neighbours } from './neighbours.js';
import { ProposalBox } from './proposal-box.js';
import { Themes } from './themes.js';

/** One essay: its text with what was found in it, the themes, the proposal with its reasons, what it overlaps with. */
export function EssayPage(): ReactNode {
  const say = useWords();
  const { essay = '' } = useParams();
  const overview = useOverview();
  return (
    <Asked isPage query={overview} label={say('loading.essay')}>
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
      <KeysNote />
    </div>
  );
}

function EssayBody({ overview, row, essay }: { overview: OverviewView; row: RowView; essay: EssayView }): ReactNode {
  const { slots } = useView();
  const themes = essay.submission.heldTo?.themes ?? overview.campaign.themes;
  const hasThemes = row.syllables !== null && themes.length > 0;
  return (
    <>
      <PromptNote overview={overview} essay={essay} />
      <div className={hasThemes ? 'trio' : 'split'}>
        <EssayText row={row} essay={essay} themes={themes} />
        {hasThemes && <Themes themes={themes} essay={essay} />}
        <aside className="stack">
          {slots.essayNote?.(row)}
          <ProposalBox overview={overview} row={row} essay={essay} />
          <ConclusionBox overview={overview} row={row} />
          <Advisories overview={overview} row={row} essay={essay} />
          <MatchList overview={overview} row={row} essay={essay} />
          <FileFacts facts={essay.submission.metadata} />
        </aside>
      </div>
    </>
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
  // The place of work is often the unit again.
  const writer = new Set([row.person === '' ? '' : row.member, row.post, row.unit, row.place].filter((fact) => fact !== ''));
  const facts = [
    row.batch === null ? '' : say('batch', { n: row.batch }),
    say('receipt', { n: formatCount(row.number) }),
    say('count.syllables', { n: formatFigure(row.syllables) }),
  ].filter((fact) => fact !== '');
  return (
    <p className="facts">
      {[...writer].map((fact) => (
        <Fragment key={fact}>
          <OutsideText text={fact} /> ·{' '}
        </Fragment>
      ))}
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
