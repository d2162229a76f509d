import type { ReactNode } from 'react';
import type { CampaignFiguresView } from '../../../api/figures.js';
import { formatDay, formatPercent } from '../../../api/format.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { useWords } from '../../words/words.js';
import { SHARES } from './share.js';

const [WIDTH, HEIGHT] = [680, 270];
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 520, 16, 226];
/** Days below each other keep this distance, px. */
const APART = 15;

/** Lines differ by dashes and by the form of their points, and each bears its name: no colour is needed to tell them apart. */
const SERIES = {
  attended: { dash: '', share: ({ all }: CampaignFiguresView) => SHARES.attended(all) },
  submitted: { dash: '9 5', share: ({ all }: CampaignFiguresView) => SHARES.submitted(all) },
  copied: { dash: '2 4', share: ({ copied, all }: CampaignFiguresView) => [copied, all.submitted] as const },
} as const;
type Name = keyof typeof SERIES;
const NAMES = Object.keys(SERIES) as Name[];

/** The two head figures and the share of copied essays, campaign after campaign. The table beside it holds the same. */
export function TrendChart({ campaigns }: { campaigns: readonly CampaignFiguresView[] }): ReactNode {
  const say = useWords();
  const x = (place: number): number => LEFT + ((place + 0.5) * (RIGHT - LEFT)) / campaigns.length;
  const y = (share: number): number => BOTTOM - share * (BOTTOM - TOP);
  const lines = NAMES.map((name) => ({ name, points: pointsOf(campaigns, name, { x, y }) })).filter(({ points }) => points.length > 0);
  const labels = spread(lines.map(({ points }) => points.at(-1)!.y));
  const step = Math.ceil(campaigns.length / 8);
  return (
    <figure className="panel">
      <figcaption className="panel__head">
        <h2>{say('figures.trend')}</h2>
      </figcaption>
      <ScrollBox className="table-wrap table-wrap--chart panel__body panel__body--tight" label={say('figures.trendChart')}>
        <svg className="chart trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <path className="grid" d={`M${LEFT} ${y(share)}H${RIGHT}`} />
              <text className="axis" x={LEFT - 6} y={y(share) + 4} textAnchor="end">{`${share * 100}%`}</text>
            </g>
          ))}
          {campaigns.map(({ campaign, day }, place) =>
            place % step === 0 ? (
              <text className="axis" key={campaign} x={x(place)} y={BOTTOM + 20} textAnchor="middle">
                {formatDay(day).slice(3)}
              </text>
            ) : null,
          )}
          {lines.map(({ name, points }, place) => (
            <g key={name} data-series={name}>
              <path
                className="trend__line"
                d={`M${points.map((point) => `${point.x} ${point.y}`).join('L')}`}
                strokeDasharray={SERIES[name].dash}
              />
              {points.map((point) => (
                <path className="trend__point" key={point.x} d={formOf(name, point)} />
              ))}
              <text className="strong" x={RIGHT + 8} y={labels[place]! + 4}>
                {`${say(`figures.series.${name}`)} ${points.at(-1)!.label}`}
              </text>
            </g>
          ))}
        </svg>
      </ScrollBox>
    </figure>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** Of campaigns in which there is anything to be a share of. */
function pointsOf(
  campaigns: readonly CampaignFiguresView[],
  name: Name,
  { x, y }: { readonly x: (place: number) => number; readonly y: (share: number) => number },
): Point[] {
  return campaigns.flatMap((campaign, place) => {
    const [part, whole] = SERIES[name].share(campaign);
    return whole === 0 ? [] : [{ x: x(place), y: y(part / whole), label: formatPercent(part, whole) }];
  });
}

/** A square, a diamond, a triangle. */
function formOf(name: Name, { x, y }: Point): string {
  if (name === 'attended') return `M${x - 4} ${y - 4}h8v8h-8Z`;
  return name === 'submitted' ? `M${x} ${y - 6}l6 6l-6 6l-6 -6Z` : `M${x} ${y - 6}l6 10h-12Z`;
}

/** Heights at which labels stand beside their lines without covering each other. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((height, place) => ({ height, place })).sort((one, other) => one.height - other.height);
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const { height, place } of order) {
    last = Math.max(height, last + APART);
    placed[place] = last;
  }
  return placed;
}
