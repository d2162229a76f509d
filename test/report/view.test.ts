import { describe, expect, it } from 'vitest';
import { documentSchema, essaySchema, overviewSchema, viewDataSchema } from '../../src/api/view.js';
import type { Conclusion } from '../../src/model/result-record.js';
import { toDocumentView, toEssayView, toOverview, toViewData, type Viewed } from '../../src/report/view.js';
import { exampleBatch } from './example.js';
import { largeBatch } from './large-batch.js';

const NOW = new Date(Date.UTC(2026, 10, 20, 2, 42));
const batch = exampleBatch();
const data = toViewData(batch, NOW);
const rowOf = (id: string) => data.overview.rows.find((row) => row.id === id)!;

const CONCLUSION: Conclusion = {
  verdict: 'rewrite',
  grounds: ['copied'],
  reason: 'Viết lại phần 2.',
  by: 'Lê Thị Sim',
  at: NOW.toISOString(),
  revision: 2,
};

describe('toOverview', () => {
  const viewed: Viewed = {
    campaign: batch.campaign,
    results: batch.assessments.map((assessment, index) => ({ assessment, batch: 3, conclusion: index === 0 ? CONCLUSION : null })),
    pairs: [{ first: 's1', second: 's3', similarity: 0.7, shareOfFirst: 0.8, shareOfSecond: 0.9 }],
    groups: batch.groups,
    calibration: { pairs: 300, p95: 0.031, p99: 0.07 },
    skipped: batch.skipped,
    warnings: ['Danh sách có 2 dòng trùng nhau.'],
  };

  it('puts what needs a person first and numbers by receipt', () => {
    const { rows } = overviewSchema.parse(toOverview(viewed, NOW));
    const kinds = rows.map(({ proposal, syllables }) => (syllables === null ? 'unread' : proposal));
    expect(kinds).toEqual([...Array(5).fill('rewrite'), 'unread', 'unread', ...Array(5).fill('review'), 'accept', 'accept']);
    expect(rows.find(({ id }) => id === 's9')?.number).toBe(9);
  });

  it('carries the batch, the conclusion and what did not fit together', () => {
    const overview = toOverview(viewed, NOW);
    expect(overview.rows.find(({ id }) => id === 's1')).toMatchObject({ batch: 3, conclusion: { ...CONCLUSION, grounds: ['copied'] } });
    expect(overview.rows.find(({ id }) => id === 's2')?.conclusion).toBeNull();
    expect(overview.warnings).toEqual(viewed.warnings);
    expect(overview.generatedAt).toBe('2026-11-20T02:42:00.000Z');
  });

  it('gives the pairs of a group by the places of its members', () => {
    const [group] = toOverview(viewed, NOW).groups;
    expect(group?.members[group.pairs[0]!.first]).toBe('s1');
    expect(group?.members[group.pairs[0]!.second]).toBe('s3');
    expect(group?.pairs[0]).toMatchObject({ shareOfFirst: 0.8, shareOfSecond: 0.9 });
    expect(group?.units).toBe(4);
  });

  it('makes do with brief assessments', () => {
    const brief = viewed.results.map(({ assessment, ...rest }) => ({
      ...rest,
      assessment: { ...assessment, matches: [], quotedSpans: [], themes: assessment.themes.map((one) => ({ ...one, evidence: [] })) },
    }));
    expect(toOverview({ ...viewed, results: brief }, NOW)).toEqual(toOverview(viewed, NOW));
  });
});

describe('toViewData', () => {
  it('is what the page and the report agree on', () => {
    expect(viewDataSchema.parse(data)).toEqual(data);
  });

  it('leaves writer and unit empty where they only repeat the file', () => {
    expect(rowOf('s7')).toMatchObject({ member: '', unit: '', name: 'IMG_20261118_0942 Khổng Văn Dũng trang 1-4.pdf' });
    expect(rowOf('s4')).toMatchObject({ member: 'Đàm Văn Quyết', unit: 'Tổ dân phố 7', name: 'Đàm Văn Quyết.docx' });
    expect(rowOf('s4')).toMatchObject({ post: 'Tổ trưởng tổ dân phố', place: 'Tổ dân phố 7' });
  });

  it('says why a person must look at a file, shortly in the row and at length with the essay', () => {
    expect(rowOf('s8')).toMatchObject({ fileNote: 'không mở được', reason: 'Không mở được.', syllables: null });
    expect(data.essays.s8?.notes).toEqual([expect.stringMatching(/đặt mật khẩu nên không mở được/)]);
    expect(rowOf('s13').fileNote).toBe('đã đọc, cần người xem lại tệp');
    expect(rowOf('s1').fileNote).toBeNull();
  });

  it('tells every pair of a group once, whichever of the two named the other', () => {
    const [group] = data.overview.groups;
    const keys = group!.pairs.map(({ first, second }) => [first, second].sort().join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(10);
  });

  it('tells samples, essays kept before and those of the batch apart', () => {
    expect(data.documents['sample:bai-mau-tren-mang.docx']).toMatchObject({ kind: 'sample', campaign: null });
    expect(data.documents.s1).toMatchObject({ kind: 'here', unit: '' });
    const origin = { campaign: 'Nghị quyết 03', unit: 'Thôn Đá Bạc' };
    const earlier = toDocumentView('k1', {
      file: 'cũ.docx',
      origin,
      text: 'Bài cũ',
      quotedSpans: [{ start: 0, end: 3 }],
      hidden: [],
      asides: [],
      recognised: [],
    });
    expect(documentSchema.parse(earlier)).toMatchObject({ kind: 'earlier', ...origin });
  });

  it('bounds what it tells of the pairs of a large group', () => {
    const [group] = toViewData(largeBatch(80, 60), NOW).overview.groups;
    expect(group?.members).toHaveLength(60);
    expect(Math.max(...group!.pairs.flatMap(({ first, second }) => [first, second]))).toBeLessThan(40);
  });
});

describe('toEssayView', () => {
  it('quotes the evidence and keeps the conclusion', () => {
    const [assessment] = batch.assessments;
    const document = batch.documents.get('s1')!;
    const { text } = document;
    const view = essaySchema.parse(toEssayView(assessment!, document, CONCLUSION));
    for (const { evidence } of view.submission.themes)
      for (const { start, end, text: quoted } of evidence) expect(quoted).toBe(text.slice(start, end));
    expect(view.conclusion?.revision).toBe(2);
  });

  it('quotes no hidden word as evidence', () => {
    const [assessment] = batch.assessments;
    const text = 'Gia đình tôi luôn phân loại rác tại nhà.';
    const [start, end] = [text.indexOf('luôn '), text.indexOf('phân')];
    const evidence = [{ start: 0, end: text.length, words: [] }];
    const theme = { ...assessment!.themes[0]!, evidence };
    const document = { text, hidden: [{ start, end, kind: 'white' as const }] };
    const [shown] = toEssayView({ ...assessment!, themes: [theme] }, document, null).submission.themes;
    expect(shown!.evidence).toEqual([{ start: 0, end: text.length, text: 'Gia đình tôi phân loại rác tại nhà.', words: [] }]);
  });
});
