import { describe, expect, it } from 'vitest';
import { hiddenTexts } from '../findings.js';
import { p, SENTENCE } from '../make-files.js';
import { kindOf, paragraph, rPr, secret, shd, style, table, theme, VANISH, WHITE } from './hide.js';
import { alternatives, readBody, settings, styles, textBox, vmlBox } from './make-docx.js';

describe('white text is hidden or a heading, by what is behind it', () => {
  const white = paragraph(secret(WHITE));
  const gridTable = style(
    'table',
    'Luoi',
    `<w:tblStylePr w:type="firstRow">${rPr('<w:color w:val="FFFFFF" w:themeColor="background1"/>')}<w:tcPr>${shd('4472C4')}</w:tcPr></w:tblStylePr>`,
  );
  const gridLook = '<w:tblStyle w:val="Luoi"/><w:tblLook w:val="0020"/>';
  const sheet = styles(gridTable);

  it.each([
    ['a dark cell', undefined, table(white, shd('1F4E79'))],
    ['a light cell', 'white', table(white, shd('FFFFFF'))],
    ['a cell without shading', 'white', table(white, shd('auto'))],
    ['a cell after a dark one', 'white', table(p('x'), shd('1F4E79')) + white],
    ['a light cell in a dark one', 'white', table(table(white, shd('FFFFFF')), shd('1F4E79'))],
    ['a cell without shading in a dark one', undefined, table(table(white), shd('1F4E79'))],
    ['a dark table', undefined, table(white, '', shd('1F4E79'))],
    ['a dark header of the table style', undefined, table(paragraph(secret('')), '', gridLook)],
    ['a header of the table style that the cell makes light', 'white', table(paragraph(secret('')), shd('FFFFFF'), gridLook)],
    ['a header of the table style, white itself', undefined, table(white, '', gridLook)],
    ['a header that is switched off', 'white', table(white, '', '<w:tblStyle w:val="Luoi"/><w:tblLook w:val="0000"/>')],
    ['a dark paragraph', undefined, paragraph(secret(WHITE), shd('C00000'))],
    ['a dark text box', undefined, paragraph(`<w:r>${textBox(white, '<a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill>')}</w:r>`)],
    [
      'a text box in a theme colour',
      undefined,
      paragraph(`<w:r>${textBox(white, '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>')}</w:r>`),
    ],
    [
      'a light text box',
      'white',
      paragraph(`<w:r>${textBox(white, '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="95000"/></a:schemeClr></a:solidFill>')}</w:r>`),
    ],
    [
      'a text box without fill',
      'white',
      paragraph(`<w:r>${textBox(white, '<a:noFill/><a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>')}</w:r>`),
    ],
    ['a text box filled with a picture or a gradient', undefined, paragraph(`<w:r>${textBox(white, '<a:gradFill/>')}</w:r>`)],
    ['a dark VML box', undefined, paragraph(`<w:r>${vmlBox(white, 'fillcolor="#4f81bd [3204]"')}</w:r>`)],
    ['a VML box', 'white', paragraph(`<w:r>${vmlBox(white)}</w:r>`)],
    [
      'a box that covers a dark shape of the same place',
      undefined,
      paragraph(`<w:r>${textBox('', '<a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill>')}${textBox(white, '<a:noFill/>')}</w:r>`),
    ],
  ])('%s: %s', async (_, kind, body) => {
    expect(await kindOf(body, [sheet, theme])).toBe(kind);
  });

  const DARK = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>';
  const floating = (box: string): string => paragraph(`<w:r>${box.replaceAll('wp:inline', 'wp:anchor')}</w:r>`);
  const ground = floating(textBox(p('x'), DARK));
  const title = textBox(white, '<a:noFill/>');
  const photo = floating('<w:drawing><wp:inline><pic:pic><a:blip r:embed="rId9"/></pic:pic></wp:inline></w:drawing>');

  it.each([
    ['a title that floats on a shape of another paragraph', undefined, ground + p('x') + floating(title)],
    ['a title that floats on a photograph', undefined, photo + floating(title)],
    [
      'a VML title on a VML shape',
      undefined,
      paragraph(`<w:r>${vmlBox('', 'style="position:absolute" fillcolor="navy"')}</w:r>`) +
        paragraph(`<w:r>${vmlBox(white, 'style="position:absolute" filled="f"')}</w:r>`),
    ],
    [
      'a title that floats on the page after that of the shape',
      'white',
      `${ground}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${floating(title)}`,
    ],
    ['a title in line with the text', 'white', ground + paragraph(`<w:r>${title}</w:r>`)],
    ['a title that floats after a shape in line with the text', 'white', paragraph(`<w:r>${textBox('', DARK)}</w:r>`) + floating(title)],
    ['a title that floats on a white shape', 'white', floating(textBox(p('x'), DARK.replace('1F3864', 'FFFFFF'))) + floating(title)],
    ['a paragraph after a shape that floats', 'white', ground + white],
  ])('%s: %s', async (_, kind, body) => {
    const { text, hidden } = await readBody(body);
    expect(hidden.map((place) => [place.kind, text.slice(place.start, place.end)])).toEqual(kind === undefined ? [] : [[kind, SENTENCE]]);
  });

  it('the colour of the page, where it is shown', async () => {
    const page = '</w:body><w:background w:color="1F4E79"/><w:body>';
    const shown = settings('<w:displayBackgroundShape/>');
    expect(hiddenTexts(await readBody(page + white, [shown]))).toEqual([]);
    expect(hiddenTexts(await readBody(page + white))).toEqual([['white', SENTENCE]]);
    expect(hiddenTexts(await readBody(page + paragraph(secret('<w:color w:val="1F4E79"/>')), [shown]))).toEqual([['white', SENTENCE]]);
  });
});

