import type { Letter, LetterItem, LetterSection } from './letter.js';

/** A letter as plain text, to be sent by any means: lines are as long as their sentences, and end in a line feed. */
export function letterText(letter: Letter): string {
  const { banner, title, facts, greeting, opening, reason, sections, closing, signature } = letter;
  const blocks = [
    banner === '' ? [] : [`*** ${banner.toUpperCase()} ***`],
    [title.toUpperCase()],
    facts.map(({ name, value }) => `${name}: ${value}`),
    [greeting],
    opening,
    reason.length === 0 ? [] : [`“${reason.join('\n')}”`],
    ...sections.flatMap(sectionBlocks),
    closing,
    signature === null ? [] : signed(signature),
    banner === '' ? [] : [`*** ${banner.toUpperCase()} ***`],
  ];
  const written = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}

const signed = ({ day, by, post, hint, name }: NonNullable<Letter['signature']>): string[] =>
  [day, by, post.toUpperCase(), hint, name].filter((line) => line !== '');

function sectionBlocks({ title, paragraphs, items, isNumbered }: LetterSection): string[][] {
  const marked = items.map((item, index) => itemLines(item, isNumbered ? `${index + 1}. ` : '- '));
  return [[title.toUpperCase(), ...paragraphs, ...marked.flat()]];
}

function itemLines({ head, text, quotes }: LetterItem, mark: string): string[] {
  const first = [head, text].filter((part) => part !== '').join(': ');
  return [`${mark}${first}${text === '' && quotes.length > 0 ? ':' : ''}`, ...quotes.map((quote) => `  “${quote}”`)];
}
