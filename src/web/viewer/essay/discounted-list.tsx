import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../api/format.js';
import type { EssayView } from '../../../api/view.js';
import { PlainText } from '../../look/outside-text.js';
import { oneLine } from '../figures.js';
import { matchesOf, numberPassages, overlaps } from '../passages.js';
import { usePaths } from '../paths.js';
import { useWords } from '../words.js';

/** Stretches that are open; more of them are folded away. */
const FIRST = 2;
/** Stretches of one theme that are listed; in the text all are marked. */
const MOST_LISTED = 20;
/** The longest stretch beside the text, UTF-16 units. */
const LONGEST = 120;
/** A quote brings its own, which would stand beside ours. */
const QUOTATION_MARKS = /^[\s“"«]+|[\s”"»]+$/g;

type Discounted = EssayView['submission']['themes'][number]['discounted'];

interface DiscountedListProps {
  readonly discounted: Discounted;
  readonly place: number;
  readonly essay: EssayView;
}

/** What names the theme and earned nothing, each with the reason and its place; folded when there is more of it. */
export function DiscountedList(props: DiscountedListProps): ReactNode {
  const say = useWords();
  const { discounted } = props;
  if (discounted.length <= FIRST) return <Stretches {...props} />;
  const counts = new Map<Discounted[number]['because'], number>();
  for (const { because } of discounted) counts.set(because, (counts.get(because) ?? 0) + 1);
  const parts = [...counts].map(([because, n]) => say(`discounts.${because}`, { n: counts.size === 1 ? '' : formatCount(n) }).trim());
  return (
    <details className="offlist">
      <summary>{say('essay.discounted', { n: formatCount(discounted.length), parts: parts.join(', ') })}</summary>
      <Stretches {...props} />
    </details>
  );
}

function Stretches({ discounted, place, essay }: DiscountedListProps): ReactNode {
  const say = useWords();
  const left = discounted.length - MOST_LISTED;
  return (
    <ul className="plain offlist">
      {discounted.slice(0, MOST_LISTED).map(({ start, end, text, because }, index) => (
        <li key={`${start} ${end}`}>
          <Link to={{ hash: `kt-${place + 1}-${index + 1}` }}>{say(`discount.${because}`)}</Link>{' '}
          <q lang="vi">
            “<PlainText text={oneLine(text.replace(QUOTATION_MARKS, ''), LONGEST)} />”
          </q>
          {because === 'copied' && <PassageLink essay={essay} start={start} end={end} />}
        </li>
      ))}
      {left > 0 && <li>{say('essay.places', { n: formatCount(left) })}</li>}
    </ul>
  );
}

/** Leads to the passage that the stretch stands in, both texts side by side. */
function PassageLink({ essay, start, end }: { essay: EssayView; start: number; end: number }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  const numbered = useMemo(() => numberPassages(matchesOf(essay)), [essay]);
  const found = numbered.find(({ passage }) => overlaps(passage.first, { start, end }));
  if (found === undefined) return null;
  return (
    <>
      {' '}
      <Link to={`${paths.pair(essay.submission.id, found.match.id)}#doan-${found.passage.number}`}>
        {say('essay.toPairPassage', { n: found.passage.number })}
      </Link>
    </>
  );
}
