import { describe, expect, it } from 'vitest';
import { hiddenTexts, visibleText } from '../findings.js';
import { p, run, SENTENCE } from '../make-files.js';
import { kindOf, paragraph, rPr, secret, shd, style, theme, VANISH, WHITE } from './hide.js';
import { readBody, styled, styles } from './make-docx.js';

describe('a run is hidden by its own properties', () => {
  it.each([
    ['vanish', VANISH],
    ['vanish', '<w:vanish w:val="true"/>'],
    ['vanish', '<w:webHidden/>'],
    ['vanish', '<w:specVanish/>'],
    ['white', WHITE],
    ['white', '<w:color w:val="FEFEFE"/>'],
    ['white', '<w:color w:val="FFF5F5"/>'],
    ['white', '<w:color w:val="000000" w:themeColor="background1"/>'],
    ['white', '<w:color w:val="000000" w:themeColor="accent1" w:themeTint="05"/>'],
    ['white', '<w:color w:val="FF0000"/><w:highlight w:val="red"/>'],
    ['white', `<w:color w:val="1F4E79"/>${shd('1F4E79')}`],
    ['white', '<w:color w:val="808080"/><w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>'],
    ['white', '<w:color w:val="C00000"/><w:shd w:val="solid" w:color="C00000" w:fill="FFFFFF"/>'],
    ['tiny', '<w:sz w:val="4"/>'],
    ['tiny', '<w:sz w:val="1.5pt"/>'],
    ['invisible', '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>'],
    [
      'white',
      '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
    ],
    [undefined, '<w:vanish w:val="0"/>'],
    [undefined, '<w:vanish w:val="off"/>'],
    [undefined, '<w:color w:val="auto"/>'],
    [undefined, `<w:color w:val="auto"/>${shd('FFFFFF')}`],
    [undefined, '<w:color w:val="FF0000"/>'],
    [undefined, '<w:color w:val="FFFFFF" w:themeColor="accent1"/>'],
    [undefined, `${WHITE}<w:highlight w:val="darkBlue"/>`],
    [undefined, `${WHITE}<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>`],
    [undefined, '<w:sz w:val="5"/>'],
    ['tiny', '<w:w w:val="1"/>'],
    ['tiny', '<w:w w:val="10%"/>'],
    [undefined, '<w:w w:val="66"/>'],
    [undefined, '<w:w w:val="0"/>'],
    [undefined, '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'],
  ])('%s: %s', async (kind, properties) => {
    expect(await kindOf(paragraph(secret(properties)), [theme])).toBe(kind);
  });

  it('within an equation, a link or an added run, too', async () => {
    expect(await kindOf(paragraph(`<m:oMath><m:r>${rPr(VANISH)}<m:t>${SENTENCE}</m:t></m:r></m:oMath>`))).toBe('vanish');
    expect(await kindOf(paragraph(`<w:hyperlink r:id="x">${secret(WHITE)}</w:hyperlink>`))).toBe('white');
    const phantom = `<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>${SENTENCE}</m:t></m:r></m:e></m:phant>`;
    expect(await kindOf(paragraph(`<m:oMath>${phantom}</m:oMath>`))).toBe('invisible');
  });
});

