import { describe, expect, it } from 'vitest';
import { p, run, SENTENCE } from '../make-files.js';
import { docxWith, type Related, read, readBody, settings, styled, styles } from './make-docx.js';

const CORE =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Nguyễn Văn An &amp; con</dc:creator><cp:lastModifiedBy>Bình</cp:lastModifiedBy><dcterms:created>2026-01-02T03:04:05Z</dcterms:created><dcterms:modified>2026-02-03T04:05:06Z</dcterms:modified></cp:coreProperties>';
const APP =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>Normal.dotm</Template><TotalTime>95</TotalTime><Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

describe('what a DOCX says of itself', () => {
  it('who wrote it, when, with what, how long and in which sessions', async () => {
    const rsids =
      '<w:rsids><w:rsidRoot w:val="00a1b2c3"/><w:rsid w:val="00D4E5F6"/><w:rsid w:val="00a1b2c3"/><w:rsid w:val="sai"/></w:rsids>';
    const ids = `<w14:docId ${W14} w14:val="1A2B3C4D"/><w15:docId ${W15} w15:val="{0F0F}"/>`;
    const bytes = await docxWith(p(SENTENCE), [settings(rsids + ids)], { 'docProps/core.xml': CORE, 'docProps/app.xml': APP });
    expect((await read(bytes)).metadata).toEqual({
      creator: 'Nguyễn Văn An & con',
      lastModifiedBy: 'Bình',
      created: '2026-01-02T03:04:05Z',
      modified: '2026-02-03T04:05:06Z',
      application: 'Microsoft Office Word 16.0000',
      template: 'Normal.dotm',
      editingMinutes: 95,
      identifiers: ['1A2B3C4D', '{0F0F}'],
      revisions: ['00A1B2C3', '00D4E5F6'],
      fonts: [],
    });
  });

  it('at most 500 sessions', async () => {
    const rsids = Array.from({ length: 600 }, (_, index) => `<w:rsid w:val="${index.toString(16).padStart(8, '0')}"/>`).join('');
    expect((await readBody(p(SENTENCE), [settings(rsids)])).metadata.revisions).toHaveLength(500);
  });

  it('is nothing where its parts are damaged, which is no reason not to read the essay', async () => {
    const bytes = await docxWith(p(SENTENCE), [], { 'docProps/core.xml': '<a><b>', 'docProps/app.xml': 'x' });
    expect(await read(bytes)).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n`, metadata: { creator: '', editingMinutes: null } });
  });
});

describe('the fonts of a DOCX', () => {
  const fonts = (attributes: string): string => `<w:rFonts ${attributes}/>`;

  it('are those in use, of most letters first, each with its places', async () => {
    const body = `<w:p>${styled(fonts('w:ascii=".VnTime" w:hAnsi=".VnTime"'), 'chữ cũ')}${styled(fonts('w:ascii="Arial" w:hAnsi="Arial"'), SENTENCE)}</w:p>`;
    const { metadata, fontRuns, text } = await readBody(body, [
      styles(`<w:style w:type="character" w:styleId="x"><w:rPr>${fonts('w:ascii="Khac"')}</w:rPr></w:style>`),
    ]);
    expect(metadata.fonts).toEqual(['Arial', '.VnTime']);
    expect(fontRuns.map(({ start, end, font }) => [font, text.slice(start, end)])).toEqual([
      ['.VnTime', 'chữ cũ'],
      ['Arial', SENTENCE],
    ]);
  });

  it('come through styles and the theme, which stand back behind a font by name', async () => {
    const theme: Related = [
      'theme',
      'theme/theme1.xml',
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont></a:fontScheme></a:theme>',
    ];
    const sheet = styles(
      `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"')}</w:rPr></w:rPrDefault></w:docDefaults>` +
        `<w:style w:type="paragraph" w:styleId="De"><w:rPr>${fonts('w:asciiTheme="majorAscii" w:hAnsiTheme="majorHAnsi" w:ascii="Bo"')}</w:rPr></w:style>`,
    );
    const body = `${p('thân')}<w:p><w:pPr><w:pStyle w:val="De"/></w:pPr>${run('đầu đề')}${styled(fonts('w:ascii="Arial" w:hAnsi="Arial"'), 'tên')}</w:p>`;
    const { fontRuns } = await readBody(body, [theme, sheet]);
    expect(fontRuns.map(({ font }) => font)).toEqual(['Calibri', 'Cambria', 'Arial']);
  });

  it('follow the script: one for plain letters, one for accented ones, one for Han', async () => {
    const three = fonts('w:ascii="A" w:hAnsi="H" w:eastAsia="E" w:cs="C"');
    const body = ['abc', 'được', '越南', 'ไทย'].map((text) => `<w:p>${styled(three, text)}</w:p>`).join('');
    expect((await readBody(body)).fontRuns.map(({ font }) => font)).toEqual(['A', 'H', 'E', 'C']);
  });
});
