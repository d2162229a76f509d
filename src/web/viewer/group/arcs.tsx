import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { formatShare } from '../../../api/format.js';
import type { GroupView } from '../../../api/view.js';
import { bandOf } from '../passages.js';
import { useWords } from '../words.js';

/** Share from which two members are joined by an arc. */
const NEAR = 0.4;
/** px: where the letters stand, and how far the widest arc may reach to the left. */
const X = 100;
const REACH = 86;

/** Who is near to whom: an arc for every pair, the closer the heavier, beside the rows of the table. */
export function Arcs({
  group,
  names,
  body,
}: {
  group: GroupView;
  names: readonly string[];
  body: RefObject<HTMLElement | null>;
}): ReactNode {
  const say = useWords();
  const { centres, height } = useRowCentres(body, names.length);
  const arcs = group.pairs
    .map(({ first, second, shareOfFirst, shareOfSecond }) => ({ first, second, share: Math.max(shareOfFirst ?? 0, shareOfSecond ?? 0) }))
    .filter(({ share }) => share >= NEAR)
    .sort((one, two) => one.share - two.share);
  if (centres.length === 0) return null;
  return (
    <svg viewBox={`0 0 112 ${height}`} preserveAspectRatio="none" role="img" aria-label={say('group.arcsLabel')}>
      {arcs.map(({ first, second, share }) => {
        const [from, to] = [centres[first] ?? 0, centres[second] ?? 0];
        const reach = X - 12 - ((REACH - 12) * Math.abs(second - first)) / Math.max(1, names.length - 1);
        const shares = { one: names[first] ?? '', two: names[second] ?? '', share: formatShare(share) };
        return (
          <path
            className={`arc arc--${bandOf(share)}`}
            d={`M${X} ${from}C${reach} ${from} ${reach} ${to} ${X} ${to}`}
            strokeWidth={1 + 2 * share}
            key={`${first} ${second}`}
          >
            <title>{say('group.arc', shares)}</title>
          </path>
        );
      })}
      {names.map((name, index) => (
        <g key={name}>
          <circle className="dot" cx={X} cy={centres[index]} r="11" />
          <text x={X} y={(centres[index] ?? 0) + 4}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Where the rows have their middle, px from the top of the body. */
function useRowCentres(body: RefObject<HTMLElement | null>, count: number): { centres: readonly number[]; height: number } {
  const [places, setPlaces] = useState<{ centres: readonly number[]; height: number }>({ centres: [], height: 0 });
  // The table's own element is only known once it is all there, so not while this lays itself out.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` stands for the rows, which are drawn by the table.
  useEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const top = element.getBoundingClientRect().top;
      const rows = [...element.children].map((row) => row.getBoundingClientRect());
      setPlaces({ centres: rows.map((row) => Math.round(row.top - top + row.height / 2)), height: Math.round(element.offsetHeight) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [body, count]);
  return places;
}
