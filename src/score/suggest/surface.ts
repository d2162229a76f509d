import type { Token } from '../../model/tokens.js';
import type { Term } from './find-terms.js';
import type { Range } from './reading.js';

/** The words of a range as they stand, one blank between them; what shows nothing is left out. */
export function surfaceOf(text: string, tokens: readonly Token[], { from, to }: Range): string {
  return tokens
    .slice(from, to)
    .map(({ span }) =>
      text
        .slice(span.start, span.end)
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}]/gu, ''),
    )
    .join(' ');
}

/** A term in small letters as far as they are: of its places the one with the fewest capitals, without one that only begins a sentence. */
export function termText(text: string, tokens: readonly Token[], { places, syllables }: Term): string {
  const forms = places.map((from) => surfaceOf(text, tokens, { from, to: from + syllables }));
  const [form = ''] = forms.sort((a, b) => capitals(a) - capitals(b));
  return isLoud(form) ? form.toLocaleLowerCase('vi') : withoutFirst(form);
}

/** A text with a capital at its head. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const capitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0;

/** Several words in capitals: a heading, where a short name such as OCOP is one. */
const isLoud = (text: string): boolean => text.includes(' ') && text === text.toLocaleUpperCase('vi');

function withoutFirst(text: string): string {
  const [first = '', second = ''] = text.split(' ');
  const isSentence = /^\p{Lu}\p{Ll}*$/u.test(first) && !/^\p{Lu}/u.test(second);
  return isSentence ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
}
