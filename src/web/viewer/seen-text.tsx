import type { ReactNode } from 'react';
import type { DocumentView } from '../../api/view.js';
import { useLanguage } from '../look/language.js';
import { PlainText } from '../look/outside-text.js';
import { cutByLayers, type Labelled } from './layers.js';
import type { Span } from './passages.js';
import { useWords } from './words.js';

/** UTF-16 units from which on hidden text is named where it begins; of single words the mark says enough. */
const SHORTEST_NAMED = 16;

/** What a reader of the file does not see, as layers of its text. */
export type HiddenLayers = readonly Labelled<DocumentView['hidden'][number]>[];

/** The hidden places of a text, made once for all its pieces. */
export function hiddenLayers({ hidden }: Pick<DocumentView, 'hidden'>): HiddenLayers {
  return hidden.map((one) => ({ start: one.start, end: one.end, label: one }));
}

interface SeenTextProps {
  readonly text: string;
  readonly span: Span;
  readonly hidden: HiddenLayers;
}

/** A stretch of a text; what a reader of the file does not see is marked in it, and named. */
export function SeenText({ text, span, hidden }: SeenTextProps): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return cutByLayers(span, hidden).map(({ start, end, label }) => {
    const words = <PlainText text={text.slice(start, end)} key={start} />;
    if (label === null) return words;
    const kind = say(`hidden.${label.kind}`);
    const isNamed = start === label.start && label.end - label.start >= SHORTEST_NAMED;
    return (
      <span className="unseen" title={kind} key={start}>
        <span className={isNamed ? 'unseen__tag' : 'vh'} lang={language}>
          {kind}
        </span>
        {words}
      </span>
    );
  });
}

/** The same as a quotation, cut at a word when it is longer than `length` UTF-16 units. */
export function SeenQuote({ length, ...seen }: SeenTextProps & { readonly length: number }): ReactNode {
  const { start, end } = seen.span;
  if (end - start <= length) return <SeenText {...seen} />;
  const cut = seen.text.lastIndexOf(' ', start + length);
  return (
    <>
      <SeenText {...seen} span={{ start, end: cut > start ? cut : start + length }} />…
    </>
  );
}
