import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatShare } from '../../../api/format.js';
import { useLanguage } from '../../look/language.js';
import type { Discount, DiscountMark, EssayLabel, EssayPiece, EvidenceLabel, EvidenceMark } from '../essay-layers.js';
import { cutByLayers } from '../layers.js';
import type { NumberedPassage } from '../passages.js';
import { usePaths } from '../paths.js';
import { QuoteLabel } from '../quote-label.js';
import { type HiddenLayers, SeenText } from '../seen-text.js';
import { useWords } from '../words.js';

/** UTF-16 units of a marked stretch below which it carries no number: what a stronger passage leaves over at its edges. */
const SHORTEST_NUMBERED = 20;

interface MarkedPieceProps {
  readonly piece: EssayPiece;
  readonly seen: { readonly text: string; readonly hidden: HiddenLayers };
  readonly owner: string;
  readonly initials: readonly string[];
  /** Whether the whole paragraph is a quote, which then looks like one as a whole. */
  readonly isQuote: boolean;
}

/** Whether a stretch is quoted, whatever else is to be said of it. */
export function isQuoted(label: EssayLabel | null): boolean {
  return label?.kind === 'quoted' || (label?.kind === 'discounted' && label.marks[0]?.because === 'quoted');
}

/** A stretch of the essay's text, marked as its label says. */
export function MarkedPiece({ piece, seen, owner, initials, isQuote }: MarkedPieceProps): ReactNode {
  const say = useWords();
  const { label, opens } = piece;
  const words = <SeenText {...seen} span={piece} />;
  if (label === null) return words;
  if (label.kind === 'quoted')
    return (
      <span className={isQuote ? undefined : 'quoted'}>
        {opens && <QuoteLabel source={label.source} />}
        {words}
      </span>
    );
  if (label.kind === 'advisory')
    return (
      <mark className="noted" id={`luu-y-${label.advisory + 1}-${label.place + 1}`} tabIndex={-1}>
        {words}
      </mark>
    );
  if (label.kind === 'evidence') return <EvidencePiece piece={piece} label={label} seen={seen} initials={initials} />;
  if (label.kind === 'discounted') {
    const [first] = label.marks;
    return (
      <span className={isQuoted(label) && !isQuote ? 'off quoted' : 'off'} title={first && say(`discount.${first.because}`)}>
        {opens && <DiscountTags marks={label.marks} initials={initials} />}
        {opens && <QuoteLabel source={label.source} />}
        {words}
      </span>
    );
  }
  return (
    <mark className="passage is-plain" data-band={label.band}>
      {opens && piece.end - piece.start >= SHORTEST_NUMBERED && <PassageNumber numbered={label.numbered} owner={owner} />}
      {words}
    </mark>
  );
}

function PassageNumber({ numbered: { match, matchNumber, passage }, owner }: { numbered: NumberedPassage; owner: string }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const paths = usePaths();
  const name = `${matchNumber}.${passage.number}`;
  const hint = say('essay.toPassage', { n: name, share: formatShare(passage.identical) });
  return (
    <Link className="passage__no" to={`${paths.pair(owner, match.id)}#doan-${passage.number}`} title={hint}>
      {name}
      <span className="vh" lang={language}>
        {' '}
        {hint}
      </span>
    </Link>
  );
}

type EvidencePieceProps = Pick<MarkedPieceProps, 'piece' | 'seen' | 'initials'> & { readonly label: EvidenceLabel };

/** A sentence that speaks for themes, with the words in it that did. */
function EvidencePiece({ piece, label, seen, initials }: EvidencePieceProps): ReactNode {
  return (
    <mark className="ev" data-theme-no={numberOf(label.marks[0]?.theme)}>
      {piece.opens && label.marks.map((mark) => <EvidenceTag key={mark.theme} mark={mark} initials={initials} />)}
      {piece.opens && label.off.length > 0 && <DiscountTags marks={label.off} initials={initials} />}
      {cutByLayers(piece, label.words).map(({ start, end, label: theme }) => {
        const words = <SeenText {...seen} span={{ start, end }} key={start} />;
        return theme === null ? (
          words
        ) : (
          <b className="spoke" data-theme-no={numberOf(theme)} key={start}>
            {words}
          </b>
        );
      })}
    </mark>
  );
}

/** Names the theme that a sentence speaks for, and leads to it. */
function EvidenceTag({ mark: { theme, place }, initials }: { mark: EvidenceMark; initials: readonly string[] }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return (
    <Link className="evtag" id={`mc-${theme + 1}-${place + 1}`} data-theme-no={numberOf(theme)} to={{ hash: `cd-${theme + 1}` }}>
      {`${initials[theme] ?? ''}${place + 1}`}
      <span className="vh" lang={language}>
        {' '}
        {say('essay.toTheme')}
      </span>
    </Link>
  );
}

/** Says why a stretch earned nothing, and leads to the themes that it would have spoken for. */
function DiscountTags({ marks, initials }: { marks: readonly DiscountMark[]; initials: readonly string[] }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const reasons = new Map<Discount, DiscountMark[]>();
  for (const mark of marks) reasons.set(mark.because, [...(reasons.get(mark.because) ?? []), mark]);
  return [...reasons].map(([because, those]) => (
    <span className="offtag" lang={language} key={because}>
      {those.map(({ theme, place }, at) => {
        const id = `kt-${theme + 1}-${place + 1}`;
        // A theme that has several stretches here is named once; the others are only places to lead to.
        if (those.findIndex((mark) => mark.theme === theme) < at) return <span key={id} id={id} tabIndex={-1} />;
        return (
          <Link key={id} id={id} to={{ hash: `cd-${theme + 1}` }}>
            {initials[theme]}
            <span className="vh" lang={language}>
              {' '}
              {say('essay.toTheme')}
            </span>
          </Link>
        );
      })}
      {say(`discount.${because}`)}
    </span>
  ));
}

/** Which of the three colours a theme wears. */
function numberOf(theme = 0): number {
  return (theme % 3) + 1;
}
