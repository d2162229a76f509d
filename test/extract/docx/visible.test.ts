import { describe, expect, it } from 'vitest';
import { codes } from '../findings.js';
import { documentXml, docxParts, p, rawDocx, run, SENTENCE, withLimits, zip } from '../make-files.js';
import { alternatives, docxWith, field, mark, type Related, read, readBody, textBox, vmlBox } from './make-docx.js';

const inRun = (content: string): string => `<w:r>${content}</w:r>`;
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
const math = (content: string): string => `<m:oMath>${content}</m:oMath>`;
const mr = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

describe('all that a reader of a DOCX sees is read', () => {
  it.each([
    ['a hyperlink', `<w:hyperlink r:id="x">${run('liên kết')}</w:hyperlink>`, 'liên kết'],
    ['smart tags and custom XML', `<w:smartTag>${run('xã ')}<w:customXml>${run('Bình Khê')}</w:customXml></w:smartTag>`, 'xã Bình Khê'],
    [
      'a content control, but not its properties',
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${run('ô nhập')}</w:sdtContent></w:sdt>`,
      'ô nhập',
    ],
    ['a right-to-left override and embedding', `<w:bdo>${run('một')}</w:bdo><w:dir>${run(' hai')}</w:dir>`, 'một hai'],
    ['a hyphen that does not break', `${run('a')}${inRun('<w:noBreakHyphen/>')}${run('b')}`, 'a\u2011b'],
    [
      'breaks and tabs',
      inRun('<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:ptab/><w:t>e</w:t>'),
      'a\nb\nc\td\te',
    ],
    ['no tab of the stops of a paragraph', `<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>${run('a')}`, 'a'],
    [
      'letters of the font Symbol',
      inRun('<w:sym w:font="Symbol" w:char="F061"/><w:t>=</w:t><w:sym w:font="Symbol" w:char="F044"/>'),
      'α=Δ',
    ],
    ['a letter of another font given as a symbol', inRun('<w:sym w:font="Arial" w:char="0041"/>'), 'A'],
    ['no letters for pictures of a font', `${run('a')}${inRun('<w:sym w:font="Wingdings" w:char="F0FC"/>')}${run('b')}`, 'a b'],
    ['a removed run not, an added one yes', `<w:del>${run('cũ')}</w:del><w:ins>${run('mới')}</w:ins>`, 'mới'],
    ['a run moved here, not where it was', `<w:moveFrom>${run('cũ')}</w:moveFrom><w:moveTo>${run('mới')}</w:moveTo>`, 'mới'],
  ])('%s', async (_, content, text) => {
    expect((await readBody(paragraph(content))).text).toBe(`${text}\n\n`);
  });

  it.each([
    ['a fraction', `<m:f><m:num>${mr('a')}</m:num><m:den>${mr('b')}</m:den></m:f>`, '(a)/(b)'],
    ['a power', `<m:sSup><m:e>${mr('x')}</m:e><m:sup>${mr('2')}</m:sup></m:sSup>`, 'x^(2)'],
    ['an index', `<m:sSub><m:e>${mr('x')}</m:e><m:sub>${mr('i')}</m:sub></m:sSub>`, 'x_(i)'],
    ['a root', `<m:rad><m:deg/><m:e>${mr('x')}</m:e></m:rad>`, '√(x)'],
    ['brackets', `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${mr('x')}</m:e></m:d>`, '[x]'],
    ['a sum', `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mr('i')}</m:sub><m:sup/><m:e>${mr('x')}</m:e></m:nary>`, '∑_(i)x'],
    ['a matrix', `<m:m><m:mr><m:e>${mr('a')}</m:e><m:e>${mr('b')}</m:e></m:mr></m:m>`, 'a b '],
  ])('an equation in one line: %s', async (_, content, text) => {
    expect((await readBody(paragraph(`<m:oMathPara>${math(content)}</m:oMathPara>`))).text).toBe(`${text}\n\n`);
  });

  it('white space at the ends of a text only where the file says that it counts', async () => {
    const text = (content: string, attributes = ''): string => inRun(`<w:t ${attributes}>${content}</w:t>`);
    const torn = text('h ') + text('ọc si') + text('  nh') + text(' ') + text('\nnăm\t') + text('&#xA0;nay');
    expect((await readBody(paragraph(torn))).text).toBe('học sinhnăm\u00A0nay\n\n');
    expect((await readBody(paragraph(text('<![CDATA[một ]]>hai ') + text(' ba', 'xml:space="preserve"')))).text).toBe('một hai ba\n\n');
    const inherited = paragraph(text('một ') + text('hai ', 'xml:space="default"') + text('ba')).replace(
      '<w:p',
      '<w:p xml:space="preserve"',
    );
    expect((await readBody(inherited)).text).toBe('một haiba\n\n');
    expect((await readBody(paragraph(math('<m:r><m:t>a </m:t></m:r><m:r><m:t>b</m:t></m:r>')))).text).toBe('ab\n\n');
    const other = documentXml(paragraph(text('một ', 'xml:space="preserve"') + text('hai')))
      .replace(/\bw:/g, 'x:')
      .replace('xmlns:w=', 'xmlns:x=');
    expect((await read(await rawDocx('', { 'word/document.xml': other }))).text).toBe('một hai\n\n');
  });

  it('an essay that is one equation', async () => {
    const extraction = await readBody(paragraph(math(mr(SENTENCE))));
    expect(extraction).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n`, messages: [] });
  });

  it('cells of a table, nested ones too, row by row', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(p('x'))}${cell(p('y'))}</w:tr></w:tbl>`;
    const table = `<w:tbl><w:tr>${cell(p('a'))}${cell(p('b') + inner + p('c'))}</w:tr><w:tr>${cell(p('d'))}</w:tr></w:tbl>`;
    expect((await readBody(table + p('sau'))).text.split(/\s+/)).toEqual(['a', 'b', 'x', 'y', 'c', 'd', 'sau', '']);
  });

  it('a ruby: its letters together, what stands over them after the paragraph', async () => {
    const ruby = (base: string, over: string) =>
      inRun(`<w:ruby><w:rubyPr/><w:rt>${run(over)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby>`);
    expect((await readBody(paragraph(`${run('trước ')}${ruby('nghị', 'trên')}${run(' quyết')}`))).text).toBe(
      'trước nghị quyết\n\ntrên\n\n',
    );
  });
});

describe('fields', () => {
  it.each([
    ['the result, not the instruction', field('DATE \\@ "dd"', '26')],
    ['a simple one', `<w:fldSimple w:instr=" DATE ">${run('26')}</w:fldSimple>`],
    [
      'one in another',
      `${mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${field('PAGE', '9')}<w:r><w:instrText> = 9</w:instrText></w:r>${mark('separate')}${run('26')}${mark('end')}`,
    ],
    ['text where the instruction stands not', `${mark('begin')}${run('ẩn')}${mark('separate')}${run('26')}${mark('end')}`],
    ['one in the result of another', `${mark('begin')}${mark('separate')}${field('DATE', '26')}${mark('end')}`],
    ['a mark too many', `${mark('end')}${mark('separate')}${run('26')}`],
  ])('show %s', async (_, content) => {
    expect((await readBody(paragraph(run('ngày ') + content + run(' sau')))).text).toBe('ngày 26 sau\n\n');
  });

  it.each([
    ['QUOTE "lời trích dẫn" \\* MERGEFORMAT', 'lời trích dẫn'],
    ['MACROBUTTON Ten_macro bấm vào đây', 'bấm vào đây'],
    ['EQ \\f(một, hai)', 'một hai'],
    ['XE "mục từ"', ''],
    ['TC "mục lục"', ''],
  ])('without a result show what they spell out: %s', async (instruction, shown) => {
    expect((await readBody(paragraph(run('[') + field(instruction) + run(']')))).text).toBe(`[${shown}]\n\n`);
  });

  it('that never end lose no text', async () => {
    const body = paragraph(mark('begin') + run('một')) + p('hai');
    expect((await readBody(body)).text).toBe('một\n\nhai\n\n');
  });

  it('that span paragraphs keep them apart', async () => {
    const body = `${paragraph(`${mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>${mark('separate')}${run('Mục 1')}`)}${p('Mục 2')}${paragraph(mark('end') + run('sau'))}`;
    expect((await readBody(body)).text).toBe('Mục 1\n\nMục 2\n\nsau\n\n');
  });
});

describe('text boxes and drawings come after the paragraph that they stand in', () => {
  const around = (content: string): string => paragraph(run('trước ') + inRun(content) + run('sau'));

  it.each([
    ['without fallback', alternatives(textBox(p('hộp')))],
    ['with fallback, once', alternatives(textBox(p('hộp')), vmlBox(p('hộp')))],
    [
      'whose choice nobody understands',
      `<mc:AlternateContent xmlns:q="urn:q"><mc:Choice Requires="q">${textBox(p('mồi'))}</mc:Choice><mc:Fallback>${vmlBox(p('hộp'))}</mc:Fallback></mc:AlternateContent>`,
    ],
    [
      'with several choices',
      `<mc:AlternateContent xmlns:q="urn:q"><mc:Choice Requires="q">${textBox(p('mồi'))}</mc:Choice><mc:Choice Requires="w14">${textBox(p('hộp'))}</mc:Choice><mc:Choice Requires="wps">${textBox(p('sau'))}</mc:Choice><mc:Fallback>${vmlBox(p('cũ'))}</mc:Fallback></mc:AlternateContent>`,
    ],
    [
      'whose choice is in a name space that only looks like one of a word processor',
      `<mc:AlternateContent xmlns:q="http://schemas.microsoft.com/office/word/2099/none"><mc:Choice Requires="q">${textBox(p('mồi'))}</mc:Choice><mc:Fallback>${vmlBox(p('hộp'))}</mc:Fallback></mc:AlternateContent>`,
    ],
    ['that is a branch of no alternatives', `<mc:Fallback>${vmlBox(p('hộp'))}</mc:Fallback>`],
    ['outside alternatives', textBox(p('hộp'))],
    ['of VML', vmlBox(p('hộp'))],
    ['within another one', textBox(paragraph(inRun(vmlBox(p('hộp')))))],
    ['of WordArt in VML', '<w:pict><v:shape><v:textpath string="hộp"/></v:shape></w:pict>'],
    ['of WordArt in DrawingML', '<w:drawing><a:p><a:r><a:t>hộp</a:t></a:r></a:p></w:drawing>'],
  ])('%s', async (_, box) => {
    const extraction = await readBody(around(box));
    expect(extraction.text.replace(/\n{3,}/g, '\n\n')).toBe('trước sau\n\nhộp\n\n');
    expect(extraction.messages).toEqual([]);
  });

  it('whole paragraphs in alternatives', async () => {
    const body = `${p('đầu')}${alternatives(p('mới'), p('cũ'))}${p('cuối')}`;
    expect((await readBody(body)).text).toBe('đầu\n\nmới\n\ncuối\n\n');
  });

  const art = (text: string): string =>
    `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p><a:r><a:t>${text}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>`;
  const shown = (id: string): string =>
    `<w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="${id}"/></w:drawing>`;

  it('SmartArt, where it is shown', async () => {
    const related = [['diagramData', 'diagrams/data1.xml', art('Sơ đồ')]] as const;
    expect((await readBody(around(shown('rId1')), related)).text).toBe('trước sau\n\nSơ đồ\n\n');
    expect((await readBody(around(shown('rId1')) + around(shown('rId1')), related)).text.match(/Sơ đồ/g)).toHaveLength(1);
    expect((await readBody(p('trơn'), related)).text).toBe('trơn\n\n');
  });

  it('titles and categories of a chart, but no figures', async () => {
    const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:p><a:r><a:t>Tỉ lệ</a:t></a:r></a:p></c:title><c:strCache><c:pt><c:v>Quý một</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>9</c:v></c:pt></c:numCache></c:chartSpace>`;
    const drawing = '<w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></w:drawing>';
    expect((await readBody(around(drawing), [['chart', 'charts/chart1.xml', chart]])).text).toBe('trước sau\n\nTỉ lệ\n\nQuý một\n\n');
  });
});

