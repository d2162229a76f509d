import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { prepareExclusion } from '../../src/exclude/exclude.js';
import { NOTHING_READ } from '../../src/model/extraction.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { normalise } from '../../src/normalise/normalise.js';
import { compareTexts } from '../../src/pipeline/compare-files.js';

const folder = 'fixtures/van-trach/sources/essays';
const essays = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8').normalize('NFC'));
const keys = (text: string): string[] => normalise(text).tokens.map(({ key }) => key);
const slices = (text: string): string[] => normalise(text).tokens.map(({ span }) => text.slice(span.start, span.end));
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

type Disguise = (text: string, random: () => number) => string;
const gluing =
  (share: number): Disguise =>
  (text, random) =>
    text.replace(/(?<=\p{L}\p{M}*) (?=\p{L})/gu, (space) => (random() < share ? '' : space));
const spacing =
  (share: number): Disguise =>
  (text, random) =>
    text.replace(/\p{L}+/gu, (word) => (word.length > 1 && random() < share ? [...word].join(' ') : word));

/** Share of the words of a text that are words of its disguise, letter for letter in the same places. */
function recovered(text: string, disguised: string): number {
  const placed = (of: string): string[] => {
    let letters = 0;
    let at = 0;
    return normalise(of).tokens.map(({ bareKey, span }) => {
      letters += of.slice(at, span.start).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      at = span.start;
      return `${letters} ${bareKey}`;
    });
  };
  const found = new Set(placed(disguised));
  const words = placed(text);
  return words.filter((word) => found.has(word)).length / words.length;
}

describe('words run together', () => {
  it.each([
    ['as they are', (text: string) => text],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['decomposed', (text: string) => text.normalize('NFD')],
    ['without marks', withoutMarks],
    ['with Cyrillic letters', (text: string) => text.replaceAll('a', 'а').replaceAll('o', 'о')],
  ])('are cut where the spaces were, %s: 97 of 100 words and more', (_, written) => {
    const random = createRandom(20);
    for (const text of essays) expect(recovered(text, written(gluing(0.2)(text, random)))).toBeGreaterThan(0.97);
  });

  it('are cut even where every space was lost', () => {
    for (const text of essays) expect(recovered(text, gluing(1)(text, Math.random))).toBeGreaterThan(0.9);
  });

  it('keep their own slice of the text', () => {
    expect(slices('Tôi là đảngviên, học nghịquyết của Đảng')).toEqual(['Tôi', 'là', 'đảng', 'viên', 'học', 'nghị', 'quyết', 'của', 'Đảng']);
    const odd = 'Tôi học nghi\u0323\u200bquyê\u0301t'.normalize('NFD');
    expect(slices(odd).map((slice) => slice.normalize('NFC'))).toEqual(['Tôi', 'học', 'nghị', 'quyết']);
  });

  it('are cut beside abbreviations too', () => {
    expect(slices('Kinh tế thị trường định hướngXHCN ởnước ta')).toEqual('Kinh tế thị trường định hướng XHCN ở nước ta'.split(' '));
  });

  it('are cut as the text itself uses the syllables', () => {
    expect(slices('Ban cán sự và ông Hân: cánhân')).toEqual(['Ban', 'cán', 'sự', 'và', 'ông', 'Hân', 'cán', 'hân']);
    expect(slices('Mỗi cá nhân trong nhân dân: cánhân').slice(-2)).toEqual(['cá', 'nhân']);
  });

  it('are left alone when they are a slip, a loan or English', () => {
    expect(keys('Tôi cưú người và xem camera, logo, video')).toHaveLength(8);
    expect(slices('Xin chào. Anh gửi một email qua internet và marketing online')).toContain('internet');
    const english = 'The committee can promote national education in a banana republic, on no condition that the member may be alone.';
    expect(slices(english.repeat(5))).toEqual(english.repeat(5).match(/\p{L}+/gu));
  });

  it('are the places that are told, not the names of foreigners', () => {
    const text = 'Tôi đọc Lênin, Ăngghen và Phoiơbắc. Chibộ họp bànviệc, cảxã làmđường, đàokênh, trồngcây, giữsạch xómlàng';
    const told = normalise(text).folded.glued.map(({ start, end }) => text.slice(start, end));
    expect(told).toEqual(['bànviệc', 'cảxã', 'làmđường', 'đàokênh', 'trồngcây', 'giữsạch', 'xómlàng']);
  });
});

describe('letters set wide apart', () => {
  it('are joined to the words that they are', () => {
    expect(slices('Tôi học n g h ị q u y ế t của Đảng')).toEqual(['Tôi', 'học', 'n g h ị', 'q u y ế t', 'của', 'Đảng']);
    expect(keys('C Ộ N G   H Ò A   X Ã   H Ộ I')).toEqual(keys('CỘNG HÒA XÃ HỘI'));
  });

  it('are joined all through an essay: 97 of 100 words and more, also words of two letters', () => {
    const random = createRandom(10);
    for (const text of essays) {
      expect(recovered(text, spacing(0.1)(text, random))).toBeGreaterThan(0.97);
      expect(recovered(text, withoutMarks(spacing(0.1)(text, random)))).toBeGreaterThan(0.95);
    }
  });

  it('are left alone in lists, initials, abbreviations and words of one letter', () => {
    for (const text of ['a) b) c) d) h)', 'U B N D xã họp', 'Ông N. V. A. ở tổ 3', 'a, o, e', 'Y tế ở ấp', 'chọn A B C D hay E', 'Ở ô ý']) {
      expect(normalise(text).folded.spaced).toEqual([]);
      expect(slices(text)).toEqual(text.match(/\p{L}+|\d+/gu));
    }
  });

  it('of two letters are joined only where others show that letters were set wide', () => {
    expect(slices('Họ l à ai')).toEqual(['Họ', 'l', 'à', 'ai']);
    expect(slices('Đ ả n g bộ x ã ta c ó kế h o ạ c h và v i ệ c làm, họ l à ai')).toContain('l à');
  });
});

describe('a syllable that the end of a line broke', () => {
  it('is one token when the pieces are none', () => {
    expect(keys('Tôi học ngh-\nị quyết của Đảng')).toEqual(keys('Tôi học nghị quyết của Đảng'));
    expect(keys('Tôi học nghị-\nquyết, xã-\nhội')).toEqual(keys('Tôi học nghị quyết, xã hội'));
  });
});

it('a comparison of texts says the same as of the clean ones', () => {
  const [first, second] = [essays[0]!, `${essays[0]!.slice(0, 2000)} ${essays[1]!.slice(0, 2000)}`];
  const exclusion = prepareExclusion({ references: [], templates: [], sayings: [] }, DETECTION_SETTINGS.exclude);
  const compare = (text: string) =>
    compareTexts({ ...NOTHING_READ, text }, { ...NOTHING_READ, text: second }, exclusion, DETECTION_SETTINGS);
  const clean = compare(first);
  for (const disguise of [gluing(0.2), gluing(0.6), spacing(0.1), spacing(0.4)]) {
    const found = compare(disguise(first, createRandom(3)));
    expect(found.similarityOfSecond).toBeGreaterThan(clean.similarityOfSecond! - 0.03);
    expect(found.passages).toHaveLength(clean.passages.length);
  }
});
