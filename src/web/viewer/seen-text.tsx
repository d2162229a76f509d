import type { ReactNode } from 'react';
import type { DocumentView } from '../../api/view.js';
import { PlainText } from '../look/outside-text.js';
import { cutByLayers } from './layers.js';
import type { Span } from './passages.js';
import { useWords } from './words.js';

/** UTF-16 units from which on hidden text is named where it begins; of single words the mark says enough. */
const SHORTEST_NAMED = 16;

interface SeenTextProps {
  readonly text: string;
  readonly span: Span;
  readonly hidden: DocumentView['hidden'];
}

/** A stretch of a text; what a reader of the file does not see is marked in it, and named. */
export function SeenText({ text, span, hidden }: SeenTextProps): ReactNode {
  const say = useWords();
  const layers = hidden.map((one) => ({ start: one.start, end: one.end, label: one }));
  return cutByLayers(span, layers).map(({ start, end, label }) => {
    const words = <PlainText text={text.slice(start, end)} />;
    if (label === null) return words;
    const kind = say(`hidden.${label.kind}`);
    const isNamed = start === label.start && label.end - label.start >= SHORTEST_NAMED;
    return (
      <span className="unseen" title={kind} key={start}>
        <span className={isNamed ? 'unseen__tag' : 'vh'}>{kind}</span>
        {words}
      </span>
    );
  });
}
