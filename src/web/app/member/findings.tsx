import { type ReactNode, useMemo, useState } from 'react';
import { formatLimit, formatShare } from '../../../api/format.js';
import type { OwnFindingsView, OwnTextView } from '../../../api/member.js';
import { OutsideText } from '../../look/outside-text.js';
import { partEssay } from '../../viewer/essay/essay-parts.js';
import { cutByLayers, type Labelled } from '../../viewer/layers.js';
import { type Band, bandOf, type Span } from '../../viewer/passages.js';
import { hiddenLayers, SeenText } from '../../viewer/seen-text.js';
import { useWords } from '../../words/words.js';

/** Paragraphs that stand there before one asks for the whole essay. */
const SHOWN = 8;

/** Points of an essay with a few words in front of each. */
export function Points({ title, items, id }: { title: string; items: OwnFindingsView['missing']; id: string }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id}>{title}</h2>
      </div>
      <ul className="panel__body points">
        {items.map(({ head, text }) => (
          <li key={head + text}>
            <b>
              <OutsideText text={head} />
            </b>
            {text !== '' && (
              <p className="muted small">
                <OutsideText text={text} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The own text with what stands elsewhere too, and what it quotes. */
export function Findings({ findings, isOpen }: { findings: OwnFindingsView; isOpen: boolean }): ReactNode {
  const say = useWords();
  const { best, limit, text } = findings;
  return (
    <section className="panel" aria-labelledby="bai-cua-toi">
      <div className="panel__head">
        <h2 id="bai-cua-toi">{say('member.text')}</h2>
        {best !== null && (
          <span className="small muted">{best === 0 ? say('member.shareNone') : say('member.share', { share: formatShare(best) })}</span>
        )}
      </div>
      <div className="panel__body stack">
        {best !== null && limit !== null && isOpen && (
          <p className="small">{say('member.shareLimit', { share: formatShare(best), limit: formatLimit(limit) })}</p>
        )}
        {text === null ? <p>{say('member.noText')}</p> : <OwnText text={text} />}
        <p className="small muted">{say('member.only')}</p>
      </div>
    </section>
  );
}

type Mark = { readonly number: number; readonly band: Band } | 'quoted';

function OwnText({ text: own }: { text: OwnTextView }): ReactNode {
  const say = useWords();
  const [isWhole, setWhole] = useState(false);
  const { body, beside } = useMemo(() => partEssay(own.text, own), [own]);
  const layers = useMemo(() => layersOf(own), [own]);
  const all = [...body, ...beside];
  // What stands elsewhere too is what the writer looks for; quotations and the form may stand anywhere.
  const marked = all.filter((paragraph) => own.shared.some((one) => overlap(one, paragraph)));
  const shown = isWhole ? all : (marked.length > 0 ? marked : all).slice(0, SHOWN);
  const drawn = shown.map((paragraph) => ({ paragraph, pieces: cutByLayers(paragraph, layers) }));
  const areQuotes = drawn.map(({ pieces }) => pieces.every(({ label }) => label === 'quoted'));
  return (
    <>
      <Legend shared={own.shared} hasQuotes={drawn.some(({ pieces }) => pieces.some(({ label }) => label === 'quoted'))} />
      <div className="essay">
        {drawn.map(({ paragraph, pieces }, place) => (
          <Paragraph
            key={paragraph.start}
            pieces={pieces}
            own={own}
            quote={areQuotes[place] !== true ? 'none' : areQuotes[place - 1] === true ? 'goes-on' : 'begins'}
          />
        ))}
      </div>
      {(isWhole || shown.length < all.length) && (
        <button type="button" className="btn" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {say(isWhole ? 'member.less' : 'member.whole')}
        </button>
      )}
    </>
  );
}

function layersOf({ shared, quoted }: OwnTextView): Labelled<Mark>[] {
  const passages = shared.map(({ start, end, identical }, place) => {
    return { start, end, label: { number: place + 1, band: bandOf(identical) } as const };
  });
  return [...passages, ...quoted.map(({ start, end }) => ({ start, end, label: 'quoted' as const }))];
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;

function Legend({ shared, hasQuotes }: { shared: OwnTextView['shared']; hasQuotes: boolean }): ReactNode {
  const say = useWords();
  const found = new Set(shared.map(({ identical }) => bandOf(identical)));
  const bands = [...found].sort((one, other) => other - one).map(String) as ('0' | '1' | '2' | '3')[];
  const all = [...bands, ...(hasQuotes ? (['q'] as const) : [])];
  if (all.length === 0) return null;
  return (
    <ul className="legend bandkey" aria-label={say('member.legend')}>
      {all.map((band) => (
        <li key={band}>
          <i data-band={band} aria-hidden="true" />
          {say(`member.band.${band}`)}
        </li>
      ))}
    </ul>
  );
}

interface ParagraphProps {
  readonly pieces: readonly Labelled<Mark | null>[];
  readonly own: OwnTextView;
  /** What quotes is named once, where it begins. */
  readonly quote: 'none' | 'begins' | 'goes-on';
}

function Paragraph({ pieces, own, quote }: ParagraphProps): ReactNode {
  const say = useWords();
  const hidden = useMemo(() => hiddenLayers(own), [own]);
  const isQuote = quote !== 'none';
  return (
    <p className={isQuote ? 'quoted quoted--block' : undefined}>
      {quote === 'begins' && <small className="quoted__name">{say('member.quote')}</small>}
      {pieces.map(({ start, end, label }) => {
        const words = (
          <span lang="vi" key={start}>
            <SeenText text={own.text} span={{ start, end }} hidden={hidden} />
          </span>
        );
        if (label === null || isQuote) return words;
        if (label === 'quoted')
          return (
            <span className="quoted" key={start}>
              {words}
            </span>
          );
        return (
          <mark className="passage is-plain" data-band={label.band} key={start}>
            {opens(own, label, start) && (
              <span className="passage__no">
                {label.number}
                <span className="vh"> {say(`member.band.${label.band}`)}</span>
              </span>
            )}
            {words}
          </mark>
        );
      })}
    </p>
  );
}

const opens = ({ shared }: OwnTextView, { number }: Exclude<Mark, 'quoted'>, start: number): boolean => shared[number - 1]?.start === start;
