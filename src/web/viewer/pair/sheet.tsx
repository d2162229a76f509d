import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatShare } from '../../../api/format.js';
import type { DocumentView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { usePaths } from '../paths.js';
import { QuoteLabel } from '../quote-label.js';
import { baseName, titleOf } from '../rows.js';
import { SeenText } from '../seen-text.js';
import { type Say, useWords } from '../words.js';
import { InnerText } from './inner-text.js';
import type { SheetLayout, SheetPiece } from './sheet-layout.js';
import type { Sheets } from './use-sheets.js';

interface SheetProps {
  readonly side: 'left' | 'right';
  readonly layout: SheetLayout;
  readonly document: DocumentView;
  readonly row: RowView | undefined;
  /** Share of this text's own words that stand in the other. */
  readonly share: number | null;
  readonly sheets: Sheets;
  readonly current: number;
}

/** What the service writes for stretches of another unit's essay that are not shown. */
const ELISION = '[…]';

/** One of the two texts, in a box of its own that scrolls. */
export function Sheet({ side, layout, document, row, share, sheets, current }: SheetProps): ReactNode {
  const say = useWords();
  return (
    <section className="sheet" aria-labelledby={`ten-${side}`}>
      <div className="sheet__head">
        <h2 id={`ten-${side}`}>
          {say(`pair.${side}`)} <SheetName document={document} row={row} />
        </h2>
        <p className="sub">
          {share !== null && (
            <>
              <b>{say('pair.share', { share: formatShare(share) })}</b> ·{' '}
            </>
          )}
          {sheetFacts(document, row, say)}
        </p>
      </div>
      <ScrollBox className="sheet__text" label={say(`pair.${side}Text`)} box={sheets.refs[side]} onScroll={sheets.onScroll[side]}>
        <div className="essay" lang="vi">
          {layout.paragraphs.map(({ start, pieces }) => (
            <Paragraph key={start} pieces={pieces} layout={layout} current={current} isForeign={document.kind === 'foreign'} />
          ))}
        </div>
      </ScrollBox>
    </section>
  );
}

function SheetName({ document, row }: Pick<SheetProps, 'document' | 'row'>): ReactNode {
  const paths = usePaths();
  if (row === undefined) return <OutsideText text={baseName(document.file)} />;
  return (
    <Link to={paths.essay(row.id)}>
      <OutsideText text={titleOf(row)} />
    </Link>
  );
}

/** An essay of an earlier batch says so, with its campaign and unit: its name alone tells a reviewer little. */
function sheetFacts(document: DocumentView, row: RowView | undefined, say: Say): ReactNode {
  const unit = row?.unit ?? document.unit;
  const named = unit === '' ? null : <OutsideText text={unit} />;
  if (row !== undefined) {
    const known = row.person === '' ? '' : [row.member, row.post].filter((part) => part !== '').join(' · ');
    const batch = row.batch === null ? '' : `${say('batch', { n: row.batch })} · `;
    return (
      <>
        {known !== '' && <OutsideText text={known} />} {known !== '' && '· '}
        {named} {named && '· '}
        {batch}
        {say('receipt', { n: formatCount(row.number) })}
      </>
    );
  }
  if (document.kind === 'sample') return say('pair.sample');
  if (document.kind === 'foreign') return say('pair.foreign');
  return (
    <>
      {say('pair.earlier')} · {document.campaign === null ? say('pair.noCampaign') : <OutsideText text={document.campaign} />}
      {named && ' · '}
      {named}
    </>
  );
}

interface ParagraphProps {
  readonly pieces: readonly SheetPiece[];
  readonly layout: SheetLayout;
  readonly current: number;
  /** Of another unit's essay: some paragraphs stand for what is not shown. */
  readonly isForeign: boolean;
}

function Paragraph({ pieces, layout, current, isForeign }: ParagraphProps): ReactNode {
  const say = useWords();
  const [only] = pieces;
  if (isForeign && only?.kind === 'plain' && layout.text.slice(only.start, only.end).trim() === ELISION)
    return <p className="elided">{say('pair.elided')}</p>;
  const isQuote = pieces.every(({ kind }) => kind === 'quoted');
  return (
    <p className={isQuote ? 'quoted quoted--block' : undefined}>
      {pieces.map((piece) => (
        <Piece key={piece.start} piece={piece} layout={layout} isCurrent={piece.number === current} />
      ))}
    </p>
  );
}

function Piece({ piece, layout, isCurrent }: { piece: SheetPiece; layout: SheetLayout; isCurrent: boolean }): ReactNode {
  const say = useWords();
  if (piece.kind !== 'passage')
    return (
      <span className={piece.kind === 'quoted' ? 'quoted' : undefined}>
        <QuoteLabel source={piece.source} />
        <SeenText text={layout.text} span={piece} hidden={layout.hidden} />
      </span>
    );
  return (
    <mark className={isCurrent ? 'passage is-current' : 'passage'} data-band={piece.band} data-passage={piece.number}>
      {piece.opens && (
        <Link className="passage__no" to={{ hash: `doan-${piece.number}` }} replace>
          {piece.number}
          <span className="vh">, {say('pair.passage', { n: piece.number })}</span>
        </Link>
      )}
      <InnerText layout={layout} pieces={piece.inner} />
    </mark>
  );
}
