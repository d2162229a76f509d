import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { formatCount, formatShare } from '../../../api/format.js';
import type { DocumentView, EssayView, OverviewView, RowView } from '../../../api/view.js';
import { Segments } from '../../look/segments.js';
import { Empty } from '../../look/states.js';
import { Asked } from '../asking.js';
import {
  advisoryLayers,
  cutEssay,
  type EssayPiece,
  type EvidenceMark,
  evidenceLayers,
  passageLayers,
  quoteLayers,
} from '../essay-layers.js';
import { themeInitials } from '../figures.js';
import { numberPassages, type Span } from '../passages.js';
import { usePaths } from '../paths.js';
import { type HiddenLayers, hiddenLayers, SeenText } from '../seen-text.js';
import { useDocument } from '../source.js';
import { useScrollToTarget, useTarget } from '../use-target.js';
import { useWords } from '../words.js';
import { partEssay, type ShownParagraph } from './essay-parts.js';

interface EssayTextProps {
  readonly row: RowView;
  readonly essay: EssayView;
  readonly themes: OverviewView['campaign']['themes'];
}

/** UTF-16 units of one essay that are drawn; far above any essay, so that no single file can make the page unusable. */
const LONGEST_TEXT = 100_000;
/** UTF-16 units of a marked stretch below which it carries no number: what a stronger passage leaves over at its edges. */
const SHORTEST_NUMBERED = 20;

const VIEWS = ['passages', 'evidence', 'noted'] as const;
type View = (typeof VIEWS)[number];
/** How the places of each view are named in addresses. */
const TARGETS: Readonly<Record<string, View>> = { doan: 'passages', mc: 'evidence', 'luu-y': 'noted' };

/** The text of the essay: passages, evidence or noted places marked in it, quotes always. */
export function EssayText({ row, essay, themes }: EssayTextProps): ReactNode {
  const say = useWords();
  const isRead = row.syllables !== null;
  const document = useDocument(row.id, isRead);
  return (
    <section className="panel" aria-labelledby="bai">
      {isRead ? (
        <Asked query={document} label={say('loading.essay')}>
          {(data) => <Marked document={data} essay={essay} themes={themes} />}
        </Asked>
      ) : (
        <>
          <h2 className="vh" id="bai">
            {say('essay.text')}
          </h2>
          <Empty title={say('essay.noText')}>{say('essay.noTextHint')}</Empty>
        </>
      )}
    </section>
  );
}

function Marked({ document, essay, themes }: { document: DocumentView; essay: EssayView; themes: EssayTextProps['themes'] }): ReactNode {
  const say = useWords();
  const { submission } = essay;
  const [view, setView] = useView(submission);
  useScrollToTarget(true);
  const counts = countsOf(submission);
  const text = document.text.slice(0, LONGEST_TEXT);
  const pieces = useMemo(() => piecesOf(text.length, submission, document.quotedSpans, view), [text, submission, document, view]);
  const { body, beside } = useMemo(() => partEssay(text, document), [text, document]);
  const initials = useMemo(() => themeInitials(themes.map(({ name }) => name)), [themes]);
  const hidden = useMemo(() => hiddenLayers(document), [document]);
  const drawn = { text, pieces, hidden, owner: submission.id, initials };
  const left = document.text.length - text.length;
  return (
    <>
      <div className="panel__head">
        <h2 id="bai">{say('essay.text')}</h2>
        <Segments
          label={say('essay.show')}
          choices={VIEWS.filter((one) => counts[one] > 0 || one === view).map((one) => ({
            value: one,
            word: say(`essay.${one}`, { n: formatCount(counts[one]) }),
          }))}
          value={view}
          onChange={setView}
        />
      </div>
      <div className="panel__body">
        <div className="essay essay--page">
          <Paragraphs paragraphs={body} {...drawn} />
          {beside.length > 0 && (
            <section className="beside" aria-labelledby="ngoai-bai">
              <h3 id="ngoai-bai">{say('essay.beside')}</h3>
              <p className="beside__note">{say('essay.besideText')}</p>
              <Paragraphs paragraphs={beside} {...drawn} />
            </section>
          )}
        </div>
        {left > 0 && <p className="small muted">{say('essay.left', { n: formatCount(left) })}</p>}
      </div>
    </>
  );
}

type Submission = EssayView['submission'];

/** What is marked: as the address says, as one chose after that, and otherwise whatever there is. */
function useView(submission: Submission): [View, (view: View) => void] {
  const target = useTarget();
  const [chosen, choose] = useState<{ view: View; target: string } | null>(null);
  const counts = countsOf(submission);
  const asked = TARGETS[target.replace(/(-\d+)+$/, '')];
  const usual = VIEWS.find((view) => counts[view] > 0) ?? 'passages';
  const view = chosen !== null && chosen.target === target ? chosen.view : (asked ?? chosen?.view ?? usual);
  return [view, (next) => choose({ view: next, target })];
}

