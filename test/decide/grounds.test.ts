import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.js';
import type { Findings } from '../../src/decide/findings.js';
import { ADVISORY_CODES, type Match, REASON_CODES, type ReasonCode, type ThemeScore } from '../../src/model/assessment.js';
import type { Policy, Theme } from '../../src/model/campaign.js';
import { SUBMISSION_STATES } from '../../src/model/extraction.js';

const share = fc.oneof(fc.constantFrom(0, 0.2, 0.4, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const limit = fc.option(share, { nil: null });
const count = fc.option(fc.nat(300), { nil: null });

const policies: fc.Arbitrary<Policy> = fc.record({
  review: fc.record({ best: limit, union: limit, passage: count, unmetThemes: fc.option(fc.nat(4), { nil: null }) }),
  rewrite: fc.record({ best: limit, union: limit, unmetShare: limit }),
  minimumSyllables: count,
  maximumSyllables: count,
});
const spans = fc.tuple(fc.nat(2_000), fc.integer({ min: 1, max: 400 })).map(([start, length]) => ({ start, end: start + length }));
const matches: fc.Arbitrary<Match> = fc.record({
  id: fc.constantFrom('m1', 'm2', 'm3'),
  file: fc.constant('lô/bài.docx'),
  kind: fc.constantFrom('submission', 'sample', 'self-reuse'),
  similarityOfThis: share,
  similarityOfThat: share,
  passages: fc.array(
    fc.record(
      {
        first: spans,
        second: spans,
        syllables: fc.integer({ min: 1, max: 400 }),
        identical: share,
        weight: fc.nat(400),
        beside: fc.constantFrom('first', 'second', 'both'),
      },
      { requiredKeys: ['first', 'second', 'syllables', 'identical', 'weight'] },
    ),
    { maxLength: 3 },
  ),
}) as fc.Arbitrary<Match>;
const themes: readonly Theme[] = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  name: `Nội dung ${id}`,
  kind: 'topic',
  required: id !== 'd',
  minimum: 0.5,
  phrases: [],
  facets: [],
}));
const scores: fc.Arbitrary<ThemeScore[]> = fc.tuple(...themes.map(() => fc.boolean())).map((met) =>
  themes.map(({ id }, at) => ({
    id,
    score: met[at] ? 0.9 : 0.1,
    met: met[at] === true,
    missing: met[at] ? '' : `Chưa nêu ${id}.`,
    evidence: [],
    discounted: [],
  })),
);
const findings: fc.Arbitrary<Findings> = fc.record({
  state: fc.constantFrom('ok', 'ok', 'suspicious', ...SUBMISSION_STATES),
  unreadBecause: fc.constantFrom('', 'Tệp đặt mật khẩu.'),
  whole: fc.constant({ start: 0, end: 3_000 }),
  syllables: fc.option(fc.nat(1_500), { nil: null, freq: 8 }),
  copied: fc.record({ best: limit, union: limit, longestRun: count }),
  matches: fc.array(matches, { maxLength: 4 }),
  themes: scores,
  advisories: fc.array(
    fc.record({ code: fc.constantFrom(...ADVISORY_CODES), text: fc.constant('Lưu ý.'), spans: fc.array(spans, { maxLength: 2 }) }),
    { maxLength: 4 },
  ),
});
const decided = (check: (given: Findings, policy: Policy) => void): void =>
  fc.assert(fc.property(findings, policies, check), { numRuns: 3_000 });

const OFF: Policy = {
  review: { best: null, union: null, passage: null, unmetThemes: null },
  rewrite: { best: null, union: null, unmetShare: null },
  minimumSyllables: null,
  maximumSyllables: null,
};
const sound: Findings = {
  state: 'ok',
  unreadBecause: '',
  whole: { start: 0, end: 3_000 },
  syllables: 600,
  copied: { best: 0, union: 0, longestRun: 0 },
  matches: [],
  themes: [],
  advisories: [],
};

/** Codes about the file itself: they have a place in the text only where there is one. */
const OF_FILE: ReadonlySet<ReasonCode> = new Set(['not-read', 'suspicious', 'partial-text', 'hidden-text']);

