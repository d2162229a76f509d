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

/** A name from outside (file, member, unit), kept from turning the direction of the text around it. */
export function OutsideText({ text }: { text: string }): ReactNode {
  return (
    <bdi>
      <PlainText text={text} />
    </bdi>
  );
}

/** A sentence of this program that may carry a file name, with its first figure in bold. */
export function FigureText({ text }: { text: string }): ReactNode {
  const figure = /\d[\d.,]*(?:%|\/\d+)|\d[\d.]* âm tiết/u.exec(text);
  if (figure === null) return <OutsideText text={text} />;
  const end = figure.index + figure[0].length;
  return (
    <bdi>
      <PlainText text={text.slice(0, figure.index)} />
      <b>{figure[0]}</b>
      <PlainText text={text.slice(end)} />
    </bdi>
  );
}
