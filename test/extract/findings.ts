import type { Extraction } from '../../src/model/extraction.js';
import { normalise } from '../../src/normalise/normalise.js';

/** Codes of the messages about a file. */
export const codes = ({ messages }: Extraction): string[] => messages.map(({ code }) => code);

/** The hidden places as [kind, text]. */
export const hiddenTexts = ({ hidden, text }: Extraction): [string, string][] =>
  hidden.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

export const asideTexts = ({ asides, text }: Extraction): string[] => asides.map(({ start, end }) => text.slice(start, end).trim());

/** The text without its hidden places. */
export function visibleText({ hidden, text }: Extraction): string {
  let visible = '';
  let from = 0;
  for (const { start, end } of hidden) {
    visible += text.slice(from, start);
    from = end;
  }
  return visible + text.slice(from);
}

/** What stands between spaces. */
export const splitWords = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The tokens of a text, as they are compared. */
export const tokensOf = (text: string): string[] => normalise(text).tokens.map(({ key }) => key);