describe('a file embedded as text', () => {
  const body = `${p('trước')}<w:altChunk r:id="rId1"/>${p('sau')}`;

  it('is read in its place: plain text and another DOCX', async () => {
    expect((await readBody(body, [['aFChunk', 'chunk.txt', 'Nội dung nhúng trong bài']])).text).toMatch(
      /^trước\s+Nội dung nhúng trong bài\s+sau\s+$/,
    );
    const inner = await rawDocx(p('đoạn nhúng') + paragraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>${SENTENCE}</w:t></w:r>`));
    const extraction = await readBody(body, [['aFChunk', 'chunk.docx', inner]]);
    expect(extraction.text).toBe(`trước\n\nđoạn nhúng\n\n${SENTENCE}\n\nsau\n\n`);
    expect(extraction.hidden).toHaveLength(1);
    expect(codes(extraction)).toEqual(['hidden-text']);
  });

  it('is read once, however often it stands in the body, and under however many names', async () => {
    const chunk: Related = ['aFChunk', 'chunk.txt', `${SENTENCE}\n`.repeat(100)];
    const text = async (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `<w:altChunk r:id="rId${index + 1}"/>`.repeat(2));
      const extraction = await readBody(p('trước') + names.join(''), Array(count).fill(chunk));
      expect(extraction).toMatchObject({ state: 'ok', messages: [] });
      return extraction.text;
    };
    expect((await text(1)).match(/Sau khi học tập/g)).toHaveLength(100);
    expect(await text(300)).toBe(await text(1));
  });

  it('takes a share of the text that one file may have', async () => {
    const chunks: Related[] = [1, 2, 3].map((number) => ['aFChunk', `chunk${number}.txt`, SENTENCE.repeat(number)]);
    const bytes = await docxWith(body, chunks);
    expect(await read(bytes, withLimits({ textLength: 5 * SENTENCE.length }))).toMatchObject({
      state: 'refused',
      messages: [{ code: 'too-large', text: expect.stringMatching(/dài hơn \d+ ký tự/) }],
    });
    expect(await read(bytes, withLimits({ textLength: 7 * SENTENCE.length }))).toMatchObject({ state: 'ok' });
  });

  it('is told where it cannot be read, or stands in an embedded file itself', async () => {
    for (const chunk of [Buffer.from([0, 1, 2, 3]), await docxWith(body, [['aFChunk', 'chunk.txt', 'sâu quá']])]) {
      const extraction = await readBody(body, [['aFChunk', 'chunk.bin', chunk]]);
      expect(extraction.text).toMatch(/^trước\s[\s\S]*sau\s+$/);
      expect(extraction.text).not.toContain('sâu');
      expect(codes(extraction)).toEqual(['partial-text']);
    }
    expect(codes(await readBody(body))).toEqual(['partial-text']);
    expect(await readBody('<w:altChunk r:id="rId1"/>')).toMatchObject({
      state: 'unreadable',
      text: '',
      messages: [{ code: 'partial-text' }],
    });
  });
});

describe('what is not followed is told', () => {
  it('documents of their own in the file or beside it', async () => {
    const object =
      '<w:object><v:shape/><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Word.Document.12" r:id="x"/></w:object>';
    const embedded = await readBody(paragraph(run(SENTENCE) + inRun(object)));
    expect(embedded).toMatchObject({ state: 'ok', messages: [{ code: 'partial-text', text: expect.stringContaining('OLE') }] });
    const master = await readBody(`${p(SENTENCE)}<w:subDoc r:id="x"/>`);
    expect(master).toMatchObject({ messages: [{ code: 'partial-text', text: expect.stringContaining('tài liệu con') }] });
    const equation = object.replace('Word.Document.12', 'Equation.3');
    expect(await readBody(paragraph(run(SENTENCE) + inRun(equation)))).toMatchObject({
      state: 'ok',
      messages: [{ code: 'not-read-parts' }],
    });
  });

  it('tracked changes, read as accepted, and macros', async () => {
    expect(codes(await readBody(paragraph(`${run('còn')}<w:del><w:r><w:delText>mất</w:delText></w:r></w:del>`)))).toEqual([
      'tracked-changes',
    ]);
    expect(codes(await read(await rawDocx(p(SENTENCE), { 'word/vbaProject.bin': 'x' })))).toEqual(['macro']);
  });

  it('a paragraph whose mark is removed goes on in the next, a removed row is gone', async () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('một ')}</w:p>${p('hai')}`;
    expect((await readBody(joined)).text).toBe('một hai\n\n');
    const table = `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('mất')}</w:tc></w:tr><w:tr><w:tc>${p('còn')}</w:tc></w:tr></w:tbl>`;
    expect((await readBody(table)).text).toBe('còn\n\n');
  });
});

describe('namespaces', () => {
  const essay = documentXml(p('thật'));

  it.each([
    ['other prefixes', essay.replaceAll('xmlns:w=', 'xmlns:xyz=').replaceAll('w:', 'xyz:')],
    ['none', essay.replace('xmlns:w=', 'xmlns=').replaceAll('w:', '')],
    [
      'redeclared within',
      essay.replace('<w:t ', '<q:t xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ').replace('</w:t>', '</q:t>'),
    ],
    [
      'their strict form',
      essay.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
    ],
    ['undeclared', essay.replace(/xmlns:w="[^"]*"/, '')],
  ])('are known by what they are: %s', async (_, xml) => {
    expect((await read(await zip({ ...docxParts(''), 'word/document.xml': xml }))).text).toBe('thật\n\n');
  });

  it('of others hide and show nothing', async () => {
    const foreign = (attribute: string) =>
      `<w:p xmlns:q="urn:q"><w:r><w:rPr><w:vanish ${attribute}/></w:rPr><w:t>${SENTENCE}</w:t></w:r><q:t>mồi</q:t></w:p>`;
    const extraction = await readBody(foreign('q:val="0"'));
    expect(extraction).toMatchObject({ text: `${SENTENCE}\n\n`, hidden: [{ kind: 'vanish' }] });
    expect(await readBody(foreign('w:val="0"'))).toMatchObject({ text: `${SENTENCE}\n\n`, hidden: [] });
  });
});