describe('a run is hidden through styles (ECMA-376 part 1, 17.7)', () => {
  const sheet = styles(
    [
      style('character', 'An', rPr(VANISH)),
      style('character', 'AnNua', '<w:basedOn w:val="An"/>'),
      style('character', 'Hien', `<w:basedOn w:val="An"/>${rPr('<w:vanish w:val="0"/>')}`),
      style('character', 'Trang', rPr(WHITE)),
      style('paragraph', 'DoanAn', rPr(VANISH)),
      style('paragraph', 'DoanTrang', rPr(WHITE)),
      style('paragraph', 'DoanDet', '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'),
      style('paragraph', 'DoanCao', '<w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr>'),
      style('paragraph', 'DoanNho', rPr('<w:sz w:val="2"/>')),
      style('paragraph', 'NenToi', `<w:pPr>${shd('1F4E79')}</w:pPr>${rPr(WHITE)}`),
      style('paragraph', 'NenSang', `<w:basedOn w:val="NenToi"/><w:pPr>${shd('FFFFFF')}</w:pPr>`),
      style('paragraph', 'Vong', `<w:basedOn w:val="Vong"/>${rPr(VANISH)}`),
    ].join(''),
  );
  const named = (id: string): string => `<w:pStyle w:val="${id}"/>`;
  const inStyle = (id: string): string => `<w:rStyle w:val="${id}"/>`;

  it.each([
    ['a character style', 'vanish', '', inStyle('An')],
    ['one based on it', 'vanish', '', inStyle('AnNua')],
    ['one based on it that shows', undefined, '', inStyle('Hien')],
    ['direct properties over the style', undefined, '', `${inStyle('An')}<w:vanish w:val="0"/>`],
    ['a white character style', 'white', '', inStyle('Trang')],
    ['a paragraph style', 'vanish', named('DoanAn'), ''],
    ['a white paragraph style', 'white', named('DoanTrang'), ''],
    ['a tiny paragraph style', 'tiny', named('DoanNho'), ''],
    ['toggled twice, which is off', undefined, named('DoanAn'), inStyle('An')],
    ['white on the dark ground of its style', undefined, named('NenToi'), ''],
    ['white on a ground that a style makes light again', 'white', named('NenSang'), ''],
    ['white on a ground that the paragraph makes light', 'white', named('NenToi') + shd('FFFFFF'), ''],
    ['white on a ground that the paragraph takes away', 'white', named('NenToi') + shd('auto'), ''],
    ['a style based on itself', 'vanish', named('Vong'), ''],
    ['a style that is not there', undefined, named('Khong'), inStyle('Khong')],
    ['a style of flat lines', 'tiny', named('DoanDet'), ''],
    ['a style of flat lines that the paragraph opens', undefined, `${named('DoanDet')}<w:spacing w:line="240" w:lineRule="auto"/>`, ''],
    ['a height of lines to which the style gives the rule', 'tiny', `${named('DoanCao')}<w:spacing w:line="1"/>`, ''],
  ])('%s', async (_, kind, paragraphProperties, runProperties) => {
    expect(await kindOf(paragraph(secret(runProperties), paragraphProperties), [sheet])).toBe(kind);
  });

  it('the default paragraph style and the defaults of the document', async () => {
    const byDefault = styles(style('paragraph', 'Normal', rPr(WHITE), 'w:default="1"'));
    const body = paragraph(secret(''));
    expect(hiddenTexts(await readBody(body, [byDefault]))).toEqual([['white', SENTENCE]]);
    const missing = paragraph(secret(''), '<w:pStyle w:val="Khong"/>');
    expect(hiddenTexts(await readBody(missing, [byDefault]))).toEqual([['white', SENTENCE]]);
    const defaults = styles(`<w:docDefaults><w:rPrDefault>${rPr('<w:sz w:val="2"/>')}</w:rPrDefault></w:docDefaults>`);
    expect(hiddenTexts(await readBody(body, [defaults]))).toEqual([['tiny', SENTENCE]]);
    const flat = styles(
      '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:line="1pt" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>',
    );
    expect(hiddenTexts(await readBody(body, [flat]))).toEqual([['tiny', SENTENCE]]);
  });
});

describe('a paragraph is hidden by its own properties', () => {
  it.each([
    ['tiny', '<w:spacing w:line="1" w:lineRule="exact"/>'],
    ['tiny', '<w:spacing w:line="2pt" w:lineRule="exact"/>'],
    ['tiny', '<w:spacing w:line="12"/>'],
    [undefined, '<w:spacing w:line="60" w:lineRule="exact"/>'],
    [undefined, '<w:spacing w:line="1" w:lineRule="atLeast"/>'],
    [undefined, '<w:spacing w:line="0" w:lineRule="auto"/>'],
    [undefined, '<w:spacing w:after="0" w:line="168" w:lineRule="auto"/>'],
    ['offpage', '<w:ind w:left="-31000"/>'],
    ['offpage', '<w:ind w:start="-20cm" w:right="20000"/>'],
    ['offpage', '<w:ind w:left="31000"/>'],
    ['offpage', '<w:ind w:firstLine="30000"/>'],
    ['offpage', '<w:ind w:hanging="9000"/>'],
    [undefined, '<w:ind w:left="-1440" w:hanging="720"/>'],
    [undefined, '<w:ind w:left="9000" w:hanging="9000"/>'],
    [undefined, '<w:ind w:left="14000"/>'],
    [undefined, '<w:pPrChange w:id="1"><w:pPr><w:ind w:left="-31000"/></w:pPr></w:pPrChange>'],
  ])('%s: %s', async (kind, properties) => {
    expect(await kindOf(paragraph(secret(''), properties))).toBe(kind);
  });
});

