import type { Proposal } from '../../model/assessment.js';

/** What a stretch of a line is, for its colour. */
export type Tone = Proposal | 'title' | 'strong' | 'quiet' | 'warning' | 'overlap' | 'rest';

/** The cool set of the interface's proposals, as colours of the 256 that terminals share; none needs a dark or light ground. */
const CODES: Readonly<Record<Tone, string>> = {
  rewrite: '38;5;168',
  review: '38;5;140',
  accept: '38;5;37',
  overlap: '38;5;167',
  rest: '38;5;245',
  warning: '38;5;172',
  title: '1',
  strong: '1',
  quiet: '2',
};

/** Colours a text, or leaves it. */
export type Paint = (tone: Tone, text: string) => string;

/** With colour: escape codes around the text; without: the text. */
export function painter(colour: boolean): Paint {
  return (tone, text) => (colour && text !== '' ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text);
}
