import type { Token } from '../model/tokens.js';

/** What people write before their name or unit, as bare keys. */
const NAME_LABELS = ['ho va ten', 'ho ten', 'ten toi la', 'toi ten la', 'nguoi viet', 'nguoi viet thu hoach', 'dang vien'];
const UNIT_LABELS = ['don vi', 'don vi cong tac', 'co quan', 'noi cong tac', 'chi bo', 'sinh hoat tai', 'cong tac tai', 'dang bo'];

/** Syllables that a filled-in field has at least: a Vietnamese name has two or more. */
const MINIMUM_NAME = 2;
const MINIMUM_UNIT = 1;

/** Whether a name, and a unit or cell, is filled in behind its label: on the same line, or on the next one if the label ends its line. */
export function findFormFields(text: string, tokens: readonly Token[]): { readonly name: boolean; readonly unit: boolean } {
  return { name: isFilled(text, tokens, NAME_LABELS, MINIMUM_NAME), unit: isFilled(text, tokens, UNIT_LABELS, MINIMUM_UNIT) };
}

function isFilled(text: string, tokens: readonly Token[], labels: readonly string[], minimum: number): boolean {
  return labels.some((label) => {
    const words = label.split(' ');
    return tokens.some(
      (_, i) => words.every((word, j) => tokens[i + j]?.bareKey === word) && filledAfter(text, tokens, i + words.length) >= minimum,
    );
  });
}

/** Syllables between a label and the end of its field: a line end, a full stop, or dots left to be written on. */
function filledAfter(text: string, tokens: readonly Token[], first: number): number {
  let count = 0;
  let end = tokens[first - 1]!.span.end;
  for (let i = first; i < tokens.length && count < MINIMUM_NAME; i++) {
    if (/[\n\r….]/.test(text.slice(end, tokens[i]!.span.start))) break;
    count++;
    end = tokens[i]!.span.end;
  }
  return count;
}
