import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/model/errors.js';
import { type Labels, readLabels, readLabelsFile } from '../../../src/pipeline/agreement/labels-file.js';
import { matchLabels } from '../../../src/pipeline/agreement/match-labels.js';
import type { ScoredEssay } from '../../../src/pipeline/agreement/scored-essay.js';
import { lines } from '../inputs.js';
import { judgedEssay } from './judged.js';

const FILE = 'ket-luan.csv';
const THEMES = ['nhan-thuc', 'moi-truong'];
const read = (bytes: Uint8Array): Labels => readLabels(readLabelsFile(bytes, FILE), THEMES);
const readText = (...rows: string[]): Labels => read(Buffer.from(lines(...rows)));

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect((error as AppError).code).toBe('labels-file');
    return (error as AppError).message;
  }
  return 'không có lỗi';
}

describe('a table of conclusions', () => {
  it.each([
    ['UTF-8 with commas', Buffer.from('file,conclusion\nbài 1.docx,viết lại\n')],
    ['UTF-8 with its mark and semicolons', Buffer.from('\ufefffile;conclusion\r\nbài 1.docx;Viết lại\r\n')],
    ['UTF-16 with tabs', Buffer.from('\ufefffile\tconclusion\nbài 1.docx\tVIẾT LẠI.\n', 'utf16le')],
    ['decomposed letters and Vietnamese heads', Buffer.from('Tên tệp,Kết luận\nbài 1.docx,viết lại\n'.normalize('NFD'))],
    // b à i 1 in Windows-1258; the conclusion without marks.
    ['Windows-1258', Buffer.concat([Buffer.from('file,conclusion\nb'), Buffer.from([0xe0]), Buffer.from('i 1.docx,viet lai\n')])],
  ])('is read as spreadsheets save it: %s', (_, bytes) => {
    expect(read(bytes).labels).toMatchObject([{ file: 'bài 1.docx', verdict: 'rewrite', grounds: null, place: 'dòng 2' }]);
  });

  it('understands what committees write', () => {
    const { labels, notes } = readText(
      'id,conclusion,grounds,NHAN-THUC,moi-truong',
      'a,đạt yêu cầu,,có,chưa đạt',
      'b,accepted,,1,',
      'c,rewrite,trùng khớp; nội dung,không,đạt',
      'd,Chưa đạt,content,0,yes',
      'e,,,,',
    );
    expect(labels.map(({ id, verdict, grounds, themes }) => [id, verdict, grounds, Object.fromEntries(themes)])).toEqual([
      ['a', 'accepted', [], { 'nhan-thuc': true, 'moi-truong': false }],
      ['b', 'accepted', [], { 'nhan-thuc': true }],
      ['c', 'rewrite', ['copied', 'content'], { 'nhan-thuc': false, 'moi-truong': true }],
      ['d', 'rewrite', ['content'], { 'nhan-thuc': false, 'moi-truong': true }],
    ]);
    expect(notes).toEqual(['1 bài trong tệp kết luận để trống kết luận nên không tính.']);
  });

  it('takes 1 for touched only where the table grades up to 2, and says so', () => {
    const { labels, notes } = readText('file,conclusion,nhan-thuc', 'a,đạt,2', 'b,đạt,1', 'c,đạt,0');
    expect(labels.map(({ themes }) => themes.get('nhan-thuc'))).toEqual([true, false, false]);
    expect(notes.join()).toContain('1 (mới nhắc tới) tính là chưa đạt');
  });

  it('tells of columns that are no theme, with the one that may be meant', () => {
    const { notes } = readText('file,conclusion,nhan-thucs,ghi chú', 'a,đạt,có,vắng');
    expect(notes).toEqual([
      'Cột “nhan-thucs” của tệp kết luận không phải mã nội dung nào nên bỏ qua; có phải “nhan-thuc”.',
      'Cột “ghi chú” của tệp kết luận không phải mã nội dung nào nên bỏ qua.',
    ]);
  });

  it.each([
    [['file,ket qua', 'a,đạt'], 'dòng 1: thiếu cột'],
    [['file,file,conclusion', 'a,a,đạt'], 'dòng 1: cột “file” có hai lần'],
    [['file,conclusion', 'a,được'], 'dòng 2: không hiểu kết luận “được”; ghi “đạt” hoặc “viết lại”'],
    [['file,conclusion', 'a,đạt', ',viết lại'], 'dòng 3: không ghi tệp hay mã bài'],
    [['file,conclusion,grounds', 'a,viết lại,chép'], 'dòng 2: không hiểu căn cứ “chép”'],
    [['file,conclusion,grounds', 'a,đạt,nội dung'], 'dòng 2: đã kết luận đạt'],
    [['file,conclusion,nhan-thuc', 'a,đạt,tốt'], 'dòng 2: không hiểu “tốt” ở nội dung “nhan-thuc”'],
    [['file,conclusion', 'a,đạt,thừa'], 'dòng 2: nhiều ô hơn dòng đầu'],
    [['file,conclusion', '"a,đạt'], 'dòng 2: dấu ngoặc kép'],
  ])('names the row and what to do: %j', (rows, expected) => {
    const message = messageOf(() => readText(...rows));
    expect(message).toContain(`Tệp kết luận ${FILE}, ${expected}`);
    expect(message).toMatch(/Sửa chỗ này rồi chạy lại\.$/);
  });

  it('may be JSON that names the report too', () => {
    const json = {
      report: 'bao-cao.json',
      labels: [
        { file: 'a.docx', conclusion: 'rewrite', grounds: ['copied', 'content'], themes: { 'nhan-thuc': 2, 'moi-truong': 1 } },
        { id: 'x1', conclusion: 'đạt', themes: { 'moi-truong': 2 } },
      ],
    };
    const { labels, report } = readText(JSON.stringify(json));
    expect(report).toBe('bao-cao.json');
    expect(labels).toEqual([
      {
        file: 'a.docx',
        id: '',
        verdict: 'rewrite',
        grounds: ['copied', 'content'],
        themes: new Map([
          ['nhan-thuc', true],
          ['moi-truong', false],
        ]),
        place: 'mục 1 của “labels”',
      },
      { file: '', id: 'x1', verdict: 'accepted', grounds: [], themes: new Map([['moi-truong', true]]), place: 'mục 2 của “labels”' },
    ]);
    expect(messageOf(() => readText('{ "labels": [] }'))).toContain('không đúng mẫu JSON');
    expect(messageOf(() => readText(JSON.stringify({ ...json, labels: [{ file: 'a', conclusion: '?' }] })))).toContain(
      'mục 1 của “labels”',
    );
  });
});

