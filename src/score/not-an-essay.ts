import { formatCount, formatShare } from '../model/format.js';
import { type NormalisedText, TEMPLATE } from '../model/tokens.js';
import { isBareSyllable } from '../vietnamese/syllables.js';
import { type BareText, linesOf } from './bare-text.js';
import { blankForm, fewSyllables, mostlyChoices, mostlyCode, mostlyLists, mostlyNumbers, otherTitle } from './messages.js';

export interface FileInput {
  readonly text: string;
  readonly normalised: NormalisedText;
  readonly kinds: Uint8Array;
  readonly bare: BareText;
}

/** Words of a file below which only its length says something. */
const MINIMUM_WORDS = 30;
/** Share of numbers among the words: an essay full of figures has a sixth. */
const NUMBERS = 0.4;
/** Share of the words that could be Vietnamese: honest essays have nearly all, English half, other scripts none. */
const VIETNAMESE = 0.55;
/** Syllables outside the form up to which nobody filled it in: a name and a unit are more. */
const BLANK = 12;
const MINIMUM_FORM = 15;
const MINIMUM_LINES = 8;
const CODE_LINES = 0.5;
const CHOICES = 5;
/** Words of a line that may be a sentence, and the share of words in such lines below which a text is lists. */
const SENTENCE = 9;
const PROSE = 0.2;
/** Sayings of "tôi" up to which a form with a title of its own ("tôi cam đoan …") is that form. */
const FEW_SELVES = 3;

/** Words of a title that are shown. */
const SHOWN_TITLE = 12;

const CODE =
  /[;{}]\s*$|^\s*(?:import |from \w+ import|def \w+\(|class \w+|#include|public |private |function |var |let |const |return\b|if ?\(|for ?\(|<\/?[a-z]+[ >])/;
/** "A. … B. … C. … D. …", on one line or four. */
const CHOICE = /(?:^|\s)A[.)]\s[^\n]{0,200}\s+B[.)]\s[^\n]{0,200}\s+C[.)]\s/gm;
const TITLES =
  /^[^a-z]*(?:hoa don|phieu (?:thu|chi|nhap|xuat|luong)|bang luong|bang diem|bang gia|bang ke|bao gia|bien ban|so yeu li lich|li lich|cv\b|curriculum|don xin|giay (?:moi|gioi thieu|de nghi thanh toan|xac nhan)|hop dong|thoi khoa bieu|thuc don|de (?:thi|kiem tra|cuong on)|danh sach|lich (?:truc|cong tac)|to trinh)\b/;
const STUDY = /\b(?:nghi quyet|chi thi|thu hoach|quan triet)\b/;

/**
 * Why a file is hardly an essay at all, as the end of a Vietnamese sentence: numbers, another language, a form left blank, program
 * code, an exam sheet, another kind of paper, lists. null for everything with a writer in it: rather too few are told than a diary.
 */
export function whyNotAnEssay({ text, normalised, kinds, bare }: FileInput): string | null {
  const { tokens } = normalised;
  if (tokens.length < MINIMUM_FORM) return null;
  const own = kinds.filter((kind) => kind !== TEMPLATE).length;
  if (tokens.length - own >= MINIMUM_FORM && own <= BLANK) return blankForm(own);
  const words = tokens.filter(({ bareKey }) => /^\p{L}/u.test(bareKey));
  const vietnamese = words.filter(({ bareKey }) => isBareSyllable(bareKey)).length / Math.max(1, words.length);
  const codeShare = shareOfLines(text, CODE);
  if (codeShare >= CODE_LINES) return mostlyCode(formatShare(codeShare));
  if (words.length >= MINIMUM_WORDS && vietnamese < VIETNAMESE) return fewSyllables(formatShare(vietnamese));
  const selves = tokens.filter(({ key }) => key === 'tôi' || key === 'toi').length;
  const isStudy = STUDY.test(bare.text);
  const title = linesOf(bare)
    .slice(0, 6)
    .find((line) => TITLES.test(line.bare));
  if (title !== undefined && !isStudy && selves <= FEW_SELVES) return otherTitle(raw(title));
  if (selves > 0) return null;
  const numbers = 1 - words.length / tokens.length;
  if (tokens.length >= MINIMUM_WORDS && numbers >= NUMBERS) return mostlyNumbers(formatShare(numbers));
  const choices = [...text.matchAll(CHOICE)].length;
  if (choices >= CHOICES) return mostlyChoices(formatCount(choices));
  // By lines: those of a list go on in lower case and so make one sentence.
  const inSentences = linesOf(bare).reduce((sum, { from, to }) => sum + (to - from >= SENTENCE ? to - from : 0), 0);
  const prose = inSentences / tokens.length;
  return !isStudy && tokens.length >= 2 * MINIMUM_WORDS && prose < PROSE ? mostlyLists(formatShare(prose)) : null;

  function raw({ from, to }: { readonly from: number; readonly to: number }): string {
    return text.slice(tokens[from]!.span.start, tokens[Math.min(to, from + SHOWN_TITLE) - 1]!.span.end);
  }
}

function shareOfLines(text: string, form: RegExp): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length < MINIMUM_LINES ? 0 : lines.filter((line) => form.test(line)).length / lines.length;
}
