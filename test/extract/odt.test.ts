import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { codes } from './findings.js';
import { docxParts, LIMITS, type Parts, SENTENCE, utf8, zip } from './make-files.js';
import { growthOfEight, LINEAR } from './timing.js';

const NAMESPACES = ['office', 'style', 'text', 'table', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    'xmlns:officeooo="http://openoffice.org/2009/office"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:math="http://www.w3.org/1998/Math/MathML"',
  )
  .join(' ');

const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${NAMESPACES}>${content}</office:${root}>`;
const contentXml = (body: string, styles = ''): string =>
  part(
    'document-content',
    `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
  );
const odt = (body: string, styles = '', extra: Parts = {}): Promise<Buffer> =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': contentXml(body, styles), ...extra });

const read = (bytes: Uint8Array, fileName = 'bai.odt') => extract(bytes, fileName, LIMITS);
const textOf = async (body: string) => (await read(await odt(body))).text;
const p = (text: string): string => `<text:p>${text}</text:p>`;

describe('the text of an ODT', () => {
  it('keeps headings, lists, cells, lines, tabs and spaces apart', async () => {
    const list = `<text:list><text:list-item><text:number>1.</text:number>${p('một')}<text:list>${`<text:list-item>${p('hai')}</text:list-item>`}</text:list></text:list-item></text:list>`;
    const table = `<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000">${p('x')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`;
    const line = p(
      'a<text:tab/>b<text:line-break/>c<text:s text:c="3"/>d<text:s/>e<text:soft-page-break/><text:bookmark-start text:name="x"/>f',
    );
    expect(await textOf(`<text:h>Đầu đề</text:h>${list}${table}${line}`)).toBe('Đầu đề\n\nmột\n\nhai\n\nx\n\na\tb\nc   d ef\n\n');
  });

  it('has one space for the white space of the file, and its characters as they are', async () => {
    expect(
      await textOf(p('\n  Ho\u0300a <text:span> b\u00ADi\n</text:span>\n  <text:span>hết</text:span> &#x1F600;&amp;<![CDATA[<b>]]>')),
    ).toBe('Ho\u0300a b\u00ADi hết 😀&<b>\n\n');
  });

  it('is found whatever the file calls its namespaces', async () => {
    const renamed = contentXml(p('bài viết'))
      .replace(/(<\/?)text:/g, '$1t:')
      .replace('xmlns:text=', 'xmlns:t=');
    expect((await read(await zip({ mimetype: 'x', 'content.xml': renamed }))).text).toBe('bài viết\n\n');
  });

  it('is what is shown: boxes and shapes behind their paragraph, no notes of programs, no models of indexes', async () => {
    const box = `<draw:frame><draw:text-box>${p('trong hộp')}</draw:text-box><svg:title>tên</svg:title><svg:desc>mô tả</svg:desc></draw:frame>`;
    const shape = `<draw:custom-shape>${p('trong hình')}</draw:custom-shape>`;
    const ruby = '<text:ruby><text:ruby-base>chữ</text:ruby-base><text:ruby-text>âm</text:ruby-text></text:ruby>';
    const index = `<text:table-of-content><text:table-of-content-source><text:index-title-template>Mẫu</text:index-title-template></text:table-of-content-source><text:index-body>${p('Mục lục')}</text:index-body></text:table-of-content>`;
    const body = `${index}${p(`Thân ${box}bài${shape} ${ruby}.<text:script>x()</text:script>`)}<office:forms>y</office:forms>`;
    expect(await textOf(body)).toBe('Mục lục\n\nThân bài chữ.\n\ntrong hộp\n\ntrong hình\n\nâm\n\n');
  });

  it('has notes, comments, heads and feet beside the body, equal ones once', async () => {
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('Xem báo.')}</text:note-body></text:note>`;
    const comment = `<office:annotation><dc:creator>An</dc:creator><dc:date>2025</dc:date>${p('Nên sửa.')}</office:annotation>`;
    const page = `<style:header>${p('Chi bộ một')}</style:header><style:footer>${p('<text:page-number>3</text:page-number>')}</style:footer>`;
    const heads = `<style:master-page>${page}<style:header-left>${p('Chi bộ một')}</style:header-left><style:footer-left style:display="false">${p('Thôi')}</style:footer-left></style:master-page>`;
    const styles = part('document-styles', `<office:master-styles>${heads}</office:master-styles>`);
    const extraction = await read(await odt(p(`Thân ${note}bài${comment}.`), '', { 'styles.xml': styles }));
    expect(extraction.text).toBe('Thân bài.\n\nChi bộ một\n\nXem báo.\n\nNên sửa.\n\n');
    const asides = extraction.asides.map(({ start, end }) => extraction.text.slice(start, end).trim());
    expect(asides).toEqual(['Chi bộ một', 'Xem báo.', 'Nên sửa.']);
  });

  it('is read with its changes accepted, and that is told', async () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('bỏ')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const extraction = await read(await odt(`${changes}${p('giữ <text:change-start/>thêm<text:change-end/><text:change/>')}`));
    expect(extraction).toMatchObject({ state: 'ok', text: 'giữ thêm\n\n' });
    expect(codes(extraction)).toEqual(['tracked-changes']);
  });

  it('holds formulas; charts and other objects are named as not read', async () => {
    const math =
      '<math:math><math:semantics><math:mrow><math:mi>a</math:mi><math:mo>=</math:mo><math:mtext>diện tích</math:mtext></math:mrow><math:annotation>a = "x"</math:annotation></math:semantics></math:math>';
    const object = (name: string) => `<draw:frame><draw:object xlink:href="./${name}"/><draw:image/></draw:frame>`;
    const parts = {
      'Object 1/content.xml': math.replace('<math:math', `<math:math ${NAMESPACES}`),
      'Object 2/content.xml': part('document-content', '<office:body><office:chart/></office:body>'),
    };
    const extraction = await read(await odt(p(`Có ${object('Object 1')}${object('Object 2')}${object('Object 3')}.`), '', parts));
    expect(extraction).toMatchObject({ state: 'ok', text: 'Có a = diện tích.\n\n' });
    expect(extraction.messages).toMatchObject([
      { code: 'partial-text', text: expect.stringContaining('tài liệu đính kèm') },
      { code: 'not-read-parts', text: expect.stringContaining('biểu đồ') },
    ]);
  });

  it('that stands in pictures needs OCR', async () => {
    const picture = p('<draw:frame><draw:image xlink:href="Pictures/1.png"/><draw:image xlink:href="Pictures/1.svm"/></draw:frame>');
    expect(await read(await odt(picture + p('Bài của An')))).toMatchObject({ state: 'needs-ocr', format: 'odt', text: '' });
    expect(await read(await odt(picture + p(SENTENCE.slice(0, 90))))).toMatchObject({ state: 'ok', messages: [] });
  });

  it('comes with what the file says of itself', async () => {
    const meta = `<office:meta><meta:initial-creator>Nguyễn An</meta:initial-creator><dc:creator>Bình</dc:creator><meta:creation-date>2025-03-04T05:06:07</meta:creation-date><dc:date>2025-04-01T00:00:00</dc:date><meta:generator>LibreOffice/7.4</meta:generator><meta:editing-duration>P1DT2H3M4S</meta:editing-duration><meta:template xlink:title="Mẫu"/></office:meta>`;
    const fonts = '<style:font-face style:name="F1" svg:font-family="&apos;Times New Roman&apos;"/>';
    const style =
      '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="F1" officeooo:rsid="001a2b3c"/></style:style>';
    const body = p('Bài <text:span text:style-name="T1">viết của tôi</text:span>');
    const extraction = await read(await odt(body, fonts + style, { 'meta.xml': part('document-meta', meta) }));
    expect(extraction.metadata).toEqual({
      creator: 'Nguyễn An',
      lastModifiedBy: 'Bình',
      created: '2025-03-04T05:06:07',
      modified: '2025-04-01T00:00:00',
      application: 'LibreOffice/7.4',
      template: 'Mẫu',
      editingMinutes: 26 * 60 + 3,
      identifiers: [],
      revisions: ['001A2B3C'],
      fonts: ['Times New Roman'],
    });
    expect(extraction.fontRuns).toEqual([{ start: 4, end: 16, font: 'Times New Roman' }]);
  });

  it('may be one XML file, in UTF-8 or UTF-16', async () => {
    const flat = part('document', `<office:body><office:text>${p(SENTENCE)}</office:text></office:body>`);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(flat.replace('UTF-8', 'UTF-16'), 'utf16le')]);
    for (const bytes of [utf8(flat), utf16]) {
      expect(await read(bytes, 'bai.fodt')).toMatchObject({ state: 'ok', format: 'odt', text: `${SENTENCE}\n\n`, messages: [] });
    }
  });

  it('comes without its macros, which is told', async () => {
    expect(codes(await read(await odt(p('Bài'), '', { 'Basic/Standard/Module1.xml': '<x/>' })))).toEqual(['macro']);
  });
});

describe('hidden text of an ODT', () => {
  const secret = 'đây là đoạn chữ mà người đọc không nhìn thấy';
  const style = (name: string, family: string, properties: string, parent = ''): string =>
    `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}">${properties}</style:style>`;
  const letters = (attributes: string): string => `<style:text-properties ${attributes}/>`;
  const span = `<text:span text:style-name="T">${secret}</text:span>`;
  const dark = '<style:table-cell-properties fo:background-color="#000080"/>';
  const cell = (content: string): string =>
    `<table:table><table:table-row><table:table-cell table:style-name="C">${content}</table:table-cell></table:table-row></table:table>`;
  const hiddenOf = async (body: string, styles: string) => {
    const extraction = await read(await odt(`${p('Bài viết.')}${body}${p('Hết.')}`, styles));
    expect(extraction.text).toContain(secret);
    return extraction.hidden.map(({ start, end, kind }) => [extraction.text.slice(start, end).trim(), kind]);
  };

  it.each([
    ['set so', p(span), style('T', 'text', letters('text:display="none"')), 'vanish'],
    ['in white', p(span), style('T', 'text', letters('fo:color="#ffffff"')), 'white'],
    ['in nearly white', p(span), style('T', 'text', letters('fo:color="#f4f4f4"')), 'white'],
    ['in its own background', p(span), style('T', 'text', letters('fo:color="#ff0000" fo:background-color="#ff0000"')), 'white'],
    ['by a style further up', p(span), style('T', 'text', '', 'U') + style('U', 'text', letters('fo:color="#fff"'), 'T'), 'white'],
    ['of 1 point', p(span), style('T', 'text', letters('fo:font-size="1pt"')), 'tiny'],
    ['of one percent', p(span), style('T', 'text', letters('fo:font-size="1%"')), 'tiny'],
    [
      'of a tenth of a tenth',
      p(span),
      style('T', 'text', letters('fo:font-size="10%"'), 'U') + style('U', 'text', letters('fo:font-size="10%"')),
      'tiny',
    ],
    ['raised and shrunk', p(span), style('T', 'text', letters('fo:font-size="12pt" style:text-position="super 1%"')), 'tiny'],
    ['transparent', p(span), style('T', 'text', letters('fo:color="#000000" loext:opacity="0%"')), 'invisible'],
    [
      'in the colour of its cell',
      cell(p(span)),
      style('C', 'table-cell', dark) + style('T', 'text', letters('fo:color="#000080"')),
      'white',
    ],
    ['a hidden section', `<text:section text:display="none">${p(secret)}</text:section>`, '', 'vanish'],
    [
      'a section hidden by a condition',
      `<text:section text:display="condition" text:is-hidden="true">${p(secret)}</text:section>`,
      '',
      'vanish',
    ],
    [
      'a section hidden by what is always so',
      `<text:section text:display="condition" text:condition="ooow:1==1" text:is-hidden="false">${p(secret)}</text:section>`,
      '',
      'vanish',
    ],
    [
      'a paragraph hidden by what is always so',
      p(`${secret}<text:hidden-paragraph text:condition="ooow:&quot;a&quot; EQ &quot;a&quot;" text:is-hidden="false"/>`),
      '',
      'vanish',
    ],
    [
      'a cell that another one covers',
      cell(p('a')).replace('</table:table-row>', `<table:covered-table-cell>${p(secret)}</table:covered-table-cell></table:table-row>`),
      '',
      'vanish',
    ],
    ['a hidden paragraph', p(`${secret}<text:hidden-paragraph text:is-hidden="true"/>`), '', 'vanish'],
    ['hidden text', p(`<text:hidden-text text:is-hidden="true" text:string-value="${secret}">x</text:hidden-text>`), '', 'vanish'],
    ['a hidden field', p(`<text:variable-set text:display="none">${secret}</text:variable-set>`), '', 'vanish'],
  ])('is told: %s', async (_, body, styles, kind) => {
    expect(await hiddenOf(body, styles)).toEqual([[secret, kind]]);
  });

  it.each([
    ['white in a dark cell', cell(p(span)), style('C', 'table-cell', dark) + style('T', 'text', letters('fo:color="#ffffff"'))],
    ['white in a filled shape', `<draw:rect>${p(span)}</draw:rect>`, style('T', 'text', letters('fo:color="#ffffff"'))],
    [
      'the colour of the window',
      p(span),
      style('T', 'text', letters('fo:color="#ffffff" style:use-window-font-color="true" loext:opacity="0%"')),
    ],
    ['a section whose condition does not hold', `<text:section text:display="condition">${p(secret)}</text:section>`, ''],
    ['half as large', p(span), style('T', 'text', letters('fo:font-size="50%"'))],
    [
      'a section hidden by what is never so',
      `<text:section text:condition="ooow:1==0" text:is-hidden="true">${p(secret)}</text:section>`,
      '',
    ],
    [
      'a section hidden by what may change',
      `<text:section text:condition="ooow:x==1" text:is-hidden="false">${p(secret)}</text:section>`,
      '',
    ],
    ['hidden text that is shown', p(`<text:hidden-text text:string-value="x">${secret}</text:hidden-text>`), ''],
  ])('is not what is seen: %s', async (_, body, styles) => {
    expect(await hiddenOf(body, styles)).toEqual([]);
  });

  it('makes the file suspicious, also by the page and styles with names', async () => {
    const layout = '<style:page-layout style:name="L"><style:page-layout-properties fo:background-color="#202020"/></style:page-layout>';
    const named = style('Dark', 'paragraph', letters('fo:color="#202020"'));
    const styles = part(
      'document-styles',
      `<office:styles>${named}</office:styles><office:automatic-styles>${layout}</office:automatic-styles><office:master-styles><style:master-page style:page-layout-name="L"/></office:master-styles>`,
    );
    const extraction = await read(await odt(`<text:p text:style-name="Dark">${secret}</text:p>`, '', { 'styles.xml': styles }));
    expect(extraction).toMatchObject({ state: 'suspicious', hidden: [{ kind: 'white' }], messages: [{ code: 'hidden-text' }] });
  });
});

