import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportJson, SubmissionJson } from '../../src/api/report.js';
import { sampleReport } from '../support/sample.js';

interface Expected {
  readonly submissions: readonly { file: string; state: string; proposal: string; sources: string[]; advisories: string[] }[];
  readonly groups: readonly string[][];
  readonly skipped: readonly string[];
}

describe('the sample on the command line', () => {
  const expected = JSON.parse(readFileSync('fixtures/van-trach/expected.json', 'utf8')) as Expected;
  const inner = (file: string): string => file.replace(/^bai-nop\.zip\//, '');
  let report: ReportJson;
  let html = '';

  beforeAll(async () => {
    const made = await sampleReport();
    report = made.report;
    html = readFileSync(made.html, 'utf8');
  }, 240_000);

  const found = (): SubmissionJson[] => [...report.submissions].sort((a, b) => (a.file < b.file ? -1 : 1));

  it('gives every file its state, proposal, sources and advisories', () => {
    const given = found().map(({ file, state, proposal, matches, advisories }) => ({
      file: inner(file),
      state,
      proposal,
      sources: matches.map((match) => inner(match.file)).sort(),
      advisories: advisories.map(({ code }) => code),
    }));
    expect(given).toEqual(expected.submissions);
    expect(report.skipped.map(({ file }) => inner(file))).toEqual(expected.skipped);
  });

  it('gathers the near-duplicates', () => {
    const files = new Map(report.submissions.map(({ id, file }) => [id, inner(file)]));
    expect(report.groups.map(({ members }) => members.map((id) => files.get(id)).sort())).toEqual(expected.groups);
  });

  it('overlaps nothing of before, as nothing was kept', () => {
    expect(report.newOverlap).toEqual([]);
  });

  it('shows the same words on both sides of every passage that it calls identical', () => {
    const texts = new Map(report.submissions.map(({ id, text }) => [id, text ?? '']));
    const plain = (text: string): string =>
      text
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .replace(/đ/gi, 'd')
        .toLowerCase();
    let compared = 0;
    for (const { id, matches } of report.submissions) {
      for (const match of matches) {
        for (const passage of match.passages.filter(({ identical }) => identical === 1)) {
          const [here, there] = [
            texts.get(id)!.slice(passage.this.start, passage.this.end),
            texts.get(match.id)!.slice(passage.that.start, passage.that.end),
          ];
          expect(plain(here)).toBe(plain(there));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('quotes in its evidence and its reasons what stands in the essay, for every proposal but acceptance', () => {
    for (const { text = '', themes, proposal, reasons } of report.submissions) {
      for (const { evidence } of themes) for (const one of evidence) expect(text.slice(one.start, one.end)).toBe(one.text);
      if (proposal !== 'accept') expect(reasons.length).toBeGreaterThan(0);
      for (const { span } of reasons) if (span) expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('gives every reason a place or a figure', () => {
    for (const { reasons } of report.submissions) {
      for (const reason of reasons) expect(reason.span ?? reason.theme ?? reason.match ?? /\d|“/.exec(reason.text)).toBeTruthy();
    }
  });

  it('names every file in the page', () => {
    for (const { file } of report.submissions) expect(html).toContain(file.slice(file.lastIndexOf('/') + 1));
  });
});