describe('a proposal, whatever was found and whatever the policy says', () => {
  it('is never to accept what was not read, or read in part, or hides text, or strings phrases', () => {
    decided((given, policy) => {
      const codes = given.advisories.map(({ code }) => code);
      const isRead = given.syllables !== null && given.syllables > 0 && given.state === 'ok';
      const stands = codes.some((code) => code === 'partial-text' || code === 'hidden-text' || code === 'stuffing');
      if (isRead && !stands) return;
      expect(decide(given, policy, themes).proposal).not.toBe('accept');
    });
  });

  it('is not to accept with each of them alone, every limit switched off', () => {
    for (const code of ['partial-text', 'hidden-text', 'stuffing', 'too-short'] as const) {
      const { proposal, reasons } = decide({ ...sound, advisories: [{ code, text: 'Lưu ý.', spans: [] }] }, OFF, []);
      expect([proposal, reasons.map((reason) => reason.code)]).toEqual(['review', [code]]);
    }
    expect(decide({ ...sound, syllables: 0 }, OFF, []).proposal).toBe('review');
    expect(decide({ ...sound, syllables: null }, OFF, []).proposal).toBe('review');
    expect(decide(sound, OFF, []).proposal).toBe('accept');
  });

  it('has a reason unless it is to accept, and each reason has its place or is about the file', () => {
    decided((given, policy) => {
      const { proposal, reasons } = decide(given, policy, themes);
      expect(reasons.length > 0).toBe(proposal !== 'accept');
      for (const { code, text, span, match, theme } of reasons) {
        expect(REASON_CODES).toContain(code);
        expect(text).not.toBe('');
        if (!OF_FILE.has(code)) expect([code, span ?? match ?? theme]).not.toEqual([code, undefined]);
        if (match !== undefined) expect(given.matches.map(({ id }) => id)).toContain(match);
      }
    });
  });

  it('names each unmet required theme with its own sentence, in reasons that lead to it', () => {
    decided((given, policy) => {
      const { reasons } = decide(given, policy, themes);
      const told = reasons.filter(({ code }) => code === 'unmet-themes' || code === 'unmet-share');
      if (told.length === 0) return;
      const unmet = given.themes.filter(({ id, met }) => !met && id !== 'd');
      expect(told.slice(1).map(({ theme, text }) => [theme, text])).toEqual(
        unmet.map(({ id, missing }) => [id, `Nội dung ${id}: ${missing}`]),
      );
      expect(told[0]?.theme).toBe(unmet[0]?.id);
    });
  });

  it('names grounds that its reasons bear out, none twice, and none without a reason', () => {
    decided((given, policy) => {
      const { proposal, grounds, otherGrounds, reasons } = decide(given, policy, themes);
      const all = [...grounds, ...otherGrounds];
      expect(new Set(all).size).toBe(all.length);
      const codes = reasons.map(({ code }) => code);
      expect(all.includes('copied')).toBe(codes.some((code) => code.startsWith('copied-')));
      const ofContent: readonly ReasonCode[] = ['unmet-themes', 'unmet-share', 'too-short', 'stuffing'];
      expect(all.includes('content')).toBe(codes.some((code) => ofContent.includes(code)));
      if (proposal === 'rewrite') expect(grounds.length).toBeGreaterThan(0);
      else expect(otherGrounds).toEqual([]);
    });
  });
});

describe('the grounds of a proposal', () => {
  const policy: Policy = {
    ...OFF,
    review: { best: 0.2, union: null, passage: null, unmetThemes: 1 },
    rewrite: { best: 0.4, union: null, unmetShare: 1 },
  };
  const scored = (...met: string[]): ThemeScore[] =>
    ['a', 'b'].map((id) => ({ id, score: 0, met: met.includes(id), missing: 'Chưa nêu.', evidence: [], discounted: [] }));
  const groundsOf = (best: number, ...met: string[]): unknown[] => {
    const { proposal, grounds, otherGrounds } = decide(
      { ...sound, copied: { ...sound.copied, best }, themes: scored(...met) },
      policy,
      themes.slice(0, 2),
    );
    return [proposal, grounds, otherGrounds];
  };

  it('are both when both are found at the level of the proposal', () => {
    expect(groundsOf(0.5)).toEqual(['rewrite', ['copied', 'content'], []]);
    expect(groundsOf(0.3, 'a')).toEqual(['review', ['copied', 'content'], []]);
  });

  it('are those of the proposal alone, and what only asks for a look is named apart', () => {
    expect(groundsOf(0.5, 'a')).toEqual(['rewrite', ['copied'], ['content']]);
    expect(groundsOf(0.3)).toEqual(['rewrite', ['content'], ['copied']]);
    expect(groundsOf(0.5, 'a', 'b')).toEqual(['rewrite', ['copied'], []]);
  });

  it('are none where only the file asks for a person', () => {
    const hidden = { code: 'hidden-text', text: 'Có chữ ẩn.', spans: [{ start: 40, end: 60 }] } as const;
    const { proposal, grounds, reasons } = decide({ ...sound, advisories: [hidden] }, policy, []);
    expect([proposal, grounds]).toEqual(['review', []]);
    // The place is where it is hidden, not the whole text.
    expect(reasons[0]?.span).toEqual({ start: 40, end: 60 });
  });
});
