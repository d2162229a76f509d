import { OWN, partsOf } from '../../model/tokens.js';
import { readEssayText } from '../../normalise/read-essay.js';
import type { Essay } from '../essay.js';

/**
 * The sentences of an essay as it is scored, one string each, of the writer's own words alone: what is quoted, hidden or stands beside the
 * body is left out, and a sentence of nothing else is empty. Empty for an essay that could not be read.
 */
export function ownSentences({ extraction, sequence }: Essay): string[] {
  if (sequence === null) return [];
  const { text, body } = readEssayText(extraction.text, extraction);
  const [{ kinds }] = partsOf(sequence);
  return body.sentences.map(({ firstToken, endToken, span }) => {
    const runs: string[] = [];
    for (let from = firstToken; from < endToken; from++) {
      if (kinds[from] !== OWN) continue;
      let to = from;
      while (to + 1 < endToken && kinds[to + 1] === OWN) to++;
      // The last own word keeps the mark that ends the sentence.
      const end = to + 1 === endToken ? span.end : body.tokens[to]!.span.end;
      runs.push(text.slice(body.tokens[from]!.span.start, end));
      from = to;
    }
    // What is hidden inside a word has left nothing but a character without width.
    return runs.join(' ').replaceAll('\ufeff', '').replace(/\s+/g, ' ').trim();
  });
}
