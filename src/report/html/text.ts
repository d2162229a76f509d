import { labelOf, showPlainly, splitOdd } from '../odd-characters.js';
import { type Html, html } from './html.js';

/** Text of an essay, with the characters that show nothing or move others made visible as small marks. */
export function essayText(text: string): Html {
  const pieces = splitOdd(text).map((piece) =>
    piece.kind === 'plain' ? html`${piece.text}` : html`<span class="odd">${labelOf(piece)}</span>`,
  );
  return html`${pieces}`;
}

/** A name from outside (file, member, unit), kept from turning the direction of the text around it. */
export function outsideName(name: string): Html {
  return html`<bdi>${essayText(name)}</bdi>`;
}

/** A sentence of this program that may carry a file name, with its first figure in bold. */
export function figureText(text: string): Html {
  const plain = showPlainly(text);
  const figure = /\d[\d.,]*(?:%|\/\d+)|\d[\d.]* âm tiết/u.exec(plain);
  if (figure === null) return html`<bdi>${plain}</bdi>`;
  const end = figure.index + figure[0].length;
  return html`<bdi>${plain.slice(0, figure.index)}<b>${figure[0]}</b>${plain.slice(end)}</bdi>`;
}

/** A quotation on one line: white space joined, cut at a word when it is longer than `length` UTF-16 units. */
export function oneLine(text: string, length: number): string {
  const joined = text.replace(/\s+/g, ' ').trim();
  if (joined.length <= length) return joined;
  const cut = joined.lastIndexOf(' ', length);
  return `${joined.slice(0, cut > 0 ? cut : length)}…`;
}
