import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../findings.js';
import { p, run, SENTENCE } from '../make-files.js';
import { alternatives, docxWith, field, part, read, styled, textBox, vmlBox } from './make-docx.js';
import { ESSAY, isInstalled, SHAPES, withLibreOffice, withPandoc } from './programs.js';

async function mammothWords(bytes: Buffer): Promise<string[]> {
  return splitWords((await mammoth.extractRawText({ buffer: bytes })).value);
}

/** Words of a list that are left after those of another were taken out in its order; undefined where that cannot be done. */
function beyond(words: readonly string[], taken: readonly string[]): string[] | undefined {
  const rest: string[] = [];
  let next = 0;
  for (const word of words) {
    if (word === taken[next]) next++;
    else rest.push(word);
  }
  return next === taken.length ? rest : undefined;
}

describe('an essay in the shape of a program', () => {
  it.each(Object.entries(SHAPES))('%s is read whole, without a word about it', async (_, make) => {
    const extraction = await read(await make());
    expect(extraction).toMatchObject({ state: 'ok', messages: [], hidden: [], asides: [] });
    expect(extraction.text).toBe(ESSAY.map((paragraph) => `${paragraph}\n\n`).join(''));
  });

  it.each(Object.entries(SHAPES).filter(([name]) => name !== 'Strict OOXML'))('%s has the words that mammoth reads', async (_, make) => {
    const bytes = await make();
    expect(splitWords((await read(bytes)).text)).toEqual(await mammothWords(bytes));
  });

  it('docx: headings, tables, line breaks and fonts', async () => {
    const cell = (text: string) =>
      new TableCell({ shading: { fill: '1F4E79' }, children: [new Paragraph({ children: [new TextRun({ text, color: 'FFFFFF' })] })] });
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: 'Bài thu hoạch', heading: 'Heading1' }),
              new Paragraph({
                children: [new TextRun({ text: SENTENCE, font: 'Times New Roman', size: 28 }), new TextRun({ text: 'dòng sau', break: 1 })],
              }),
              new Table({ rows: [new TableRow({ children: [cell('Số thứ tự'), cell('Nội dung')] })] }),
            ],
          },
        ],
      }),
    );
    const extraction = await read(bytes);
    expect(extraction).toMatchObject({ state: 'ok', messages: [], hidden: [] });
    // mammoth's raw text glues the words at both sides of a line break together.
    expect(splitWords(extraction.text).join('')).toEqual((await mammothWords(bytes)).join(''));
  });
});

const HTML = `<html><head><meta charset="utf-8"></head><body><h1>Bài thu hoạch</h1><p>${SENTENCE}</p><p style="color:#ffffff;background:#1f4e79">Chữ trắng trên nền tối, ai cũng đọc được bình thường</p><table border="1"><tr><th>Số</th><th>Việc</th></tr><tr><td>một</td><td>hai<br>ba</td></tr></table><ul><li>mục đầu</li><li>mục sau</li></ul></body></html>`;
const MARKDOWN = `# Bài thu hoạch\n\n${SENTENCE}[^1]\n\n| Số | Việc |\n|----|------|\n| một | hai |\n\n- mục đầu\n- mục sau\n\nCông thức $\\frac{a}{b}$ ở đây.\n\n[^1]: Nguồn của câu này.\n`;

describe('an essay that a program writes', () => {
  it.skipIf(!isInstalled('soffice'))('LibreOffice (skipped where it is not installed)', async () => {
    const bytes = withLibreOffice(HTML);
    const extraction = await read(bytes);
    expect(extraction).toMatchObject({ state: 'ok', messages: [], hidden: [] });
    expect(extraction.metadata.application).toMatch(/^LibreOffice/);
    expect(extraction.text).toContain(`${SENTENCE}\n\n`);
    for (const words of ['một\n\nhai\nba\n\n', 'mục đầu\n\nmục sau\n\n']) expect(extraction.text).toContain(words);
    expect(splitWords(extraction.text).join('')).toEqual((await mammothWords(bytes)).join(''));
  });

  it.skipIf(!isInstalled('pandoc'))('pandoc (skipped where it is not installed)', async () => {
    const bytes = withPandoc(MARKDOWN);
    const extraction = await read(bytes);
    expect(extraction).toMatchObject({ state: 'ok', messages: [], hidden: [] });
    expect(extraction.text).toContain('Công thức (a)/(b) ở đây.');
    // mammoth reads neither the note nor the equation.
    const rest = beyond(splitWords(extraction.text), await mammothWords(bytes));
    expect(rest?.join(' ')).toBe('(a)/(b) Nguồn của câu này.');
  });
});

describe('where the walk reads more than mammoth, it is for a reason', () => {
  const inRun = (content: string): string => `<w:p>${run('trước ')}<w:r>${content}</w:r></w:p>`;

  it.each([
    ['a text box without fallback', inRun(alternatives(textBox(p('trong hộp')))), 'trong hộp'],
    ['a text box in DrawingML alone', inRun(textBox(p('trong hộp'))), 'trong hộp'],
    ['an equation', `<w:p>${run('trước ')}<m:oMath><m:r><m:t>trong công thức</m:t></m:r></m:oMath></w:p>`, 'trong công thức'],
    ['a simple field', `<w:p>${run('trước ')}<w:fldSimple w:instr="QUOTE">${run('lời trích')}</w:fldSimple></w:p>`, 'lời trích'],
    ['a field without result', `<w:p>${run('trước ')}${field('QUOTE "lời trích"')}</w:p>`, 'lời trích'],
    ['a run with a direction', `<w:p>${run('trước ')}<w:bdo>${run('ngược')}</w:bdo></w:p>`, 'ngược'],
    ['WordArt', inRun('<w:pict><v:shape><v:textpath string="chữ nghệ thuật"/></v:shape></w:pict>'), 'chữ nghệ thuật'],
  ])('%s', async (_, body, more) => {
    const bytes = await docxWith(body);
    const rest = beyond(splitWords((await read(bytes)).text), await mammothWords(bytes));
    expect(rest?.join(' ')).toBe(more);
  });

  it('notes that the body points to', async () => {
    const body = `<w:p>${run('trước')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;
    const bytes = await docxWith(body, [
      ['footnotes', 'footnotes.xml', part('footnotes', `<w:footnote w:id="1">${p('chú thích')}</w:footnote>`)],
    ]);
    expect(beyond(splitWords((await read(bytes)).text), await mammothWords(bytes))).toEqual(['chú', 'thích']);
  });

  it('hidden runs are read by both; here they are known as hidden', async () => {
    const bytes = await docxWith(`<w:p>${run('trước ')}${styled('<w:vanish/>', 'ẩn ')}${run('sau')}</w:p>`);
    const extraction = await read(bytes);
    expect(splitWords(extraction.text)).toEqual(await mammothWords(bytes));
    expect(extraction.hidden).toMatchObject([{ kind: 'vanish' }]);
  });

  it('a text box with fallback is read once by both, in the same place', async () => {
    const bytes = await docxWith(inRun(alternatives(textBox(p('trong hộp')), vmlBox(p('trong hộp')))) + p('cuối'));
    expect(splitWords((await read(bytes)).text)).toEqual(await mammothWords(bytes));
  });
});
