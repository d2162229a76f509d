import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatCount, formatShare } from '../../../api/format.js';
import type { EssayView, OverviewView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { PairPicker } from '../pair/pair-picker.js';
import { type MatchView, sortMatches, standsBeside, syllablesOf } from '../passages.js';
import { usePaths } from '../paths.js';
import { baseName, titleOf } from '../rows.js';
import { useDocument } from '../source.js';
import { useWords } from '../words.js';

interface MatchListProps {
  readonly overview: OverviewView;
  readonly row: RowView;
  readonly essay: EssayView;
}

/** Matches that are shown before one asks for the rest. */
const FIRST = 10;

/** Every text that the essay overlaps with, strongest first, each leading to the two side by side; then a way to any other. */
export function MatchList({ overview, row, essay }: MatchListProps): ReactNode {
  const say = useWords();
  const [picks, setPicks] = useState(false);
  const [all, setAll] = useState(false);
  const matches = sortMatches(essay.submission.matches);
  return (
    <section className="panel" aria-labelledby="bai-trung">
      <div className="panel__head">
        <h2 id="bai-trung">{say('essay.matches', { n: formatCount(matches.length) })}</h2>
      </div>
      {matches.length === 0 && <p className="panel__body panel__body--tight small muted">{say('essay.noMatches')}</p>}
      <ol className="matchlist">
        {matches.slice(0, all ? matches.length : FIRST).map((match) => (
          <MatchItem key={match.id} row={row} match={match} other={overview.rows.find(({ id }) => id === match.id)} />
        ))}
      </ol>
      {matches.length > FIRST && !all && (
        <p className="panel__body panel__body--tight noprint">
          <button type="button" className="linklike" onClick={() => setAll(true)}>
            {say('essay.moreMatches', { n: formatCount(matches.length) })}
          </button>
        </p>
      )}
      {row.syllables !== null && (
        <p className="panel__body panel__body--tight noprint">
          <button type="button" className="btn btn--small" onClick={() => setPicks(true)}>
            {say('essay.otherPair')}
          </button>
        </p>
      )}
      {picks && <PairPicker overview={overview} row={row} close={() => setPicks(false)} />}
    </section>
  );
}

function MatchItem({ row, match, other }: { row: RowView; match: MatchView; other: RowView | undefined }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const shares = { this: formatShare(match.similarityOfThis), that: formatShare(match.similarityOfThat) };
  const count = { passages: formatCount(match.passages.length), syllables: formatCount(syllablesOf(match)) };
  return (
    <li>
      <Link to={paths.pair(row.id, match.id)}>
        <OutsideText text={other === undefined ? baseName(match.file) : titleOf(other)} />
      </Link>{' '}
      <Origin match={match} other={other} />
      {match.kind !== 'submission' && <span className="tag">{say(`kind.${match.kind}`)}</span>}
      <span className="small">{say('essay.matchShares', shares)}</span>
      <span className="small muted">
        {match.passages.length === 0 ? say('essay.matchShort') : say('essay.matchCount', count)}
        {match.kind === 'earlier-attempt' && ` · ${say('essay.notCounted')}`}
        {standsBeside(match, 'this') && ` · ${say('essay.besideThis')}`}
        {standsBeside(match, 'that') && ` · ${say('essay.besideThat')}`}
      </span>
    </li>
  );
}

/** Whose it is: the unit, and for an essay of another campaign that campaign. */
function Origin({ match, other }: { match: MatchView; other: RowView | undefined }): ReactNode {
  const say = useWords();
  const { data } = useDocument(match.id, other === undefined && match.kind !== 'sample');
  const earlier = data?.kind === 'earlier' ? [data.unit, data.campaign ?? say('pair.noCampaign')] : [];
  const origin = (other === undefined ? earlier : [other.unit]).filter((part) => part !== '').join(' · ');
  return (
    origin !== '' && (
      <span className="small muted origin">
        <OutsideText text={origin} />
      </span>
    )
  );
}
