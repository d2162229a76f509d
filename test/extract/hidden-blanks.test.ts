import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import type { Extraction } from '../../src/model/extraction.js';
import { readEssayText, withoutHidden } from '../../src/normalise/read-essay.js';
import { docxWith, styled } from './docx/make-docx.js';
import { type DocRun, HIDDEN, makeDoc, modifier } from './make-doc.js';
import { LIMITS, run, utf8 } from './make-files.js';

const words = (extraction: Extraction): string[] => readEssayText(extraction.text, extraction).body.tokens.map(({ key }) => key);

const TINY = modifier(0x4a43, 2);

/** An essay of one paragraph, every other part of which is hidden. */
const makers: Record<string, (parts: readonly string[]) => Promise<Uint8Array>> = {
  'a.docx': (parts) => docxWith(`<w:p>${parts.map((text, i) => (i % 2 === 0 ? run(text) : styled('<w:vanish/>', text))).join('')}</w:p>`),
  'a.rtf': async (parts) => utf8(`{\\rtf1 ${parts.map((text, i) => (i % 2 === 0 ? text : `{\\v ${text}}`)).join('')}\\par}`),
  'a.html': async (parts) =>
    utf8(`<html><body><p>${parts.map((text, i) => (i % 2 === 0 ? text : `<b style="display:none">${text}</b>`)).join('')}`),
  'a.doc': async (parts) =>
    makeDoc({ body: [...parts.map((text, i): DocRun => (i % 2 === 0 ? { text } : { text, characters: HIDDEN })), { text: '\r' }] }),
};

describe.each(Object.keys(makers))('the words of %s', (name) => {
  const read = async (...parts: string[]) => extract(await makers[name]!(parts), name, LIMITS);

  it.each(['. .', ' ', ' . ', '. ', '  .', 'a b', '1 2 3'])('are not torn by hidden "%s"', async (hidden) => {
    expect(words(await read('chi bo h', hidden, 'oc s', hidden, 'inh gioi'))).toEqual(words(await read('chi bo hoc sinh gioi')));
  });

  it('are not glued where a blank between hidden letters is seen', async () => {
    expect(words(await read('chi', '.', ' ', '.', 'bo hoc sinh'))).toEqual(words(await read('chi bo hoc sinh')));
  });

  it('make no file suspicious by hidden blanks alone', async () => {
    const extraction = await read(...Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 'hoc' : '  ')));
    expect(extraction).toMatchObject({ state: 'ok', messages: [] });
  });
});

describe('hidden blanks', () => {
  const plain = [{ text: 'chi bo h' }, { text: '.', characters: HIDDEN }];

  it('tear no word where they are told apart by their look, or tiny', async () => {
    const split = makeDoc({ body: [...plain, { text: ' ', characters: TINY }, { text: 'oc\r' }] });
    expect(words(await extract(split, 'a.doc', LIMITS))).toEqual(['chi', 'bo', 'hoc']);
  });

  it('stay blanks where they take up room, or stand beside a blank or at an end', () => {
    const hide = (text: string, kind: 'white' | 'vanish') => {
      const [before = '', hidden = '', after = ''] = text.split('|');
      return withoutHidden(before + hidden + after, [{ start: before.length, end: before.length + hidden.length, kind }]);
    };
    expect(hide('h|. .|oc', 'vanish').replaceAll('\ufeff', '')).toBe('hoc');
    expect(hide('h|. .|oc', 'white').replaceAll('\ufeff', '')).toBe('h oc');
    expect(hide('h |a b |oc', 'vanish').replaceAll('\ufeff', '')).toBe('h   oc');
    expect(hide('h| a b|', 'vanish').replaceAll('\ufeff', '')).toBe('h  ');
  });
});
