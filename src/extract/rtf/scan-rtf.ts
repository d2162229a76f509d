import { asBuffer } from '../archive.js';

/** What stands at a place of an RTF file; `symbol` is a control word of one character that is no letter. */
export type RtfToken = 'open' | 'close' | 'word' | 'symbol' | 'byte' | 'text' | 'end';

/** Longest control word (RTF 1.9.1); no word that is looked for is longer, so of a longer one the letters are only passed over. */
const WORD_LETTERS = 32;
/** More digits no parameter has. */
const PARAMETER_DIGITS = 10;

const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, MINUS, BACKSLASH, OPEN, CLOSE] = [...Buffer.from("\t\n\r '-\\{}")] as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Cuts an RTF file into tokens, one at a time and each byte once, so that a file costs what its length is. */
export class RtfScanner {
  readonly bytes: Buffer;
  private at = 0;
  /** Name of a control word, or the character of a symbol. */
  word = '';
  /** Number behind a control word; null where there is none. */
  parameter: number | null = null;
  /** Value of a `byte`. */
  byte = 0;
  /** Where a `text` begins and ends in the file. */
  start = 0;
  end = 0;
  /** Whether binary data is announced that the file does not have. */
  isCutOff = false;

  constructor(bytes: Uint8Array) {
    this.bytes = asBuffer(bytes);
  }

  next(): RtfToken {
    const { bytes } = this;
    while (isIgnored(bytes[this.at])) this.at++;
    const byte = bytes[this.at];
    if (byte === undefined) return 'end';
    if (byte === OPEN || byte === CLOSE) {
      this.at++;
      return byte === OPEN ? 'open' : 'close';
    }
    if (byte === BACKSLASH) return this.control();
    this.start = this.at;
    while (this.at < bytes.length && !endsText(bytes[this.at]!)) this.at++;
    this.end = this.at;
    return 'text';
  }

  private control(): RtfToken {
    const byte = this.bytes[++this.at];
    if (byte === undefined) return 'end';
    if (isLetter(byte)) return this.controlWord();
    this.at++;
    if (byte === QUOTE) return this.hexByte();
    if (byte === LINE_FEED || byte === RETURN || byte === TAB) return this.named(byte === TAB ? 'tab' : 'par');
    this.word = String.fromCharCode(byte);
    return 'symbol';
  }

  private controlWord(): RtfToken {
    const { bytes } = this;
    const start = this.at;
    while (isLetter(bytes[this.at])) this.at++;
    const isTooLong = this.at - start > WORD_LETTERS;
    const word = isTooLong ? '' : bytes.toString('latin1', start, this.at);
    this.named(word, this.readParameter());
    if (bytes[this.at] === SPACE) this.at++;
    if (word === 'bin') this.skip(this.parameter ?? 0);
    return 'word';
  }

  private readParameter(): number | null {
    const { bytes } = this;
    const isNegative = bytes[this.at] === MINUS && isDigit(bytes[this.at + 1]);
    if (isNegative) this.at++;
    if (!isDigit(bytes[this.at])) return null;
    let value = 0;
    for (let digits = 0; isDigit(bytes[this.at]); digits++) {
      if (digits < PARAMETER_DIGITS) value = value * 10 + bytes[this.at]! - 0x30;
      this.at++;
    }
    return isNegative ? -value : value;
  }

  private hexByte(): RtfToken {
    const value = Number.parseInt(this.bytes.toString('latin1', this.at, this.at + 2), 16);
    // What follows `\'` need not be two digits in a broken file; then it is text again.
    if (!isHex(this.bytes[this.at]) || !isHex(this.bytes[this.at + 1])) return this.named('');
    this.at += 2;
    this.byte = value;
    return 'byte';
  }

  /** Binary data may hold anything, braces too, so it is left out to the byte. */
  private skip(count: number): void {
    const end = this.at + Math.max(0, count);
    this.isCutOff ||= end > this.bytes.length;
    this.at = Math.min(end, this.bytes.length);
  }

  private named(word: string, parameter: number | null = null): RtfToken {
    this.word = word;
    this.parameter = parameter;
    return 'word';
  }
}

const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isHex = (byte: number | undefined): boolean =>
  isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
/** Lines of the file are no lines of the text. */
const isIgnored = (byte: number | undefined): boolean => byte === LINE_FEED || byte === RETURN || byte === 0;
const endsText = (byte: number): boolean => byte === BACKSLASH || byte === OPEN || byte === CLOSE || isIgnored(byte);
