import { OWN, type Sentence, TEMPLATE, type Token } from '../../model/tokens.js';
import { type FoundWord, findWords, type TokenRange, type WordVectors } from '../../vietnamese/word-vectors.js';
import type { Found, PhraseIndex } from './phrase-index.js';

/** Share of tokens without any mark from which a text counts as written without marks; ordinary Vietnamese has 15 to 25 %. */
const UNMARKED_SHARE = 0.9;
/** Tokens of a heading at most. */
const LONGEST_HEADING = 18;
/** Tokens within which a sentence's lead-in ends: "Về thủ tục, …", "Liên hệ thực tế tại đơn vị, …". */
const LONGEST_LEAD = 10;

/** What an essay's sentences are looked through for. */
export interface Lexicon {
  readonly vectors: WordVectors;
  /** Labels: the place of the theme. */
  readonly phrases: PhraseIndex;
  /** Labels: the place of the cue in CUE_NAMES. */
  readonly cues: PhraseIndex;
  readonly cueCount: number;
  /** How this writer calls the own unit, place and work; found, they are cues of the label `ownCue`. */
  readonly ownNames?: PhraseIndex;
  readonly ownCue: number;
}

export interface ReadSentence {
  readonly sentence: Sentence;
  /** Own tokens, and all. */
  readonly own: number;
  readonly total: number;
  readonly isHeading: boolean;
  readonly paragraph: number;
  /** Place of the heading that it stands under; -1 for none. */
  readonly heading: number;
  /** Token behind the lead-in; the first token where there is none. */
  readonly leadEnd: number;
  /** Whether the lead-in ends with a colon: then it is what follows in the paragraph that it leads into. */
  readonly opensList: boolean;
  /** Own listed words outside the campaign's phrases. */
  readonly words: readonly FoundWord[];
  /** The campaign's phrases in own words, and in anybody's. */
  readonly phrases: readonly Found[];
  readonly allPhrases: readonly Found[];
  readonly cues: readonly Found[];
  /** How often each cue stands in it. */
  readonly cueCounts: Uint8Array;
  /** Numbers in figures, and dates among them. */
  readonly numbers: number;
  readonly dates: number;
  /** Capitalised words inside it. */
  readonly names: number;
  /** Tokens between commas, semicolons and colons. */
  readonly items: readonly TokenRange[];
}

/** Whether a text is written without marks. */
export const isBare = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ key, bareKey }) => key === bareKey).length >= UNMARKED_SHARE * tokens.length;

/** Reads the sentences of a body: what stands in each, and where it stands. */
export function readSentences(
  text: string,
  { tokens, sentences, kinds }: { readonly tokens: readonly Token[]; readonly sentences: readonly Sentence[]; readonly kinds: Uint8Array },
  lexicon: Lexicon,
): ReadSentence[] {
  const bare = isBare(tokens);
  const read: ReadSentence[] = [];
  let paragraph = 0;
  let heading = -1;
  for (const [i, sentence] of sentences.entries()) {
    const before = text.slice(sentences[i - 1]?.span.end ?? 0, sentence.span.start);
    if (/[\n\r]/.test(before)) paragraph++;
    const isHeading = isFormLine(kinds, sentence) || isHeadingLine(text, sentence, sentences[i + 1]);
    if (isHeading) heading = i;
    read.push({
      sentence,
      isHeading,
      paragraph,
      heading: isHeading ? -1 : heading,
      ...readOne(text, sentence, { tokens, kinds, bare, lexicon }),
    });
  }
  return read;
}

/** Share of a line's tokens that the form gives, from which it is the form's: a question that the writer answers below it. */
const FORM_LINE = 0.7;

function isFormLine(kinds: Uint8Array, { firstToken, endToken }: Sentence): boolean {
  return kinds.subarray(firstToken, endToken).filter((kind) => kind === TEMPLATE).length >= FORM_LINE * (endToken - firstToken);
}

