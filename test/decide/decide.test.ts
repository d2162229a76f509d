import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.js';
import type { Findings } from '../../src/decide/findings.js';
import type { Match } from '../../src/model/assessment.js';
import type { Policy, Theme } from '../../src/model/campaign.js';

const policy: Policy = {
  review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
  rewrite: { best: 0.4, union: 0.5, unmetShare: 0.5 },
  minimumSyllables: 200,
  maximumSyllables: null,
};
const theme = (id: string, required = true): Theme => ({
  id,
  name: `Nội dung ${id}`,
  kind: 'topic',
  required,
  minimum: 0.5,
  phrases: [],
  facets: [],
});
const themes = [theme('a'), theme('b'), theme('c'), theme('d', false)];
const scored = (...met: string[]) =>
  themes.map(({ id }) => ({
    id,
    score: met.includes(id) ? 0.8 : 0.1,
    met: met.includes(id),
    missing: met.includes(id) ? '' : 'Còn thiếu.',
    evidence: [],
    discounted: [],
  }));
const match = (id: string, similarityOfThis: number, syllables: number): Match => ({
  id,
  file: `${id}.docx`,
  kind: 'submission',
  similarityOfThis,
  similarityOfThat: similarityOfThis,
  passages: [{ first: { start: 10, end: 90 }, second: { start: 0, end: 80 }, syllables, identical: 1, weight: syllables }],
});
const sound: Findings = {
  state: 'ok',
  unreadBecause: '',
  whole: { start: 0, end: 3_000 },
  syllables: 600,
  copied: { best: 0.05, union: 0.08, longestRun: 20 },
  matches: [],
  themes: scored('a', 'b', 'c', 'd'),
  advisories: [],
};
const judge = (changed: Partial<Findings>, changedPolicy: Policy = policy) => decide({ ...sound, ...changed }, changedPolicy, themes);

