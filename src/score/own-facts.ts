import type { Span } from '../model/span.js';
import { OWN, type Token } from '../model/tokens.js';

/** What tells one place, day or amount from another: tokens `from` up to, but not including, `to`. */
export interface Fact {
  readonly from: number;
  readonly to: number;
  /** Keys without marks: the same in two places is one fact. */
  readonly keys: readonly string[];
}

/** A text with its tokens, and whose words they are. */
export interface KnownWriter {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly kinds: Uint8Array;
}

/** Numerals that are read out; "một" and "năm" are too often something else. */
const NUMERALS = new Set('hai ba bốn sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn vạn triệu tỷ tỉ'.split(' '));
/** "Hai mặt", "ba khâu": what is counted in an argument, not in the world. Bare keys. */
const OF_ARGUMENT = new Set('mat diem i y la nhiem giai noi muc nhom khau quan'.split(' '));
/** Capitalised out of respect or habit: they name nothing that is one's own. Bare keys. */
const RESPECTED = new Set(
  `dang nha nuoc nghi quiet quyet chi thi ket luan trung uong ban chap hanh bo chinh tri dai hoi ho chi minh bac viet nam to quoc chu nghia
  mac le nin lenin tinh huien huyen ui uy xa ubnd hdnd mttq mat tran nhan dan thu tuong tong bi quoc cach mang khoa toi em dong thuong vu
  truong doan the thanh nien phu nu cuu binh cong san`.split(/\s+/),
);
/** Of a whole, it says nothing: "100 % đảng viên". */
const WHOLE = '100';
const YEAR = /^(19|20)\d\d$/;
/** Behind these stands the number of a document. */
const DOCUMENT = /(?:nghị quyết|chỉ thị|kết luận|quy định|khóa|khoá|số)\s+(?:số\s+)?$/iu;
const HEADING_NUMBER = /^\d{1,2}(?:(?:\.\d{1,2})+[.)]?|[.)/:])\s/;

/**
 * Facts in a writer's own words, in their order: numbers, in digits or read out, and names, which are capitals inside a sentence. Years,
 * numbers of headings and documents, 100 %, lines of signing with the name that stands there, and names that everybody writes with
 * capitals are none.
 */
export function findFacts(writer: KnownWriter): Fact[] {
  const { tokens, kinds } = writer;
  const words = new Words(writer);
  const signed = signingLines(writer.text);
  const signers = new Set(signed.map((line) => keysIn(line, tokens).join(' ')));
  const facts: Fact[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (kinds[i] !== OWN || isInside(tokens[i]!.span.start, signed)) continue;
    const to = words.numberEnd(i) ?? words.nameEnd(i);
    if (to === null) continue;
    const keys = tokens.slice(i, to).map(({ bareKey }) => bareKey);
    if (!signers.has(keys.join(' '))) facts.push({ from: i, to, keys });
    i = to - 1;
  }
  return facts;
}

/** Reads numbers and names off the tokens of a text; a method that finds none at a token returns null. */
class Words {
  /** As they stand in the text, composed. */
  private readonly words: readonly string[];

  constructor(private readonly writer: KnownWriter) {
    const text = writer.text.normalize('NFC');
    const isComposed = text === writer.text;
    this.words = writer.tokens.map(({ span: { start, end } }) =>
      isComposed ? text.slice(start, end) : writer.text.slice(start, end).normalize('NFC'),
    );
  }

  numberEnd(i: number): number | null {
    if (!this.isNumber(i)) return null;
    let to = i + 1;
    while (this.isOwn(to) && this.isNumber(to) && /^(?:\s+|[.,/-])$/.test(this.gap(to))) to++;
    if (this.isHeadingNumber(i)) return null;
    if (to > i + 1) return to;
    const word = this.word(i);
    if (!/\d/.test(word)) return OF_ARGUMENT.has(this.writer.tokens[to]?.bareKey ?? '') ? null : to;
    return word === WHOLE || YEAR.test(word) || this.isOfDocument(i) ? null : to;
  }

  nameEnd(i: number): number | null {
    if (!this.isCapital(i) || this.isHead(i)) return null;
    let to = i + 1;
    while (this.isOwn(to) && this.isCapital(to) && this.gap(to) === ' ') to++;
    return this.writer.tokens.slice(i, to).every(({ bareKey }) => RESPECTED.has(bareKey)) ? null : to;
  }

  private isOwn(i: number): boolean {
    return i < this.writer.tokens.length && this.writer.kinds[i] === OWN;
  }

  private isNumber(i: number): boolean {
    return /^\d/.test(this.word(i)) || NUMERALS.has(this.word(i).toLowerCase());
  }

  private isHeadingNumber(i: number): boolean {
    const { start } = this.writer.tokens[i]!.span;
    return this.isBehindBreak(i) && HEADING_NUMBER.test(this.writer.text.slice(start, start + 12));
  }

  /** "Nghị quyết 07", "15-NQ/HU". */
  private isOfDocument(i: number): boolean {
    const { start } = this.writer.tokens[i]!.span;
    const before = this.writer.text.slice(Math.max(0, start - 24), start).normalize('NFC');
    return DOCUMENT.test(before) || /^-\p{Lu}/u.test(this.gap(i + 1) + this.word(i + 1));
  }

  private isCapital(i: number): boolean {
    return /^(?:\p{Lu}\p{Ll}|\p{Lu}{2,}\d*$)/u.test(this.word(i)) && !/^[IVX]+$/.test(this.word(i));
  }

  /** Where anybody writes a capital: where a sentence, an item or words in quotation marks begin, and in a line of capitals. */
  private isHead(i: number): boolean {
    const isShouted = (other: number, gap: string): boolean => !gap.includes('\n') && this.isAllCapitals(other);
    const inLine = this.isAllCapitals(i) && (isShouted(i - 1, this.gap(i)) || isShouted(i + 1, this.gap(i + 1)));
    return inLine || this.isBehindBreak(i) || /[!?“"()–-]/.test(this.gap(i));
  }

  private isBehindBreak(i: number): boolean {
    return i === 0 || /[\n.:;]/.test(this.gap(i));
  }

  private isAllCapitals(i: number): boolean {
    return /^\p{Lu}+$/u.test(this.word(i));
  }

  private word(i: number): string {
    return this.words[i] ?? '';
  }

  /** What stands before a token. */
  private gap(i: number): string {
    const { text, tokens } = this.writer;
    return text.slice(tokens[i - 1]?.span.end ?? 0, tokens[i]?.span.start ?? text.length);
  }
}

/** Lines that say where and when it was signed, that fill in a day of birth or the like, and those that hold nothing but a name. */
function signingLines(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: found, index }) => {
    const line = found.normalize('NFC').trim();
    const isDay = line.length < 70 && /ngày\s+[\d.…]+\s+tháng\s+[\d.…]+\s+năm/iu.test(line);
    const isField = /^[-\s]*(?:ngày|năm|sinh|vào đảng)[^:]{0,30}:/iu.test(line);
    const isName = /^(?:\p{Lu}\p{Ll}*\s*){2,6}$/u.test(line);
    return isDay || isField || isName ? [{ start: index, end: index + found.length }] : [];
  });
}

const keysIn = ({ start, end }: Span, tokens: readonly Token[]): string[] =>
  tokens.filter(({ span }) => span.start >= start && span.end <= end).map(({ bareKey }) => bareKey);

const isInside = (place: number, spans: readonly Span[]): boolean => spans.some(({ start, end }) => place >= start && place < end);
