import type { Span } from '../model/span.js';
import type { Folded, NormalisedText, Sentence, Token, TokenSequence } from '../model/tokens.js';
import { BREAK, DIGIT, endOfRun, INVISIBLE, KIND, LETTER, LOOKALIKE, PAIR, sortAt } from './characters.js';
import type { PlacedWord } from './placed-word.js';
import { restoreWords } from './restore-words.js';
import { cutSentences } from './sentences.js';
import { describeWord } from './syllable.js';

/**
 * Turns a text into tokens with canonical keys; each token's span is its own slice of `text`. Upper and lower case,
 * composed and decomposed letters, old and new tone placement, look-alike and invisible characters, lost and added spaces
 * give the same keys; the last four are listed in `folded`. What is `masked` (spans in order) gives no token and ends no
 * sentence.
 */
export function normalise(text: string, masked: readonly Span[] = []): NormalisedText {
  const { words, invisible, lookalike } = readWords(text, masked);
  const { words: restored, glued, spaced } = restoreWords(text, words);
  return new ReadText({ text, masked, words: restored, folded: { invisible, lookalike, glued, spaced } });
}

interface ReadParts {
  readonly text: string;
  readonly masked: readonly Span[];
  readonly words: readonly PlacedWord[];
  readonly folded: Folded;
}

/** Tokens and sentences are made when they are asked for: detection works on the sequence alone. */
class ReadText implements NormalisedText {
  readonly sequence: TokenSequence;
  readonly folded: Folded;
  private madeTokens: readonly Token[] | undefined;
  private madeSentences: readonly Sentence[] | undefined;

  constructor(private readonly parts: ReadParts) {
    this.sequence = toSequence(parts.words);
    this.folded = parts.folded;
  }

  get tokens(): readonly Token[] {
    this.madeTokens ??= this.parts.words.map(({ word: { key, bareKey }, span }): Token => ({ key, bareKey, span }));
    return this.madeTokens;
  }

  get sentences(): readonly Sentence[] {
    this.madeSentences ??= cutSentences(this.parts.text, this.tokens, this.parts.masked);
    return this.madeSentences;
  }
}

interface ReadWords {
  readonly words: readonly PlacedWord[];
  readonly invisible: readonly Span[];
  readonly lookalike: readonly Span[];
}

/** The words as they stand, from one character to the next. */
function readWords(text: string, masked: readonly Span[]): ReadWords {
  const invisible: Span[] = [];
  const lookalike: Span[] = [];
  const words: PlacedWord[] = [];
  let mask = 0;
  let maskStart = masked[0]?.start ?? Number.POSITIVE_INFINITY;
  let start = -1;
  let end = -1;
  let run: number = BREAK;
  for (let i = 0; i <= text.length; ) {
    const isMasked = i >= maskStart;
    const sort = isMasked || i === text.length ? BREAK : sortAt(text, i);
    const kind = sort & KIND;
    const inWord = kind === LETTER || kind === DIGIT;
    if (start >= 0 && (inWord ? run !== kind : kind === BREAK)) {
      words.push({ word: describeWord(text, start, end), span: { start, end } });
      start = -1;
    }
    if (isMasked) {
      i = Math.max(i, masked[mask]!.end);
      maskStart = masked[++mask]?.start ?? Number.POSITIVE_INFINITY;
      continue;
    }
    let next = i + ((sort & PAIR) === 0 ? 1 : 2);
    if (inWord) {
      if (start < 0) start = i;
      run = kind;
      if ((sort & LOOKALIKE) !== 0) addTo(lookalike, i, next);
      next = endOfRun(text, next, Math.min(maskStart, text.length), kind);
      end = next;
    } else if (kind === INVISIBLE) addTo(invisible, i, next);
    else if (start >= 0) end = next; // a mark belongs to the letter before it
    i = next;
  }
  return { words, invisible, lookalike };
}

/** Adds a place to the list, joined to the last one if it follows on. */
function addTo(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last !== undefined && last.end === start) spans[spans.length - 1] = { start: last.start, end };
  else spans.push({ start, end });
}

function toSequence(words: readonly PlacedWord[]): TokenSequence {
  const [ids, starts, ends] = [new Uint32Array(words.length), new Uint32Array(words.length), new Uint32Array(words.length)];
  words.forEach(({ word, span }, i) => {
    ids[i] = word.id;
    starts[i] = span.start;
    ends[i] = span.end;
  });
  return { ids, starts, ends };
}