describe('decide', () => {
  it('proposes to accept what reaches no limit, without reasons', () => {
    expect(judge({})).toEqual({ proposal: 'accept', grounds: [], otherGrounds: [], reasons: [] });
  });

  it('has nothing beside the body to point at where there is nothing, even at a limit of 0', () => {
    const everything = { ...policy, review: { ...policy.review, passage: 0 } };
    const { proposal, reasons } = judge({ matches: [match('b', 0.05, 20)] }, everything);
    expect(proposal).toBe('review');
    expect(reasons.map(({ code, match: where }) => [code, where])).toEqual([['copied-passage', 'b']]);
  });

  it('has a person look at an essay that carries another one beside its body, however it is cut up', () => {
    const carrying = (syllables: readonly number[], beside?: 'first' | 'second' | 'both'): Match => ({
      ...match('b', 0, 0),
      passages: syllables.map((count, i) => ({
        ...match('b', 0, count).passages[0]!,
        first: { start: 100 * i, end: 100 * i + 90 },
        ...(beside && { beside }),
      })),
    });
    expect(judge({ matches: [carrying([79], 'first')] }).proposal).toBe('accept');
    expect(judge({ matches: [carrying([79, 60])] }).proposal).toBe('accept');
    expect(judge({ matches: [carrying([79, 60], 'second')] }).proposal).toBe('accept');
    for (const beside of ['first', 'both'] as const) {
      const { proposal, reasons } = judge({ matches: [carrying([30, 49, 1], beside)] });
      expect(proposal).toBe('review');
      expect(reasons).toMatchObject([{ code: 'copied-passage', match: 'b', span: { start: 100, end: 190 } }]);
      expect(reasons[0]!.text).toMatch(/^Ngoài thân bài, .* có 80 âm tiết trùng với b\.docx \(mức xem xét: từ 80\)\.$/);
    }
  });

  it.each([
    [{ best: 0.199 }, 'accept'],
    [{ best: 0.2 }, 'review'],
    [{ best: 0.4 }, 'rewrite'],
    [{ union: 0.3 }, 'review'],
    [{ union: 0.5 }, 'rewrite'],
    [{ longestRun: 79 }, 'accept'],
    [{ longestRun: 80 }, 'review'],
  ] as const)('with %o proposes %s: a limit is reached at its value', (copied, proposal) => {
    expect(judge({ copied: { ...sound.copied, ...copied } }).proposal).toBe(proposal);
  });

  it('names figure, limit, match and place, once a ground and at its highest level', () => {
    const { proposal, reasons } = judge({
      copied: { best: 0.47, union: 0.48, longestRun: 120 },
      matches: [match('x', 0.1, 130), match('y', 0.47, 60)],
    });
    expect(proposal).toBe('rewrite');
    expect(reasons.map(({ code, match: id }) => [code, id])).toEqual([
      ['copied-best', 'y'],
      ['copied-union', 'y'],
      ['copied-passage', 'x'],
    ]);
    expect(reasons[0]!.text).toBe('Trùng khớp với một bài 47% (mức viết lại: từ 40%): y.docx.');
    expect(reasons[1]!.text).toContain('mức xem xét');
    expect(reasons[0]!.span).toEqual({ start: 10, end: 90 });
  });

  it('counts required themes only, and names each open one', () => {
    expect(judge({ themes: scored('a', 'b', 'c') }).proposal).toBe('accept');
    const { proposal, reasons } = judge({ themes: scored('a', 'b') });
    expect(proposal).toBe('review');
    expect(reasons[0]!.text).toBe('Còn 1 trong 3 nội dung bắt buộc chưa đạt (mức xem xét: từ 1 nội dung).');
    expect(reasons.slice(1).map((reason) => reason.theme)).toEqual(['c']);
    expect(judge({ themes: scored('a') }).proposal).toBe('rewrite');
  });

  it('leaves out what null switches off', () => {
    const off: Policy = {
      review: { best: null, union: null, passage: null, unmetThemes: null },
      rewrite: { best: null, union: null, unmetShare: null },
      minimumSyllables: null,
      maximumSyllables: null,
    };
    expect(judge({ copied: { best: 1, union: 1, longestRun: 900 }, themes: scored(), syllables: 3 }, off)).toEqual({
      proposal: 'accept',
      grounds: [],
      otherGrounds: [],
      reasons: [],
    });
  });

  it.each(['needs-ocr', 'unreadable', 'refused'] as const)('never accepts, and never sends back, what is %s', (state) => {
    const { proposal, reasons } = judge({ state, syllables: null, unreadBecause: 'Tệp “a.docx” đặt mật khẩu.' });
    expect(proposal).toBe('review');
    expect(reasons).toEqual([{ code: 'not-read', text: 'Tệp “a.docx” đặt mật khẩu.' }]);
  });

  it('asks for review when the file is suspicious, read in part, or the essay short', () => {
    expect(judge({ state: 'suspicious' }).reasons.map(({ code }) => code)).toEqual(['suspicious']);
    expect(judge({ advisories: [{ code: 'partial-text', text: '', spans: [] }] }).reasons.map(({ code }) => code)).toEqual([
      'partial-text',
    ]);
    expect(judge({ advisories: [{ code: 'too-short', text: 'Bài có 199 âm tiết.', spans: [] }] }).reasons).toEqual([
      { code: 'too-short', text: 'Bài có 199 âm tiết.', span: sound.whole },
    ]);
  });

  it('is not moved by other advisories', () => {
    expect(judge({ advisories: [{ code: 'restates-resolution', text: '', spans: [] }] }).proposal).toBe('accept');
  });

  it('never calls anyone anything', () => {
    const { reasons } = judge({
      copied: { best: 1, union: 1, longestRun: 500 },
      themes: scored(),
      matches: [match('x', 1, 500)],
    });
    for (const { text } of reasons) expect(text).not.toMatch(/đạo văn|gian lận|vi phạm|sao chép/i);
  });
});
