import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatFigure, formatLimit, formatPart, formatShare } from '../../../api/format.js';
import type { EssayView, OverviewView, RowView } from '../../../api/view.js';
import { Icon } from '../../look/icons.js';
import { useLanguage } from '../../look/language.js';
import { TONE_ICONS } from '../../look/marks.js';
import { FigureText } from '../../look/outside-text.js';
import { englishReason } from '../english-reasons.js';
import { groundWords, OverlapBar } from '../marks.js';
import { matchesOf, numberPassages, overlaps } from '../passages.js';
import { usePaths } from '../paths.js';
import { ownShare } from '../rows.js';
import { useWords } from '../words.js';

interface ProposalBoxProps {
  readonly overview: OverviewView;
  readonly row: RowView;
  readonly essay: EssayView;
  /** The text that stands beside the essay: then only the weightiest reasons are open, and figures stand elsewhere. */
  readonly beside?: string;
}

/** Reasons that are open where there is little room. */
const FIRST = 2;

/** What the machine proposes and why, each reason with a link to its place; then the figures that were weighed. */
export function ProposalBox({ overview, row, essay, beside }: ProposalBoxProps): ReactNode {
  const say = useWords();
  const { proposal, reasons } = essay.submission;
  const { policy } = overview.campaign;
  const open = beside === undefined ? reasons.length : FIRST;
  const folded = reasons.slice(open);
  const item = (reason: ReasonView): ReactNode => (
    <li key={`${reason.code} ${reason.text}`}>
      <ReasonText text={reason.text} /> <ReasonLink overview={overview} essay={essay} reason={reason} beside={beside} />
    </li>
  );
  return (
    <section className={`panel proposal proposal--${proposal}`} aria-labelledby="de-xuat">
      <h2 id="de-xuat">
        <Icon name={TONE_ICONS[proposal]} />
        {say(`proposal.of.${proposal}`)}
      </h2>
      <Grounds submission={essay.submission} />
      <ul>
        {reasons.slice(0, open).map(item)}
        {reasons.length === 0 && (
          <li>
            <NoReason row={row} limit={policy.review.best} />
          </li>
        )}
      </ul>
      {folded.length > 0 && (
        <details>
          <summary>{say('essay.moreReasons', { n: formatCount(folded.length) })}</summary>
          <ul>{folded.map(item)}</ul>
        </details>
      )}
      {row.copied.best !== null && beside === undefined && (
        <>
          <OverlapBar row={row} policy={policy} />
          <BarLegend row={row} />
          <p className="small muted">{figureWords(row, say)}</p>
        </>
      )}
    </section>
  );
}

/** A reason in the language of the page, where that can be told; in Vietnamese and said to be so otherwise. */
function ReasonText({ text }: { text: string }): ReactNode {
  const english = useLanguage() === 'en' ? englishReason(text) : null;
  return english === null ? <FigureText text={text} lang="vi" /> : <FigureText text={english} />;
}

/** What the proposal rests on, and apart from it what was found but not so far; nothing where only the file asks for a person. */
function Grounds({ submission: { grounds, otherGrounds } }: { submission: EssayView['submission'] }): ReactNode {
  const say = useWords();
  if (grounds.length + otherGrounds.length === 0) return null;
  return (
    <p className="small">
      {grounds.length > 0 && <b>{say('essay.grounds', { grounds: groundWords(grounds, say) })}</b>}{' '}
      {otherGrounds.length > 0 && <span className="muted">{say('essay.otherGrounds', { grounds: groundWords(otherGrounds, say) })}</span>}
    </p>
  );
}

function BarLegend({ row }: { row: RowView }): ReactNode {
  const say = useWords();
  return (
    <p className="legend">
      <span>
        <i className="parts__overlap" />
        {say('essay.overlap', { share: formatShare(row.copied.best) })}
      </span>
      <span>
        <i className="parts__quote" />
        {say('essay.quoted', { share: formatShare(row.quoted) })}
      </span>
      <span>
        <i className="parts__own" />
        {say('essay.own', { share: formatShare(ownShare(row)) })}
      </span>
    </p>
  );
}

/** Even an essay without any reason shows the figure that was weighed, and its limit. */
function NoReason({ row, limit }: { row: RowView; limit: number | null }): ReactNode {
  const say = useWords();
  const best = formatShare(row.copied.best);
  return (
    <FigureText text={limit === null ? say('essay.noReason', { best }) : say('essay.noReasonLimit', { best, limit: formatLimit(limit) })} />
  );
}

function figureWords({ copied, quoted, syllables }: RowView, say: ReturnType<typeof useWords>): string {
  const figures = { best: formatShare(copied.best), union: formatShare(copied.union), run: formatFigure(copied.longestRun) };
  const words = [say('essay.parts', { ...figures, run: say('count.syllables', { n: figures.run }) })];
  if (quoted !== null && syllables !== null)
    words.push(say('essay.partQuoted', { part: formatPart(Math.round(quoted * syllables), syllables, say('unit.syllables')) }));
  return words.join(' ');
}

type ReasonView = EssayView['submission']['reasons'][number];

interface ReasonLinkProps extends Pick<ProposalBoxProps, 'overview' | 'essay'> {
  readonly reason: ReasonView;
  readonly beside: string | undefined;
}

function ReasonLink({ overview, essay, reason, beside }: ReasonLinkProps): ReactNode {
  const say = useWords();
  const paths = usePaths();
  if (reason.theme !== undefined) {
    const themes = essay.submission.heldTo?.themes ?? overview.campaign.themes;
    const index = themes.findIndex(({ id }) => id === reason.theme);
    return index < 0 || essay.submission.syllables === null ? null : (
      <Link to={`${paths.essay(essay.submission.id)}#cd-${index + 1}`}>{say('essay.toThemeLink')}</Link>
    );
  }
  const { match, span } = reason;
  if (match === undefined && span === undefined) return null;
  const passages = numberPassages(matchesOf(essay)).filter((one) => match === undefined || one.match.id === match);
  const found = span && passages.find(({ passage }) => overlaps(passage.first, span));
  const other = found?.match.id ?? match;
  if (other === undefined || !essay.submission.matches.some(({ id }) => id === other)) return null;
  const pair = paths.pair(essay.submission.id, other);
  if (found === undefined) return other === beside ? null : <Link to={pair}>{say('essay.toPair')}</Link>;
  // Its number is one of another pair's: here it would be taken for one of these.
  if (beside !== undefined && other !== beside) return <Link to={`${pair}#doan-${found.passage.number}`}>{say('essay.toPair')}</Link>;
  return <Link to={`${pair}#doan-${found.passage.number}`}>{say('essay.toPairPassage', { n: found.passage.number })}</Link>;
}