describe('an ODT that is none, or none that is read', () => {
  const manifest = part('x', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
  const body = (kind: string) => part('document-content', `<office:body><office:${kind}/></office:body>`);
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]>`;

  it.each([
    ['with a password', { 'content.xml': '\u0001', 'META-INF/manifest.xml': manifest }, 'unreadable', 'encrypted'],
    ['with a password, as a whole', { 'encrypted-package': '\u0001' }, 'unreadable', 'encrypted'],
    ['a spreadsheet', { 'content.xml': body('spreadsheet') }, 'refused', 'unsupported-sheet'],
    ['slides', { 'content.xml': body('presentation') }, 'refused', 'unsupported-slides'],
    ['a drawing', { 'content.xml': body('drawing') }, 'refused', 'not-a-document'],
    ['no document', { 'content.xml': '<x/>' }, 'unreadable', 'damaged'],
    ['broken off', { 'content.xml': contentXml(p('a')).slice(0, -20) }, 'unreadable', 'damaged'],
    ['with an unknown entity', { 'content.xml': contentXml(p('&a;')) }, 'unreadable', 'damaged'],
    ['no UTF-8', { 'content.xml': Buffer.from(contentXml(p('\xE9')), 'latin1') }, 'unreadable', 'damaged'],
    ['with an entity bomb', { 'content.xml': contentXml(p('&a;')).replace('<office', `${bomb}<office`) }, 'refused', 'doctype'],
    ['with a bomb in its styles', { 'content.xml': contentXml(p('a')), 'styles.xml': `${bomb}<x/>` }, 'refused', 'doctype'],
    ['of elements in elements', { 'content.xml': contentXml('<text:section>'.repeat(50_000)) }, 'refused', 'too-deep'],
    ['of too many elements', { 'content.xml': contentXml(p('<text:s/>').repeat(500_001)) }, 'refused', 'too-large'],
    ['of too many spaces', { 'content.xml': contentXml(p('<text:s text:c="1000000000"/>').repeat(1001)) }, 'refused', 'too-large'],
  ])('%s', async (_, parts, state, code) => {
    const extraction = await read(await zip({ mimetype: 'application/vnd.oasis.opendocument.text', ...(parts as Parts) }));
    expect(extraction).toMatchObject({ state, format: 'odt', text: '' });
    expect(extraction.messages.map((message) => message.code)).toContain(code);
  });

  it('that is a DOCX as well is refused as two documents', async () => {
    const both = docxParts('<w:p><w:r><w:t>Bài này</w:t></w:r></w:p>', { mimetype: 'x', 'content.xml': contentXml(p('Bài kia')) });
    for (const name of ['bai.odt', 'bai.docx']) {
      const extraction = await read(await zip(both), name);
      expect(extraction).toMatchObject({
        state: 'refused',
        text: '',
        messages: [{ code: 'two-documents', text: expect.stringMatching(/nộp lại/) }],
      });
    }
  });

  it('has a bounded number of spaces for any count', async () => {
    expect((await textOf(p('a<text:s text:c="1000000000"/>b'))).length).toBeLessThan(1100);
    expect(await textOf(p('a<text:s text:c="-5"/>b<text:s text:c="x"/>c'))).toBe('a b c\n\n');
  });

  it('costs what its length is, in one paragraph as in many', async () => {
    const work = async (count: number) => {
      expect((await read(await odt(p('<text:s/>a<text:span>b</text:span>'.repeat(count))))).state).toBe('ok');
    };
    expect(await growthOfEight(work, 3000)).toBeLessThan(LINEAR);
  });
});