describe('a cell that is merged with the one above it', () => {
  const cellWith = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const rows = (...all: string[]): string => `<w:tbl>${all.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;
  const [first, next, wide] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>', '<w:gridSpan w:val="2"/>'];
  const hidden = cellWith(p(SENTENCE), next);

  it.each([
    ['shows nothing of its own', 'clipped', rows(cellWith(p('a'), first), hidden)],
    ['and the third in a row does not either', 'clipped', rows(cellWith(p('a'), first), cellWith('', next), hidden)],
    [
      'in another column than the first',
      'clipped',
      rows(cellWith(p('a'), wide) + cellWith(p('b'), first), cellWith('') + cellWith('') + hidden),
    ],
    [
      'behind columns that the row passes over',
      'clipped',
      rows(cellWith(p('a')) + cellWith(p('b'), first), `<w:trPr><w:gridBefore w:val="1"/></w:trPr>${hidden}`),
    ],
    ['shows its own where none above begins it', undefined, rows(hidden)],
    ['or one of another column does', undefined, rows(cellWith(p('a'), first) + cellWith(p('b')), cellWith('') + hidden)],
    ['or it begins one itself', undefined, rows(cellWith(p('a'), first), cellWith(p(SENTENCE), first))],
    ['or the one between is not merged', undefined, rows(cellWith(p('a'), first), cellWith(p('b')), hidden)],
    ['a table within it, too', 'clipped', rows(cellWith(p('a'), first), cellWith(rows(cellWith(p(SENTENCE))), next))],
  ])('%s: %s', async (_, kind, body) => {
    expect(await kindOf(body)).toBe(kind);
  });
});

describe('whole places are hidden', () => {
  const box = (attributes: string): string => paragraph(`<w:r>${vmlBox(p(SENTENCE), attributes)}</w:r>`);
  const drawing = (change: (xml: string) => string): string => paragraph(`<w:r>${change(textBox(p(SENTENCE)))}</w:r>`);

  it.each([
    ['a VML box that is not shown', 'vanish', box('style="position:absolute;visibility:hidden"')],
    ['a VML box without width', 'clipped', box('style="width:0;height:50pt"')],
    ['a VML box with its size', undefined, box('style="width:100pt;height:50.05pt;visibility:visible"')],
    ['a text box of no size', 'clipped', drawing((xml) => xml.replace('cx="3000000"', 'cx="0"'))],
    ['a text box a point wide and high', 'clipped', drawing((xml) => xml.replace('cx="3000000" cy="900000"', 'cx="13000" cy="13000"'))],
    ['a text box of a hand', undefined, drawing((xml) => xml.replace('cx="3000000" cy="900000"', 'cx="720000" cy="360000"'))],
    [
      'a flat text box that grows with its text',
      undefined,
      drawing((xml) => xml.replace('cy="900000"', 'cy="0"').replace('</wps:wsp>', '<wps:bodyPr><a:spAutoFit/></wps:bodyPr></wps:wsp>')),
    ],
    [
      'a text box a point wide that grows',
      'clipped',
      drawing((xml) => xml.replace('cx="3000000"', 'cx="1300"').replace('</wps:wsp>', '<wps:bodyPr><a:spAutoFit/></wps:bodyPr></wps:wsp>')),
    ],
    ['a VML box a point wide and high', 'clipped', box('style="width:1pt;height:0.5mm"')],
    ['a VML box in a group, in the lengths of the group', undefined, box('style="width:10;height:10"')],
    ['a text box that is not shown', 'vanish', drawing((xml) => xml.replace('<wp:extent', '<wp:docPr id="1" hidden="1"/><wp:extent'))],
    ['a text box in a hidden run', 'vanish', paragraph(`<w:r>${rPr(VANISH)}${textBox(p(SENTENCE))}</w:r>`)],
    ['a text box in a white run', undefined, paragraph(`<w:r>${rPr(WHITE)}${textBox(p(SENTENCE))}</w:r>`)],
    ['a row', 'vanish', `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p(SENTENCE)}</w:tc></w:tr></w:tbl>`],
    ['the fallback of a blank choice', 'layer', paragraph(`<w:r>${alternatives('<w:t></w:t>', `<w:t>${SENTENCE}</w:t>`)}</w:r>`)],
    ['the fallback of a box without text', 'layer', paragraph(`<w:r>${alternatives(textBox(p(' ')), vmlBox(p(SENTENCE)))}</w:r>`)],
    [
      'the second choice where the first is blank',
      'layer',
      paragraph(
        `<w:r>${alternatives('<w:tab/>', '').replace('</mc:Choice>', `</mc:Choice><mc:Choice Requires="w14"><w:t>${SENTENCE}</w:t></mc:Choice>`)}</w:r>`,
      ),
    ],
    [
      'a run around a blank choice',
      undefined,
      paragraph(`<w:r>${alternatives('<w:t></w:t>', '<w:t> </w:t>')}<w:t>${SENTENCE}</w:t></w:r>`),
    ],
    ['a branch of alternatives', 'vanish', paragraph(`<w:r>${alternatives(textBox(paragraph(secret(VANISH))))}</w:r>`)],
  ])('%s', async (_, kind, body) => {
    expect(await kindOf(body)).toBe(kind);
  });
});
