import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { type Extraction, FILE_FORMATS } from '../../src/model/extraction.js';
import { tokensOf } from './findings.js';
import { LIMITS } from './make-files.js';

const FOLDER = new URL('../../fixtures/formats/', import.meta.url);
/** Share of the words of either text that the other has, and of those that stand in the same order. */
const SAME_TEXT = 0.99;
/** The same of a text that was recognised from its picture. */
const SAME_PICTURE = 0.95;

const essays = readdirSync(new URL('sources/', FOLDER)).map((file) => file.replace('.txt', ''));
const samplesOf = (essay: string): string[] => readdirSync(new URL(`${essay}/`, FOLDER)).sort();
const isScan = (file: string): boolean => file.startsWith('scan.');
const sourceOf = (essay: string): string => readFileSync(new URL(`sources/${essay}.txt`, FOLDER), 'utf8');

/** Each sample is read once, however many tests look at it. */
const read = new Map<string, Promise<Extraction>>();
function readSample(essay: string, file: string): Promise<Extraction> {
  const path = `${essay}/${file}`;
  const known = read.get(path) ?? extract(readFileSync(new URL(path, FOLDER)), file, LIMITS);
  read.set(path, known);
  return known;
}

interface Agreement {
  readonly containment: number;
  readonly order: number;
}

/** Both as a share of the longer text, so that words lost and words made up count alike. */
function compare(one: readonly string[], other: readonly string[]): Agreement {
  const longer = Math.max(one.length, other.length, 1);
  const left = new Map<string, number>();
  for (const token of one) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of other) {
    const count = left.get(token) ?? 0;
    if (count > 0) common++;
    left.set(token, count - 1);
  }
  return { containment: common / longer, order: commonSubsequence(one, other) / longer };
}

/** Length of the longest common subsequence; what begins and ends alike is counted without a table. */
function commonSubsequence(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [first, second] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  let row = new Uint16Array(second.length + 1);
  for (const token of first) {
    const next = new Uint16Array(second.length + 1);
    for (let at = 1; at <= second.length; at++) {
      next[at] = token === second[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!);
    }
    row = next;
  }
  return start + end + row[second.length]!;
}

const told = ({ containment, order }: Agreement): string => `${containment.toFixed(4)} of the words, ${order.toFixed(4)} in order`;

describe('the samples', () => {
  it('have all letters of Vietnamese, capitals too', () => {
    const all = new Set(essays.map(sourceOf).join('').normalize('NFC'));
    const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
    const letters = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => `${vowel}${tone}`.normalize('NFC')));
    const marked = [...letters.filter((letter) => letter > '\x7f'), 'đ'];
    expect(marked).toHaveLength(67);
    expect([...marked, ...marked.map((letter) => letter.toUpperCase())].filter((letter) => !all.has(letter))).toEqual([]);
  });

  it('are of every format that is read', () => {
    const formats = new Set(essays.flatMap(samplesOf).map((file) => file.split('.').at(-1)));
    expect([...formats].sort()).toEqual(['doc', 'docx', 'html', 'jpg', 'odt', 'pdf', 'png', 'rtf', 'txt']);
    expect(FILE_FORMATS.filter((format) => !formats.has(format))).toEqual(['image', 'unknown']);
  });
});

describe.each(essays)('the essay %s', (essay) => {
  const source = tokensOf(sourceOf(essay));
  const typed = samplesOf(essay).filter((file) => !isScan(file));

  it.each(typed)('is read whole from %s', async (file) => {
    const { state, text, messages, hidden, encoding } = await readSample(essay, file);
    const agreement = compare(source, tokensOf(text));
    expect({ state, messages: messages.filter(({ code }) => code !== 'decoded'), hidden }).toEqual({
      state: 'ok',
      messages: [],
      hidden: [],
    });
    expect(Math.min(agreement.containment, agreement.order), told(agreement)).toBeGreaterThanOrEqual(SAME_TEXT);
    expect(encoding, file).not.toBeNull();
  });

  it('is one text in every pair of formats and programs', async () => {
    const texts = await Promise.all(typed.map(async (file) => ({ file, tokens: tokensOf((await readSample(essay, file)).text) })));
    const different: string[] = [];
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const agreement = compare(one.tokens, other.tokens);
        if (Math.min(agreement.containment, agreement.order) < SAME_TEXT)
          different.push(`${one.file} and ${other.file}: ${told(agreement)}`);
      }
    }
    expect(different).toEqual([]);
  });

  it.each(samplesOf(essay).filter(isScan))('is recognised in %s', async (file) => {
    const { state, text, recognised } = await readSample(essay, file);
    const agreement = compare(source, tokensOf(text));
    expect(['ok', 'suspicious']).toContain(state);
    expect(recognised).toMatchObject([{ page: 1 }]);
    expect(recognised[0]?.confidence).toBeGreaterThan(0.8);
    expect(Math.min(agreement.containment, agreement.order), told(agreement)).toBeGreaterThanOrEqual(SAME_PICTURE);
  });
});