describe('visible words stay whole', () => {
  const hide = (text: string): string => styled(VANISH, text);

  it('with hidden text in them or at them, which comes after the paragraph', async () => {
    const torn = await readBody(paragraph(run('Nghị qu') + hide('abc') + run('yết mới')) + p('Tiếp'));
    expect(torn.text).toBe('Nghị quyết mới\n\nabc\n\nTiếp\n\n');
    expect(hiddenTexts(torn)).toEqual([['vanish', 'abc']]);
    const stuck = await readBody(paragraph(run('một ') + hide('abc') + run('hai')));
    expect(stuck.text).toBe('một hai\n\nabc\n\n');
  });

  it('and hidden text between words stays where it is', async () => {
    const between = await readBody(paragraph(run('một ') + hide('ẩn ') + run('hai') + hide(' đuôi')));
    expect(between.text).toBe('một ẩn hai đuôi\n\n');
    expect(visibleText(between)).toBe('một hai\n\n');
  });

  it('with hidden spaces in them', async () => {
    expect((await readBody(paragraph(run('ngh') + hide(' ') + run('ị quyết')))).text).toBe('nghị quyết\n\n');
    expect((await readBody(paragraph(run('nghị') + styled(WHITE, ' ') + run('quyết')))).text).toBe('nghị quyết\n\n');
  });

  it('over the hidden end of a paragraph', async () => {
    const joined = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('ngh')}</w:p>${p('ị quyết')}`;
    expect((await readBody(joined)).text).toBe('nghị quyết\n\n');
    const separator = `<w:p><w:pPr><w:rPr><w:specVanish/></w:rPr></w:pPr>${run('Mục 1. ')}</w:p>${p('Nội dung')}`;
    expect((await readBody(separator)).text).toBe('Mục 1. Nội dung\n\n');
  });

  it('but not over a hidden paragraph, nor from one cell to the next', async () => {
    const hiddenParagraph = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${hide('ẩn')}</w:p>`;
    expect((await readBody(p('trước') + hiddenParagraph + p('sau'))).text).toBe('trước\n\nẩn\n\nsau\n\n');
    const open = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('a')}</w:p>`;
    expect((await readBody(`<w:tbl><w:tr><w:tc>${open}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>`)).text).toBe('a\n\nb\n\n');
  });
});

describe('many hidden places', () => {
  const many = (count: number): string =>
    paragraph(Array.from({ length: count }, (_, index) => run(`chữ ${index} `) + styled(VANISH, `${(index * index) % 9973}. `)).join('')) +
    p(SENTENCE) +
    paragraph(styled(VANISH, 'ẩn'));

  it('cover no text that is seen', async () => {
    const extraction = await readBody(many(5000));
    expect(extraction.hidden).toHaveLength(5001);
    expect(visibleText(extraction)).toContain(SENTENCE);
    expect(hiddenTexts(extraction).at(-1)).toEqual(['vanish', 'ẩn']);
  });

  it('beyond all measure are refused', async () => {
    expect(await readBody(many(10_000))).toMatchObject({
      state: 'refused',
      messages: [{ code: 'too-large', text: expect.stringContaining('hơn 10.000 chỗ chữ ẩn') }],
    });
  });

  it('and fonts beyond measure are not told, those before them are', async () => {
    const fonts = ['A', 'B'].map((font) => styled(`<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`, 'chữ '));
    const { fontRuns, text, state } = await readBody(
      paragraph(fonts.join('').repeat(1500)) + paragraph(styled('<w:rFonts w:ascii="A"/>', 'cuối')),
    );
    expect(state).toBe('ok');
    expect(new Set(fontRuns.map(({ start, end }) => end - start))).toEqual(new Set([4]));
    expect(text.slice(fontRuns[1]!.start, fontRuns[1]!.end)).toBe('chữ ');
  });
});

describe('a trace is no alarm', () => {
  it('few hidden letters, or the page numbers of contents', async () => {
    const trace = await readBody(p(SENTENCE) + paragraph(styled(VANISH, 'dấu vết nhỏ')));
    expect(trace).toMatchObject({ state: 'ok', messages: [], hidden: [{ kind: 'vanish' }] });
    const line = `<w:p>${run(SENTENCE)}<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/><w:t>12</w:t></w:r></w:p>`;
    const contents = await readBody(line.repeat(30));
    expect(contents).toMatchObject({ state: 'ok', messages: [] });
    expect(contents.text.startsWith(`${SENTENCE}\t12\n\n`)).toBe(true);
  });
});
