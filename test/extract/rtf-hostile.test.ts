import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { codes } from './findings.js';
import { LIMITS, withLimits } from './make-files.js';
import { growthOfEight, LINEAR } from './timing.js';

const read = (rtf: string, limits = LIMITS) => extract(Buffer.from(rtf, 'latin1'), 'bai.rtf', limits);
const MEGABYTE = 1024 * 1024;

describe('a hostile RTF', () => {
  it.each([
    ['groups in groups', '{'.repeat(100_000)],
    ['groups in groups that are skipped', `{\\*\\la ${'{'.repeat(100_000)}`],
  ])('is refused: %s, with the number', async (_, body) => {
    const extraction = await read(`{\\rtf1 a${body}`);
    expect(extraction).toMatchObject({ state: 'refused', format: 'rtf', text: '' });
    expect(extraction.messages).toMatchObject([{ code: 'too-deep', text: expect.stringContaining('200 tầng') }]);
  });

  it('is refused over the limit of text, wherever that stands', async () => {
    const limits = withLimits({ textLength: 1000 });
    for (const body of ['a '.repeat(600), '\\par'.repeat(600), `{\\header ${'a '.repeat(600)}}`, '{\\shptxt a\\par}'.repeat(400)]) {
      const extraction = await read(`{\\rtf1 ${body}}`, limits);
      expect(extraction).toMatchObject({
        state: 'refused',
        messages: [{ code: 'too-large', text: expect.stringContaining('1.000 ký tự') }],
      });
    }
  });

  it.each([
    ['a group that does not end', 'bai viet', 'bai viet'],
    ['binary data that is not there', 'bai{\\bin999999999 viet}}', 'bai'],
    ['binary data of more than any number', 'bai\\bin99999999999999999999 viet}', 'bai'],
    ['a backslash at the end', 'bai viet\\', 'bai viet'],
    ['\\u at the end', 'bai viet\\u', 'bai viet'],
    ["\\' at the end", "bai viet\\'e", 'bai viete'],
  ])('that ends too early is read as far as it goes: %s', async (_, body, text) => {
    const extraction = await read(`{\\rtf1 ${body}`);
    expect(extraction).toMatchObject({ state: 'ok', text: `${text}\n\n` });
    expect(codes(extraction)).toEqual(['partial-text']);
  });

  it.each([
    ['binary data is skipped to the byte', 'a{\\bin5 }{}\\x}b', 'ab'],
    ['a negative length is none', 'a\\bin-5 b', 'ab'],
    ['more digits than a number has', 'a\\fs99999999999999999999 b', 'ab'],
    ['numbers out of all ranges', 'a\\u99999999?\\uc-3\\u-99999?\\uc1\\f-1\\cf99999\\highlight-9 b', 'a\u7961?b'],
    ['NUL bytes', '\0a\0b\0', 'ab'],
    ['a word that is no word', "a\\'zzb\\ \\1", 'azzb'],
    ['what stands behind the end', 'ab}{\\rtf1 c}', 'ab'],
    ['a control word of a megabyte', `a\\${'x'.repeat(MEGABYTE)} b`, 'ab'],
    ['a style sheet of a megabyte', `a{\\stylesheet${'{\\s1 x;}'.repeat(MEGABYTE / 8)}}b`, 'ab'],
    ['closed colours that are none', '{\\colortbl;\\red-5\\green999;}{\\cf1 a}b', 'ab'],
  ])('is read: %s', async (_, body, text) => {
    expect(await read(`{\\rtf1 ${body}}`)).toMatchObject({ state: 'ok', text: `${text}\n\n`, messages: [] });
  });

  it('of any number of fonts, colours, notes and sessions keeps a bounded account of them', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => index);
    const fonts = `{\\fonttbl${many.map((index) => `{\\f${index} ${'F'.repeat(50)}${index};}`).join('')}}`;
    const sessions = `{\\*\\rsidtbl${many.map((index) => `\\rsid${index}`).join('')}}`;
    const body = many.map((index) => `{\\f${index} a}`).join('');
    const extraction = await read(`{\\rtf1${fonts}${sessions}{\\info{\\author ${'A'.repeat(MEGABYTE)}}}${body}}`);
    expect(extraction).toMatchObject({ state: 'ok', text: `${'a'.repeat(100_000)}\n\n` });
    expect(extraction.fontRuns.length).toBeLessThanOrEqual(2000);
    expect(extraction.metadata.fonts.length).toBeLessThanOrEqual(100);
    expect(extraction.metadata.revisions).toHaveLength(1000);
    expect(extraction.metadata.creator).toHaveLength(200);
  });

  it('of one line of five megabytes is refused for its text alone', async () => {
    const extraction = await read(`{\\rtf1 ${'bai '.repeat((5 * MEGABYTE) / 4)}}`);
    expect(extraction).toMatchObject({
      state: 'refused',
      messages: [{ code: 'too-large', text: expect.stringContaining('1.000.000 ký tự') }],
    });
  });

  it.each([
    ['one line', (size: number) => 'a'.repeat((size * 7) / 8)],
    ['escapes', (size: number) => "\\'e1".repeat(size / 4)],
    ['Unicode letters', (size: number) => '\\u7885?'.repeat(size / 7)],
    ['text boxes in one paragraph', (size: number) => '{\\shptxt a}'.repeat(size / 11)],
  ])('costs what its length is: %s', async (_, bodyOf) => {
    const work = async (size: number) => {
      expect((await read(`{\\rtf1 ${bodyOf(size)}}`)).state).not.toBe('refused');
    };
    expect(await growthOfEight(work, MEGABYTE / 8)).toBeLessThan(LINEAR);
  });

  // As many as are told apart, in eight steps.
  it.each([
    ['runs of other looks', (count: number) => '{\\v a}b'.repeat(count)],
    ['notes that differ', (count: number) => Array.from({ length: count }, (_, index) => `{\\footnote ${index}a}`).join('')],
  ])('costs what its length is: %s', async (_, bodyOf) => {
    const work = async (count: number) => {
      expect((await read(`{\\rtf1 ${bodyOf(count)}}`)).state).not.toBe('refused');
    };
    expect(await growthOfEight(work, 1200)).toBeLessThan(LINEAR);
  });
});
