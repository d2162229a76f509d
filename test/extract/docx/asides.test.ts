import { FootnoteReferenceRun, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { asideTexts, codes, hiddenTexts } from '../findings.js';
import { docx, p, run, SENTENCE } from '../make-files.js';
import { field, part, type Related, read, readBody, settings, styled } from './make-docx.js';

const footnotes = (...notes: string[]): Related => [
  'footnotes',
  'footnotes.xml',
  part('footnotes', `<w:footnote w:type="separator" w:id="-1">${p('vạch')}</w:footnote>${notes.join('')}`),
];
const footnote = (id: number, text: string): string => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`;
const pointer = (id: number): string => `<w:p>${run(SENTENCE)}<w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`;
const head = (target: string, content: string): Related => ['header', target, part('hdr', content)];
const section = (...references: string[]): string => `<w:sectPr>${references.join('')}</w:sectPr>`;
const headReference = (id: string, type = 'default'): string => `<w:headerReference w:type="${type}" r:id="${id}"/>`;

describe('what stands beside the body comes after it, as asides', () => {
  it('notes, comments, heads and feet of a DOCX as programs write it', async () => {
    const paragraph = new Paragraph({ children: [new TextRun(SENTENCE), new FootnoteReferenceRun(1)] });
    const extraction = await read(
      await docx([paragraph], {
        footnotes: { 1: { children: [new Paragraph('Nguồn ở đây')] } },
        headers: { default: new Header({ children: [new Paragraph('Đảng bộ xã Bình Khê')] }) },
      }),
    );
    expect(extraction).toMatchObject({ state: 'ok', messages: [] });
    expect(extraction.text.startsWith(`${SENTENCE}\n\n`)).toBe(true);
    expect(asideTexts(extraction)).toEqual(['Nguồn ở đây', 'Đảng bộ xã Bình Khê']);
  });

  it('each note that the body points to, and no other one', async () => {
    const extraction = await readBody(pointer(2) + pointer(1), [footnotes(footnote(1, 'một'), footnote(2, 'hai'), footnote(3, 'ba'))]);
    expect(asideTexts(extraction)).toEqual(['một\n\nhai']);
    const removed = `<w:p>${run('x')}<w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del></w:p>`;
    expect(asideTexts(await readBody(removed, [footnotes(footnote(1, 'một'))]))).toEqual([]);
  });

  it('comments and endnotes', async () => {
    const body = `<w:p>${run('x')}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>`;
    const related: Related[] = [
      ['comments', 'comments.xml', part('comments', `<w:comment w:id="0">${p('nhận xét')}</w:comment>`)],
      ['endnotes', 'endnotes.xml', part('endnotes', `<w:endnote w:id="2">${p('cuối bài')}</w:endnote>`)],
    ];
    expect(asideTexts(await readBody(body, related))).toEqual(['cuối bài', 'nhận xét']);
  });

  it('each head once, however many sections have it', async () => {
    const related = [head('header1.xml', p('Đảng bộ')), head('header2.xml', p('Đảng bộ')), head('header3.xml', p('Chi bộ'))];
    const body = p(SENTENCE) + section(headReference('rId1')) + section(headReference('rId2')) + section(headReference('rId3'));
    expect(asideTexts(await readBody(body, related))).toEqual(['Đảng bộ', 'Chi bộ']);
  });

  it('a head of the first or of even pages only where those have one of their own', async () => {
    const related = [head('header1.xml', p('đầu')), head('header2.xml', p('chẵn'))];
    const both = headReference('rId1', 'first') + headReference('rId2', 'even');
    expect(asideTexts(await readBody(p(SENTENCE) + section(both), related))).toEqual([]);
    expect(asideTexts(await readBody(p(SENTENCE) + section(both, '<w:titlePg/>'), related))).toEqual(['đầu']);
    expect(asideTexts(await readBody(p(SENTENCE) + section(both), [...related, settings('<w:evenAndOddHeaders/>')]))).toEqual(['chẵn']);
  });

  it('without the numbers of pages', async () => {
    const pages = new Paragraph({
      children: [new TextRun('Trang '), new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })],
    });
    const written = await read(await docx([SENTENCE], { headers: { default: new Header({ children: [pages] }) } }));
    expect(asideTexts(written)).toEqual(['Trang /']);
    for (const number of [
      field('PAGE \\* MERGEFORMAT', '12'),
      field('NUMPAGES', '12'),
      `<w:fldSimple w:instr=" PAGE ">${run('12')}</w:fldSimple>`,
    ]) {
      const related = [head('header1.xml', `<w:p>${run('Trang ')}${number}</w:p>`)];
      expect(asideTexts(await readBody(p(SENTENCE) + section(headReference('rId1')), related))).toEqual(['Trang']);
    }
    const essay = [head('header1.xml', `<w:p>${run('Trang ')}${field('PAGE', SENTENCE)}</w:p>`)];
    expect(asideTexts(await readBody(p('x') + section(headReference('rId1')), essay))).toEqual([`Trang ${SENTENCE}`]);
  });

  it('hidden text of theirs is hidden text', async () => {
    const extraction = await readBody(p('x') + section(headReference('rId1')), [
      head('header1.xml', `<w:p>${styled('<w:vanish/>', SENTENCE)}</w:p>`),
    ]);
    expect(hiddenTexts(extraction)).toEqual([['vanish', SENTENCE]]);
    expect(codes(extraction)).toEqual(['hidden-text']);
  });
});
