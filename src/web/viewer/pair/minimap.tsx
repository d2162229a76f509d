import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { formatShare } from '../../../api/format.js';
import { bandFor, type PairPassage } from '../passages.js';
import { useWords } from '../words.js';
import type { Sheets } from './use-sheets.js';

/** The map is drawn on a sheet of 88 by 1000, stretched to its place. */
const TOP = 8;
const HEIGHT = 984;
const LEFT = 8;
const RIGHT = 60;
const WIDTH = 20;

/** From and height on the map. */
interface Place {
  readonly y: number;
  readonly height: number;
}

interface SidePlaces {
  readonly passages: ReadonlyMap<number, Place>;
  readonly quotes: readonly Place[];
}

/** Both texts as strips, ribbons between the passages they share, and frames around what is on the screen. */
export function Minimap({ passages, sheets, current }: { passages: readonly PairPassage[]; sheets: Sheets; current: number }): ReactNode {
  const say = useWords();
  const { left, right } = usePlaces(sheets, passages.length);
  return (
    <nav className="minimap noprint" aria-label={say('pair.map')}>
      <svg viewBox="0 0 88 1000" preserveAspectRatio="none">
        <title>{say('pair.map')}</title>
        <Strip x={LEFT} places={left} />
        <Strip x={RIGHT} places={right} />
        {passages.map((passage) => (
          <Ribbon
            key={passage.number}
            passage={passage}
            from={left.passages.get(passage.number)}
            to={right.passages.get(passage.number)}
            isCurrent={passage.number === current}
          />
        ))}
        <Frame x={LEFT} box={sheets.refs.left} />
        <Frame x={RIGHT} box={sheets.refs.right} />
      </svg>
    </nav>
  );
}

function Strip({ x, places }: { x: number; places: SidePlaces }): ReactNode {
  return (
    <>
      <rect className="mm-page" x={x} y={TOP} width={WIDTH} height={HEIGHT} />
      {places.quotes.map(({ y, height }) => (
        <rect className="mm-q" key={y} x={x} y={y} width={WIDTH} height={height} />
      ))}
    </>
  );
}

interface RibbonProps {
  readonly passage: PairPassage;
  readonly from: Place | undefined;
  readonly to: Place | undefined;
  readonly isCurrent: boolean;
}

function Ribbon({ passage, from, to, isCurrent }: RibbonProps): ReactNode {
  const say = useWords();
  if (from === undefined || to === undefined) return null;
  const [a, b] = [from.y, to.y];
  const [c, d] = [a + from.height, b + to.height];
  return (
    <Link
      to={{ hash: `doan-${passage.number}` }}
      replace
      className={isCurrent ? 'is-current' : undefined}
      data-band={bandFor(passage)}
      aria-label={say('pair.mapLink', { n: passage.number, share: formatShare(passage.identical) })}
    >
      <path className="mm-link" d={`M28 ${a}C44 ${a} 44 ${b} 60 ${b}V${d}C44 ${d} 44 ${c} 28 ${c}Z`} />
      <rect x={LEFT} y={a} width={WIDTH} height={from.height} />
      <rect x={RIGHT} y={b} width={WIDTH} height={to.height} />
    </Link>
  );
}

/** Follows the scrolling of its box without drawing the page anew. */
function Frame({ x, box }: { x: number; box: RefObject<HTMLElement | null> }): ReactNode {
  const frame = useRef<SVGRectElement>(null);
  useEffect(() => {
    const sheet = box.current;
    if (sheet === null) return undefined;
    const draw = (): void => {
      const full = textHeight(sheet);
      const from = Math.min(1, sheet.scrollTop / full);
      frame.current?.setAttribute('y', String(TOP + from * HEIGHT));
      frame.current?.setAttribute('height', String(Math.max(0, Math.min(sheet.clientHeight / full, 1 - from)) * HEIGHT));
    };
    draw();
    sheet.addEventListener('scroll', draw, { passive: true });
    const observer = new ResizeObserver(draw);
    observer.observe(sheet);
    return () => {
      sheet.removeEventListener('scroll', draw);
      observer.disconnect();
    };
  }, [box]);
  return <rect ref={frame} className="mm-view" x={x - 4} width={WIDTH + 8} vectorEffect="non-scaling-stroke" />;
}

const NOWHERE: SidePlaces = { passages: new Map(), quotes: [] };

/** Where everything really stands, measured anew whenever a text changes its shape. */
function usePlaces({ refs }: Sheets, count: number): { left: SidePlaces; right: SidePlaces } {
  const [places, setPlaces] = useState({ left: NOWHERE, right: NOWHERE });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` stands for the passages, which are drawn by the sheets.
  useEffect(() => {
    const measure = (): void => setPlaces({ left: placesIn(refs.left.current), right: placesIn(refs.right.current) });
    measure();
    const observer = new ResizeObserver(measure);
    for (const sheet of [refs.left.current, refs.right.current]) if (sheet !== null) observer.observe(sheet);
    return () => observer.disconnect();
  }, [refs, count]);
  return places;
}

function placesIn(sheet: HTMLElement | null): SidePlaces {
  if (sheet === null) return NOWHERE;
  const full = textHeight(sheet);
  const top = sheet.getBoundingClientRect().top - sheet.scrollTop;
  const placeOf = (element: Element): Place => {
    const box = element.getBoundingClientRect();
    return { y: TOP + ((box.top - top) / full) * HEIGHT, height: Math.max(2, (box.height / full) * HEIGHT) };
  };
  const passages = new Map<number, Place>();
  for (const mark of sheet.querySelectorAll<HTMLElement>('[data-passage]')) {
    const number = Number(mark.dataset.passage);
    const place = placeOf(mark);
    const known = passages.get(number);
    const end = Math.max(place.y + place.height, known === undefined ? 0 : known.y + known.height);
    const y = Math.min(place.y, known?.y ?? place.y);
    passages.set(number, { y, height: end - y });
  }
  return { passages, quotes: [...sheet.querySelectorAll('.quoted')].map(placeOf) };
}

/** Height of the text itself: below it there is room, so that the last passage can be brought level as well. */
function textHeight(sheet: HTMLElement): number {
  return Math.max(1, (sheet.firstElementChild?.clientHeight ?? 0) + 48);
}