describe('matchLabels', () => {
  const essay = (id: string, file: string): ScoredEssay => ({ ...judgedEssay({ verdict: 'accepted' }), id, file });
  const essays = [essay('1', 'lo.zip/a/Bài của An.docx'), essay('2', 'lo.zip/a/Bình.docx'), essay('3', 'lo.zip/b/Bình.docx')];
  const match = (...rows: string[]) => matchLabels(readText('file,id,conclusion', ...rows).labels, essays, FILE);

  it('finds an essay by its id, its whole name, or the last part where that is alone', () => {
    const found = match('Bài của An.docx,,đạt', 'lo.zip/b/Bình.docx,,viết lại', 'bất kỳ,2,đạt');
    expect(found.map(({ id, judgement }) => [id, judgement.verdict])).toEqual([
      ['1', 'accepted'],
      ['3', 'rewrite'],
      ['2', 'accepted'],
    ]);
  });

  it.each([
    ['Bai cua An.docx,,đạt', 'dòng 2: kết quả soát không có bài “Bai cua An.docx”; có phải “lo.zip/a/Bài của An.docx”'],
    ['Chi.pdf,,đạt', 'dòng 2: kết quả soát không có bài “Chi.pdf”; ghi tên tệp như trong báo cáo'],
    ['Bình.docx,,đạt', 'dòng 2: tên “Bình.docx” có ở 2 chỗ (lo.zip/a/Bình.docx, lo.zip/b/Bình.docx); ghi cả thư mục'],
    [',9,đạt', 'dòng 2: kết quả soát không có bài “9”'],
  ])('guesses nothing: %s', (row, expected) => {
    expect(messageOf(() => match(row))).toContain(expected);
  });

  it('takes one conclusion an essay', () => {
    expect(messageOf(() => match('Bài của An.docx,,đạt', ',1,viết lại'))).toContain('dòng 3: bài “1” đã có kết luận ở dòng 2');
  });
});
