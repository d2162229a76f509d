import { formatCount } from '../../api/format.js';

/** What a sentence has in its brackets, in their order. */
export type Parts = Readonly<Record<1 | 2 | 3 | 4, string>>;

/** A sentence of the machine by its form, and the same in English; figures are taken over as they stand. */
export type Sentence = readonly [RegExp, (parts: Parts) => string];

/** A whole number as Vietnamese writes it. */
export const HOW_MANY = '(\\d[\\d.]*)';

/** A sentence of this form, from its first letter to its last. */
export const sentence = (form: string, english: (parts: Parts) => string): Sentence => [new RegExp(`^${form}$`, 'u'), english];

/** The first of the sentences that a text is, in English; null where it is none. */
export function translate(sentences: readonly Sentence[], text: string): string | null {
  for (const [form, english] of sentences) {
    const found = form.exec(text);
    if (found !== null) return english({ 1: found[1] ?? '', 2: found[2] ?? '', 3: found[3] ?? '', 4: found[4] ?? '' });
  }
  return null;
}

/** A figure as Vietnamese writes it, written as English does. */
export function figure(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

/** A number with what it counts. */
export function count(text: string, word: string, many = `${word}s`): string {
  return `${formatCount(Number(text.replaceAll('.', '')))} ${text === '1' ? word : many}`;
}
