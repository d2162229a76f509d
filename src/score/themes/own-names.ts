import type { Token } from '../../model/tokens.js';
import { findWords, type WordVectors } from '../../vietnamese/word-vectors.js';
import { PhraseIndex } from './phrase-index.js';

/** Words about the writer's own unit, post or place, from a roster or the head of the essay; tokens lie in `text`. */
export interface OwnText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether its ordinary words tell of the line of work, as those of a roster do: the head of an essay has the form's too. */
  readonly hasWork: boolean;
}

/** Syllables of a proper name; of a longer run of capitals ("TRƯỜNG THCS MINH KHÊ") the last ones are the name. */
const NAME = { least: 2, most: 3, last: 2 };

/** What a sentence says when it speaks of the own unit, place or line of work by name: "Tân Lạc", "y tế", "địa chính". */
export function indexOwnNames(texts: readonly OwnText[], vectors: WordVectors): PhraseIndex {
  const index = new PhraseIndex();
  for (const { text, tokens, hasWork } of texts) {
    for (const name of properNames(text, tokens)) index.add(name, 0);
    if (!hasWork) continue;
    for (const { from, to } of findWords(vectors, tokens, { from: 0, to: tokens.length })) {
      if (to - from >= NAME.least && isLowerCase(text, tokens[to - 1]!)) index.add(tokens.slice(from, to), 0);
    }
  }
  return index;
}

/** Runs of capitalised words at the end of each part: "Trạm Y tế xã Bình Khê, huyện …" has "Bình Khê". */
function properNames(text: string, tokens: readonly Token[]): (readonly Token[])[] {
  const names: (readonly Token[])[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const isEnd = at === tokens.length || /[,;\n]/.test(text.slice(tokens[at - 1]!.span.end, tokens[at]!.span.start));
    if (!isEnd) continue;
    let start = at;
    while (start > from && !isLowerCase(text, tokens[start - 1]!)) start--;
    if (at - start >= NAME.least) names.push(tokens.slice(at - start > NAME.most ? at - NAME.last : start, at));
    from = at;
  }
  return names;
}

function isLowerCase(text: string, { span }: Token): boolean {
  const letter = text.charAt(span.start);
  return letter === letter.toLowerCase();
}
