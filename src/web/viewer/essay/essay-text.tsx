import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { formatCount, formatShare } from '../../../api/format.js';
import type { DocumentView, EssayView, OverviewView, RowView } from '../../../api/view.js';
import { useLanguage } from '../../look/language.js';
import { Segments } from '../../look/segments.js';
import { Empty } from '../../look/states.js';
import { Asked } from '../asking.js';
import { advisoryLayers, cutEssay, type EssayPiece, passageLayers, type QuotesView, quoteLayers, themeLayers } from '../essay-layers.js';
import { themeInitials } from '../figures.js';
import { matchesOf, numberPassages, type Span } from '../passages.js';
import { type HiddenLayers, hiddenLayers } from '../seen-text.js';
import { useDocument } from '../source.js';
import { useScrollToTarget, useTarget } from '../use-target.js';
import { useWords } from '../words.js';
import { partEssay, type ShownParagraph } from './essay-parts.js';
import { isQuoted, MarkedPiece } from './marked-piece.js';

interface EssayTextProps {
  readonly row: RowView;
  readonly essay: EssayView;
  readonly themes: OverviewView['campaign']['themes'];
}

/** UTF-16 units of one essay that are drawn; far above any essay, so that no single file can make the page unusable. */
const LONGEST_TEXT = 100_000;

const VIEWS = ['passages', 'evidence', 'noted'] as const;
type View = (typeof VIEWS)[number];
/** How the places of each view are named in addresses. */
const TARGETS: Readonly<Record<string, View>> = { doan: 'passages', mc: 'evidence', kt: 'evidence', 'luu-y': 'noted' };

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
  const language = useLanguage();
  const { submission } = essay;
  const [view, setView] = useView(submission);
  useScrollToTarget(true);
  const counts = countsOf(submission);
  const hasDiscounts = submission.themes.some(({ discounted }) => discounted.length > 0);
  const text = document.text.slice(0, LONGEST_TEXT);
  const pieces = useMemo(() => piecesOf(text.length, essay, document, view), [text, essay, document, view]);
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
          choices={VIEWS.filter((one) => counts[one] > 0 || one === view || (one === 'evidence' && hasDiscounts)).map((one) => ({
            value: one,
            word: say(`essay.${one}`, { n: formatCount(counts[one]) }),
          }))}
          value={view}
          onChange={setView}
        />
      </div>
      <div className="panel__body">
        <div className="essay essay--page" lang="vi">
          <Paragraphs paragraphs={body} {...drawn} />
          {beside.length > 0 && (
            <section className="beside" aria-labelledby="ngoai-bai">
              <h3 id="ngoai-bai" lang={language}>
                {say('essay.beside')}
              </h3>
              <p className="beside__note" lang={language}>
                {say('essay.besideText')}
              </p>
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

function piecesOf(length: number, essay: EssayView, quoted: QuotesView, view: View): EssayPiece[] {
  const quotes = quoteLayers(quoted);
  const { submission } = essay;
  if (view === 'evidence') return cutEssay(length, [...themeLayers(submission.themes, quoted), ...quotes]);
  if (view === 'noted') return cutEssay(length, [...advisoryLayers(submission.advisories), ...quotes]);
  return cutEssay(length, [...passageLayers(numberPassages(matchesOf(essay))), ...quotes]);
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
  const language = useLanguage();
  return paragraphs.map((paragraph) => (
    <Fragment key={paragraph.start}>
      {paragraph.pages.map(({ page, confidence }) => (
        <p className="pagenote" lang={language} key={page}>
          {say('essay.recognised', { page, share: formatShare(confidence) })}
        </p>
      ))}
      <Paragraph paragraph={paragraph} {...drawn} />
    </Fragment>
  ));
}

function Paragraph({ text, paragraph, pieces, hidden, owner, initials }: Drawn & { readonly paragraph: Span }): ReactNode {
  const inside = pieces.filter(({ start, end }) => start < paragraph.end && end > paragraph.start);
  const isQuote = inside.every(({ label }) => isQuoted(label));
  return (
    <p className={isQuote ? 'quoted quoted--block' : undefined}>
      {inside.map((piece) => {
        const span = { start: Math.max(piece.start, paragraph.start), end: Math.min(piece.end, paragraph.end) };
        const shown = { ...piece, ...span, opens: piece.opens && piece.start >= paragraph.start };
        return <MarkedPiece key={piece.start} piece={shown} seen={{ text, hidden }} owner={owner} initials={initials} isQuote={isQuote} />;
      })}
    </p>
  );
}
