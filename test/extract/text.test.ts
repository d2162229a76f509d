import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { SMALL_LETTERS } from '../../src/extract/legacy/charsets.js';
import { codes } from './findings.js';
import { LIMITS, SENTENCE, utf8, withLimits } from './make-files.js';
import { inLatin1 } from './old-encodings.js';

const read = (bytes: Uint8Array, fileName = 'bai.txt', limits = LIMITS) => extract(bytes, fileName, limits);
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('a text file', () => {
  it.each([
    ['UTF-8', utf8(SENTENCE)],
    ['UTF-8 with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(SENTENCE)])],
    ['UTF-16 LE with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le(SENTENCE)])],
    ['UTF-16 BE with a byte order mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(SENTENCE)])],
    ['UTF-16 LE without', utf16le(SENTENCE)],
    ['UTF-16 BE without', utf16be(SENTENCE)],
  ])('is read in %s', async (_, bytes) => {
    const extraction = await read(bytes);
    expect(extraction).toMatchObject({ state: 'ok', format: 'txt', text: SENTENCE, encoding: 'unicode', messages: [] });
  });

  it.each([
    ['UTF-16 LE', utf16le],
    ['UTF-16 BE', utf16be],
  ])('of a few words is read in %s without a byte order mark', async (_, encode) => {
    for (const text of ['Đảng viên học tập', 'a', 'Bài thu hoạch\r\nSau khi học\r\n']) {
      const isTooShort = text.length < 2;
      const extraction = await read(encode(text));
      if (isTooShort) expect(extraction.text).not.toBe(text);
      else expect(extraction).toMatchObject({ state: 'ok', format: 'txt', text, encoding: 'unicode' });
    }
  });

  it('holds all 134 letters in Windows-1258, in capitals and in prose of several lines', async () => {
    const letters = SMALL_LETTERS.replaceAll(' ', '');
    const words = [...letters].map((letter) => `t${letter}n`).join(' ');
    const text = [SENTENCE, words, SENTENCE.toUpperCase(), words.toUpperCase(), 'Hết bài.'].join('\r\n');
    const extraction = await read(Buffer.from(inLatin1(text, 'cp1258'), 'latin1'));
    expect(extraction).toMatchObject({ state: 'ok', format: 'txt', encoding: 'cp1258' });
    expect(extraction.text).toBe(text);
  });

  it('is read in Windows-1258, its letters and tones put together', async () => {
    // "Đảng viên học" as Windows-1258 writes it: Đ, a + hook, ê, o + dot below.
    const bytes = Buffer.from([0xd0, 0x61, 0xd2, 0x6e, 0x67, 0x20, 0x76, 0x69, 0xea, 0x6e, 0x20, 0x68, 0x6f, 0xf2, 0x63]);
    expect(await read(bytes)).toMatchObject({ state: 'ok', text: 'Đảng viên học', encoding: 'cp1258' });
  });

  it('keeps every character and line end as it is', async () => {
    const odd = `  Ho\u0300a\u200B b\u00ADi\u2060nh\r\nd\u0430\u0303n\rch\u0301\n\uFEFF\u202Etx\u0000t\t \u00A0${'x'.repeat(200)} `;
    expect((await read(utf8(odd))).text).toBe(odd);
    expect((await read(utf8(SENTENCE.normalize('NFD')))).text).toBe(SENTENCE.normalize('NFD'));
  });

  it('loses one byte order mark only', async () => {
    expect((await read(utf8(`\uFEFF\uFEFF${SENTENCE}`))).text).toBe(`\uFEFF${SENTENCE}`);
  });

  it('is not taken for a legacy encoding because many of its letters are Latin-1 too', async () => {
    const text = 'và là các hành vì hòa bình, tôi cùng gia đình làm giàu, phát triển nông thôn, nhà nhà có đài. '.repeat(3);
    expect(await read(utf8(text))).toMatchObject({ state: 'ok', text });
  });

  it('keeps lone surrogates, which UTF-16 can carry', async () => {
    const text = `${SENTENCE} \uD800 hết`;
    expect((await read(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le(text)]))).text).toBe(text);
  });

  it('comes out as it went in, for any text without control characters', async () => {
    const character = fc.constantFrom(...'aeiouyđĐẫữợ ,.;\n\u0309\u0323\u200B\u00ADпå漢😀');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: character, minLength: 1, maxLength: 90 }), async (text) => {
        const extraction = await read(utf8(text));
        expect(extraction).toMatchObject({ state: 'ok', text: text.replace(/^\uFEFF/, '') });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a single letter', 'a'],
    ['only spaces', ' \r\n  '],
    ['only punctuation', '... !?'],
    ['only emoji', '😀😀'],
    ['what begins like a BMP', 'BM 25: bài'],
    ['what begins like a program', 'MZ là tên tôi'],
  ])('is read, if short: %s', async (_, text) => {
    expect(await read(utf8(text))).toMatchObject({ state: 'ok', format: 'txt', text });
  });

  it('may quote code or markup', async () => {
    const text = `${SENTENCE} <script>alert(1)</script> {{7*7}} ${SENTENCE}`;
    expect(await read(utf8(text))).toMatchObject({ state: 'ok', text });
    expect(await read(utf8('<script>alert(1)</script>'))).toMatchObject({ state: 'ok' });
  });

  it('named .txt is never taken for markup, whatever it begins with', async () => {
    for (const start of ['<html> là thẻ mở đầu trang web. ', '<?xml version="1.0"?> ', '<svg> ', 'MIME-Version: ']) {
      expect(await read(utf8(start + SENTENCE))).toMatchObject({ state: 'ok', format: 'txt', text: start + SENTENCE });
    }
  });

  it('is not taken for code because of its brackets and semicolons, whatever its name', async () => {
    const list = 'a) Đảng; (b) bộ; [c] xã; (d) chi; (đ) bộ; 1) tôi; 2) đã; (3) học; (4) ghi; [5] sửa;';
    const unmarked = '(1) hoc; (2) ghi; (3) sua; (4) nho; (5) hoi; (6) dap; [7] viet (mot trang) [tr. 8] (va nop)'.replaceAll(';', ',');
    const quoting = `${SENTENCE} if (a) { b(); } while (c) { d(); }; {{{{{{}}}}}};;;;;;;`;
    for (const text of [list, unmarked, quoting]) {
      for (const name of ['bai.docx', 'bai']) expect(await read(utf8(text), name)).toMatchObject({ state: 'ok', format: 'txt', text });
    }
  });

  it('in an unknown encoding is unreadable, never full of replacement characters', async () => {
    // "пример текста" in KOI8-R and UTF-8 cut within a letter.
    for (const bytes of [Buffer.from('d0d2c9cdc5d220d4c5cbd3d4c1', 'hex'), utf8('đảng').subarray(0, 4)]) {
      const extraction = await read(bytes);
      expect(extraction).toMatchObject({ state: 'unreadable', format: 'txt', text: '', encoding: null });
      expect(codes(extraction)).toEqual(['unknown-encoding']);
    }
  });

  it('of many short lines with Latin-1 letters only is no legacy text', async () => {
    const text = `${'Không\nCó\nlà gì\n'.repeat(40)}${SENTENCE}`;
    expect(await read(utf8(text))).toMatchObject({ state: 'ok', text, messages: [] });
  });

  it('without any marks is read', async () => {
    const text = SENTENCE.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
    expect(await read(utf8(text))).toMatchObject({ state: 'ok', text });
  });

  it('is refused above the limits, with the number', async () => {
    const long = await read(utf8('bài '.repeat(30)), 'dai.txt', withLimits({ textLength: 100 }));
    expect(long).toMatchObject({ state: 'refused', text: '' });
    expect(long.messages[0]).toMatchObject({ code: 'too-large', text: expect.stringContaining('100 ký tự') });
    const large = await read(utf8('bài '.repeat(30)), 'dai.txt', withLimits({ fileBytes: 100 }));
    expect(large).toMatchObject({ state: 'refused', messages: [{ code: 'too-large', text: expect.stringContaining('100 byte') }] });
    expect(await read(utf8('a'.repeat(100)), 'vua.txt', withLimits({ fileBytes: 100, textLength: 100 }))).toMatchObject({ state: 'ok' });
  });
});
