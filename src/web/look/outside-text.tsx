import type { ReactNode } from 'react';
import { labelOf, splitOdd } from '../../api/odd-characters.js';

/** A text that others wrote: characters that show nothing or move others stand as small marks with their names. */
export function PlainText({ text }: { text: string }): ReactNode {
  return splitOdd(text).map((piece, index) => {
    if (piece.kind === 'plain') return piece.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place.
      <span className="odd" key={index}>
        {labelOf(piece)}
      </span>
    );
  });
}

/**
 * A name from outside (file, member, unit) or a Vietnamese sentence of the machine about one, kept from turning the direction of the
 * text around it. `isOwn`: a sentence of the page, in its language, with such a name in it.
 */
export function OutsideText({ text, isOwn = false }: { text: string; isOwn?: boolean }): ReactNode {
  return (
    <bdi lang={isOwn ? undefined : 'vi'}>
      <PlainText text={text} />
    </bdi>
  );
}

/** A sentence of this program that may carry a file name, with its first figure in bold; `lang` where it is not the page's. */
export function FigureText({ text, lang }: { text: string; lang?: string }): ReactNode {
  const figure = /\d[\d.,]*(?:%|\/\d+)|\d[\d.,]* (?:âm tiết|syllables?)/u.exec(text);
  if (figure === null) return <bdi lang={lang}>{<PlainText text={text} />}</bdi>;
  const end = figure.index + figure[0].length;
  return (
    <bdi lang={lang}>
      <PlainText text={text.slice(0, figure.index)} />
      <b>{figure[0]}</b>
      <PlainText text={text.slice(end)} />
    </bdi>
  );
}
