import type { ShownDocument } from '../../../model/batch.js';
import { mergeSpans, type Span } from '../../../model/span.js';

/** A paragraph that stands for whatever is not shown: before, between and after the pieces. */
const ELISION = '[…]';

/** What is left out between two paragraphs. */
const BETWEEN = `\n\n${ELISION}\n\n`;
const BEFORE = `${ELISION}\n\n`;
const AFTER = `\n\n${ELISION}`;

/** What is shown of a text of which only some stretches may be seen. */
export interface Excerpt {
  /** Where a stretch of the whole text that lies within a piece stands in the excerpt. RangeError when it lies in none. */
  readonly place: (span: Span) => Span;
  /** The text and its places as they are shown. */
  readonly cut: (document: Pick<ShownDocument, ShownText>) => Pick<ShownDocument, ShownText>;
}

type ShownText = 'text' | 'quotedSpans' | 'hidden' | 'asides' | 'recognised';

interface Piece extends Span {
  /** Where it begins in the excerpt. */
  readonly at: number;
}

/** The excerpt that these stretches of a text make, in the order of the text; stretches that touch are one piece. */
export function excerptOf(spans: readonly Span[]): Excerpt {
  const pieces = layOut(mergeSpans(spans));
  return {
    place: (span) => {
      const piece = pieces.find(({ start, end }) => start <= span.start && span.end <= end);
      if (piece === undefined) throw new RangeError(`${span.start}-${span.end} is not in the excerpt`);
      return moved(span, piece);
    },
    cut: ({ text, quotedSpans, hidden, asides, recognised }) => ({
      text: `${BEFORE}${pieces.map(({ start, end }) => text.slice(start, end)).join(BETWEEN)}${AFTER}`,
      quotedSpans: clipped(quotedSpans, pieces),
      hidden: clipped(hidden, pieces),
      asides: clipped(asides, pieces),
      recognised: clipped(recognised, pieces),
    }),
  };
}

function layOut(spans: readonly Span[]): Piece[] {
  let at = BEFORE.length;
  return spans.map(({ start, end }) => {
    const piece = { start, end, at };
    at += end - start + BETWEEN.length;
    return piece;
  });
}

function moved({ start, end }: Span, piece: Piece): Span {
  return { start: start - piece.start + piece.at, end: end - piece.start + piece.at };
}

/** What of some stretches lies within the pieces; one that crosses a border is cut there. */
function clipped<S extends Span>(spans: readonly S[], pieces: readonly Piece[]): S[] {
  return pieces.flatMap((piece) =>
    spans
      .filter(({ start, end }) => start < piece.end && end > piece.start)
      .map((span) => ({ ...span, ...moved({ start: Math.max(span.start, piece.start), end: Math.min(span.end, piece.end) }, piece) })),
  );
}