function countsOf({ matches, themes, advisories }: Submission): Record<View, number> {
  return {
    passages: matches.reduce((sum, { passages }) => sum + passages.length, 0),
    evidence: themes.reduce((sum, { evidence }) => sum + evidence.length, 0),
    noted: advisories.reduce((sum, { spans }) => sum + spans.length, 0),
  };
}

function piecesOf(length: number, submission: Submission, quoted: readonly Span[], view: View): EssayPiece[] {
  const quotes = quoteLayers(quoted);
  if (view === 'evidence') return cutEssay(length, [...evidenceLayers(submission.themes), ...quotes]);
  if (view === 'noted') return cutEssay(length, [...advisoryLayers(submission.advisories), ...quotes]);
  return cutEssay(length, [...passageLayers(numberPassages(submission.matches)), ...quotes]);
}

/** What all paragraphs of a text are drawn with. */
interface Drawn {
  readonly text: string;
  readonly pieces: readonly EssayPiece[];
  readonly hidden: HiddenLayers;
  readonly owner: string;
  readonly initials: readonly string[];
}

function Paragraphs({ paragraphs, ...drawn }: Drawn & { readonly paragraphs: readonly ShownParagraph[] }): ReactNode {
  const say = useWords();
  return paragraphs.map((paragraph) => (
    <Fragment key={paragraph.start}>
      {paragraph.pages.map(({ page, confidence }) => (
        <p className="pagenote" key={page}>
          {say('essay.recognised', { page, share: formatShare(confidence) })}
        </p>
      ))}
      <Paragraph paragraph={paragraph} {...drawn} />
    </Fragment>
  ));
}

function Paragraph({ text, paragraph, pieces, hidden, owner, initials }: Drawn & { readonly paragraph: Span }): ReactNode {
  const inside = pieces.filter(({ start, end }) => start < paragraph.end && end > paragraph.start);
  const isQuote = inside.every(({ label }) => label?.kind === 'quoted');
  return (
    <p className={isQuote ? 'quoted quoted--block' : undefined}>
      {inside.map((piece) => {
        const span = { start: Math.max(piece.start, paragraph.start), end: Math.min(piece.end, paragraph.end) };
        const shown = { ...piece, ...span, opens: piece.opens && piece.start >= paragraph.start };
        const words = <SeenText text={text} span={span} hidden={hidden} />;
        return <MarkedPiece key={piece.start} piece={shown} words={words} owner={owner} initials={initials} isQuote={isQuote} />;
      })}
    </p>
  );
}

interface MarkedPieceProps {
  readonly piece: EssayPiece;
  readonly words: ReactNode;
  readonly owner: string;
  readonly initials: readonly string[];
  readonly isQuote: boolean;
}

function MarkedPiece({ piece: { start, end, label, opens }, words, owner, initials, isQuote }: MarkedPieceProps): ReactNode {
  const say = useWords();
  const paths = usePaths();
  if (label === null || (label.kind === 'quoted' && isQuote)) return words;
  if (label.kind === 'quoted') return <span className="quoted">{words}</span>;
  if (label.kind === 'advisory')
    return (
      <mark className="noted" id={`luu-y-${label.advisory + 1}-${label.place + 1}`} tabIndex={-1}>
        {words}
      </mark>
    );
  if (label.kind === 'evidence')
    return (
      <mark className="ev" data-theme-no={((label.marks[0]?.theme ?? 0) % 3) + 1}>
        {opens && label.marks.map((mark) => <EvidenceTag key={mark.theme} mark={mark} initials={initials} />)}
        {words}
      </mark>
    );
  const { match, matchNumber, passage } = label.numbered;
  const name = `${matchNumber}.${passage.number}`;
  const hint = say('essay.toPassage', { n: name, share: formatShare(passage.identical) });
  return (
    <mark className="passage is-plain" data-band={label.band}>
      {opens && end - start >= SHORTEST_NUMBERED && (
        <Link className="passage__no" to={`${paths.pair(owner, match.id)}#doan-${passage.number}`} title={hint}>
          {name}
          <span className="vh"> {hint}</span>
        </Link>
      )}
      {words}
    </mark>
  );
}

/** Names the theme that a sentence speaks for, and leads to it. */
function EvidenceTag({ mark: { theme, place }, initials }: { mark: EvidenceMark; initials: readonly string[] }): ReactNode {
  const say = useWords();
  const name = `${initials[theme] ?? ''}${place + 1}`;
  return (
    <Link className="evtag" id={`mc-${theme + 1}-${place + 1}`} data-theme-no={(theme % 3) + 1} to={{ hash: `cd-${theme + 1}` }}>
      {name}
      <span className="vh"> {say('essay.toTheme')}</span>
    </Link>
  );
}