function isHeadingLine(text: string, { span, firstToken, endToken }: Sentence, next: Sentence | undefined): boolean {
  if (endToken - firstToken > LONGEST_HEADING) return false;
  if (/[.!?…;,]["'”’»)\]]*$/.test(text.slice(span.start, span.end))) return false;
  return /[\n\r]/.test(text.slice(span.end, next?.span.start ?? text.length)) || next === undefined;
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly kinds: Uint8Array;
  readonly bare: boolean;
  readonly lexicon: Lexicon;
}

function readOne(text: string, { firstToken, endToken }: Sentence, { tokens, kinds, bare, lexicon }: Reader) {
  const phrases: Found[] = [];
  const cues: Found[] = [];
  const words: FoundWord[] = [];
  let own = 0;
  for (const run of ownRuns(kinds, firstToken, endToken)) {
    own += run.to - run.from;
    const named = lexicon.phrases.find(tokens, run, bare);
    phrases.push(...named);
    cues.push(...lexicon.cues.find(tokens, run, bare));
    const names = lexicon.ownNames?.find(tokens, run, bare) ?? [];
    cues.push(...names.map(({ from, to }) => ({ label: lexicon.ownCue, from, to })));
    const isNamed = (from: number, to: number): boolean => named.some((one) => one.from < to && from < one.to);
    words.push(...findWords(lexicon.vectors, tokens, { ...run, bare }).filter(({ from, to }) => !isNamed(from, to)));
  }
  const cueCounts = new Uint8Array(lexicon.cueCount);
  for (const { label } of cues) cueCounts[label]! += 1;
  const inside = tokens.slice(firstToken, endToken);
  return {
    own,
    total: endToken - firstToken,
    ...leadOf(text, tokens, firstToken, endToken),
    words,
    phrases,
    allPhrases: lexicon.phrases.find(tokens, { from: firstToken, to: endToken }, bare),
    cues,
    cueCounts,
    numbers: inside.filter(({ key }) => isNumber(key)).length,
    dates: inside.filter((_, i) => isDate(inside, i)).length,
    names: inside.filter(({ span: { start } }, i) => i > 0 && isCapital(text.charAt(start))).length,
    items: itemsOf(text, tokens, firstToken, endToken),
  };
}

function leadOf(text: string, tokens: readonly Token[], from: number, to: number): Pick<ReadSentence, 'leadEnd' | 'opensList'> {
  for (let at = from + 1; at < Math.min(to, from + LONGEST_LEAD); at++) {
    const mark = /[,:]/.exec(text.slice(tokens[at - 1]!.span.end, tokens[at]!.span.start));
    if (mark !== null) return { leadEnd: at, opensList: mark[0] === ':' };
  }
  return { leadEnd: from, opensList: false };
}

function itemsOf(text: string, tokens: readonly Token[], from: number, to: number): TokenRange[] {
  const items: TokenRange[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && !/[,;:]/.test(text.slice(tokens[at - 1]!.span.end, tokens[at]!.span.start))) continue;
    items.push({ from: start, to: at });
    start = at;
  }
  return items;
}

const isNumber = (key: string | undefined): boolean => key !== undefined && /^\d/.test(key);

/** "22 tháng 12", "ngày 5": the number that such a date begins with. */
function isDate(tokens: readonly Token[], at: number): boolean {
  const { key } = tokens[at]!;
  if (!isNumber(key) || Number(key) > 31) return false;
  const [before, next, last] = [tokens[at - 1]?.bareKey, tokens[at + 1]?.bareKey, tokens[at + 2]?.key];
  return before === 'ngay' || (next === 'thang' && isNumber(last));
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

function* ownRuns(kinds: Uint8Array, from: number, to: number): Generator<{ from: number; to: number }> {
  let start = -1;
  for (let at = from; at <= to; at++) {
    const isOwn = at < to && kinds[at] === OWN;
    if (isOwn && start < 0) start = at;
    if (!isOwn && start >= 0) {
      yield { from: start, to: at };
      start = -1;
    }
  }
}
