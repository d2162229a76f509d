import { Math as Equation, FootnoteReferenceRun, Header, InsertedTextRun, MathRun, PageNumber, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { documentXml, docx, LIMITS, p, rawDocx, run, SENTENCE } from '../make-files.js';

const read = (bytes: Uint8Array, limits = LIMITS) => extract(bytes, 'bai.docx', limits);
const codes = (extraction: Awaited<ReturnType<typeof read>>) => extraction.messages.map((message) => message.code);
const textOf = (extraction: Awaited<ReturnType<typeof read>>, code: string) =>
  extraction.messages.find((message) => message.code === code)?.text;

describe('text that a reader of the document does not see', () => {
  const hidden = (options: object) => new Paragraph({ children: [new TextRun({ text: SENTENCE, ...options })] });

  it.each([
    ['marked as hidden', { vanish: true }, 'chữ ẩn'],
    ['white', { color: 'FFFFFF' }, 'màu trắng'],
    ['nearly white', { color: 'FEFEFE' }, 'màu trắng'],
    ['of 2 points', { size: 4 }, 'cỡ rất nhỏ'],
  ])('%s makes the file suspicious and is named', async (_, options, name) => {
    const extraction = await read(await docx(['Bài thu hoạch', hidden(options)]));
    expect(extraction).toMatchObject({ state: 'suspicious', format: 'docx', text: expect.stringContaining(SENTENCE) });
    expect(codes(extraction)).toEqual(['hidden-text']);
    expect(textOf(extraction, 'hidden-text')).toMatch(new RegExp(`${name}.* \\(127 chữ cái\\)`));
  });

  it('as webHidden, too', async () => {
    const web = `<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>${SENTENCE}</w:t></w:r></w:p>`;
    expect(await read(await rawDocx(web))).toMatchObject({ state: 'suspicious', messages: [{ code: 'hidden-text' }] });
  });

  it('is not what stands on a dark ground, was hidden once, or is only the mark of a paragraph', async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const styled = (properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${SENTENCE}</w:t></w:r>`;
    const cell = (fill: string) =>
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/></w:tcPr><w:p>${styled(white)}</w:p></w:tc></w:tr></w:tbl>`;
    const seen = [
      cell('1F4E79'),
      `<w:p><w:pPr><w:shd w:val="clear" w:fill="C00000"/></w:pPr>${styled(white)}</w:p>`,
      `<w:p>${styled(`${white}<w:highlight w:val="blue"/>`)}</w:p>`,
      `<w:p><w:r><w:pict><v:rect fillcolor="#4f81bd [3204]"><v:textbox><w:txbxContent><w:p>${styled(white)}</w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>`,
      `<w:p>${styled('<w:vanish w:val="0"/>')}</w:p>`,
      `<w:p>${styled('<w:rPrChange w:id="1" w:author="B"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${styled('')}</w:p>`,
      `<w:p>${styled('<w:sz w:val="26"/>')}</w:p>`,
    ];
    for (const body of seen) expect(await read(await rawDocx(p(SENTENCE) + body))).toMatchObject({ state: 'ok', messages: [] });
    for (const body of [cell('auto'), cell('FFFFFF'), `${cell('1F4E79')}<w:p>${styled(white)}</w:p>`]) {
      expect(await read(await rawDocx(p(SENTENCE) + body))).toMatchObject({ state: 'suspicious' });
    }
  });

  it('is no matter where it is a trace, as the page numbers of contents are', async () => {
    expect(
      await read(await docx([SENTENCE, new Paragraph({ children: [new TextRun({ text: 'dấu vết nhỏ', vanish: true })] })])),
    ).toMatchObject({
      state: 'ok',
      messages: [],
    });
    const line = `<w:p>${run(SENTENCE)}<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/><w:t>12</w:t></w:r></w:p>`;
    expect(await read(await rawDocx(line.repeat(30)))).toMatchObject({ state: 'ok', messages: [] });
  });
});

describe('what mammoth leaves out of a DOCX is named', () => {
  it('notes, comments, heads and feet', async () => {
    const paragraph = new Paragraph({ children: [new TextRun(SENTENCE), new FootnoteReferenceRun(1)] });
    const extra = {
      footnotes: { 1: { children: [new Paragraph('Nguồn ở đây')] } },
      comments: { children: [{ id: 0, author: 'B', date: new Date(0), children: [new Paragraph('Nhận xét')] }] },
      headers: { default: new Header({ children: [new Paragraph('Đảng bộ xã Bình Khê, huyện Vân Trạch, tỉnh Hòa Lĩnh, năm 2026')] }) },
    };
    const extraction = await read(await docx([paragraph], extra));
    expect(extraction.state).toBe('ok');
    expect(codes(extraction)).toEqual(['not-read-parts']);
    for (const part of ['chú thích cuối trang', 'nhận xét', 'đầu trang']) expect(textOf(extraction, 'not-read-parts')).toContain(part);
    expect(textOf(extraction, 'not-read-parts')).not.toContain('cuối bài');
  });

  it('notes, heads and feet, as partial text where they are long, and then only once', async () => {
    const note = (text: string) => ({
      footnotes: { 1: { children: [new Paragraph(text)] } },
      endnotes: { 1: { children: [new Paragraph('Hết')] } },
    });
    const paragraph = () => new Paragraph({ children: [new TextRun(SENTENCE), new FootnoteReferenceRun(1)] });
    const long = await read(await docx([paragraph()], note(SENTENCE.repeat(2))));
    expect(codes(long)).toEqual(['partial-text', 'not-read-parts']);
    expect(textOf(long, 'partial-text')).toContain('chú thích cuối trang');
    expect(textOf(long, 'not-read-parts')).toContain('chú thích cuối bài');
    expect(textOf(long, 'not-read-parts')).not.toContain('cuối trang');
    const part = (element: string, text: string) => documentXml(p(text)).replaceAll('w:document', `w:${element}`);
    const essay = (...heads: string[]) =>
      rawDocx(p(SENTENCE), Object.fromEntries(heads.map((text, index) => [`word/header${index + 1}.xml`, part('hdr', text)])));
    expect(codes(await read(await essay(SENTENCE.repeat(2))))).toEqual(['partial-text']);
    expect(codes(await read(await essay(SENTENCE)))).toEqual(['not-read-parts']);
    // The same head in three sections.
    expect(codes(await read(await essay(SENTENCE, SENTENCE, SENTENCE)))).toEqual(['not-read-parts']);
  });

  it('but not short heads and feet, nor their page numbers', async () => {
    const pages = new Paragraph({
      children: [new TextRun('Trang '), new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
    });
    const head = { headers: { default: new Header({ children: [new Paragraph('Đảng bộ xã'), pages] }) } };
    expect(await read(await docx([SENTENCE], head))).toMatchObject({ state: 'ok', messages: [] });
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (instruction: string, result: string) =>
      `${mark('begin')}<w:r><w:instrText> ${instruction} </w:instrText></w:r>${mark('separate')}${run(result)}${mark('end')}`;
    const foot = (content: string) => rawDocx(p(SENTENCE), { 'word/footer1.xml': documentXml(`<w:p>${content}</w:p>`) });
    const many = (instruction: string) => field(instruction, '123').repeat(20);
    for (const content of [
      many('PAGE \\* MERGEFORMAT'),
      many('NUMPAGES'),
      `<w:fldSimple w:instr=" PAGE ">${run('1'.repeat(90))}</w:fldSimple>`,
    ]) {
      expect(codes(await read(await foot(`${run('Trang ')}${content}`)))).toEqual([]);
    }
    expect(codes(await read(await foot(many('QUOTE'))))).toEqual(['not-read-parts']);
  });

  it('an equation, as partial text only where it is long', async () => {
    const equation = (text: string) =>
      new Paragraph({ children: [new TextRun(SENTENCE), new Equation({ children: [new MathRun(text)] })] });
    expect(codes(await read(await docx([equation('a = b')])))).toEqual(['not-read-parts']);
    expect(codes(await read(await docx([equation(SENTENCE.repeat(2))])))).toEqual(['partial-text']);
  });

  it.each([
    [
      'a text box without fallback',
      (text: string) =>
        `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent>`,
    ],
    [
      'a text box outside alternatives',
      (text: string) => `<w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing>`,
    ],
  ])('%s, as partial text where it is long', async (_, box) => {
    const withBox = (text: string) => rawDocx(`${p(SENTENCE)}<w:p><w:r>${box(text)}</w:r></w:p>`);
    const long = await read(await withBox('ẩn đi '.repeat(20)));
    expect(long).toMatchObject({ state: 'ok', text: expect.not.stringContaining('ẩn'), messages: [{ code: 'partial-text' }] });
    expect(textOf(long, 'partial-text')).toContain('hộp văn bản');
    const short = await read(await withBox('ẩn'));
    expect(short).toMatchObject({ state: 'ok', messages: [{ code: 'not-read-parts' }] });
    expect(textOf(short, 'not-read-parts')).toContain('hộp văn bản');
    const alone = await read(await rawDocx(`<w:p><w:r>${box('ẩn')}</w:r></w:p>`));
    expect(alone).toMatchObject({ state: 'unreadable', messages: [{ code: 'partial-text' }] });
  });

  it('but not a text box with a fallback, which is read', async () => {
    const fallback = `<w:pict><v:shape><v:textbox><w:txbxContent>${p('hiện')}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    const choice = `<w:drawing><wps:txbx><w:txbxContent>${p('hiện')}</w:txbxContent></wps:txbx></w:drawing>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const extraction = await read(await rawDocx(p(SENTENCE) + body));
    expect(extraction.text.match(/hiện/g)).toHaveLength(1);
    expect(extraction.messages).toEqual([]);
  });

  it('an embedded document, and as unreadable where it is all there is', async () => {
    expect(textOf(await read(await rawDocx(`${p(SENTENCE)}<w:altChunk r:id="r9"/>`)), 'partial-text')).toContain('altChunk');
    const alone = await read(await rawDocx('<w:altChunk r:id="r9"/>'));
    expect(alone).toMatchObject({ state: 'unreadable', text: '' });
    expect(codes(alone)).toEqual(['partial-text']);
  });

  it('SmartArt and unknown elements', async () => {
    const art = { 'word/diagrams/data1.xml': '<a:x xmlns:a="u"><a:t>Sơ đồ</a:t></a:x>' };
    expect(textOf(await read(await rawDocx(p(SENTENCE), art)), 'partial-text')).toContain('sơ đồ');
    expect(codes(await read(await rawDocx(`<w:p><w:ruby><w:rubyBase>${run('chữ')}</w:rubyBase></w:ruby></w:p>${p(SENTENCE)}`)))).toContain(
      'partial-text',
    );
  });

  it('tracked changes, read as accepted, and macros', async () => {
    const change = new Paragraph({
      children: [new TextRun(SENTENCE), new InsertedTextRun({ text: ' thêm', id: 1, author: 'B', date: '2026-01-01T00:00:00Z' })],
    });
    const extraction = await read(await docx([change]));
    expect(extraction.text).toContain(' thêm');
    expect(codes(extraction)).toEqual(['tracked-changes']);
    const removed = await read(await rawDocx(`<w:p>${run('còn')}<w:del w:id="1"><w:r><w:delText>mất</w:delText></w:r></w:del></w:p>`));
    expect(removed).toMatchObject({ text: 'còn\n\n', messages: [{ code: 'tracked-changes' }] });
    expect(codes(await read(await rawDocx(p(SENTENCE), { 'word/vbaProject.bin': 'x' })))).toEqual(['macro']);
  });
});
