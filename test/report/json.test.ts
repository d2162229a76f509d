import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/api/report.js';
import { toReportJson } from '../../src/report/json.js';
import { exampleBatch } from './example.js';

const batch = exampleBatch();

describe('toReportJson', () => {
  it('gives what the schema of the report accepts, and nothing more', () => {
    const report = toReportJson(batch, { texts: true });
    expect(reportSchema.strict().parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.newOverlap).toEqual([]);
    expect(report.calibration).toBeNull();
  });

  it('names every essay once, in the order given', () => {
    const ids = toReportJson(batch, { texts: false }).submissions.map(({ id }) => id);
    expect(ids).toEqual(batch.assessments.map(({ submission }) => submission.id));
  });

  it('cuts the evidence and the passages out of the texts it gives', () => {
    const report = toReportJson(batch, { texts: true });
    const evidence = report.submissions.flatMap(({ text = '', themes }) =>
      themes.flatMap((theme) => theme.evidence.map((one) => ({ one, text }))),
    );
    expect(evidence.length).toBeGreaterThan(20);
    for (const { one, text } of evidence) expect(text.slice(one.start, one.end)).toBe(one.text);
    for (const { matches, text = '' } of report.submissions) {
      for (const match of matches) {
        const other = batch.documents.get(match.id)?.text ?? '';
        for (const passage of match.passages) {
          const words = text.slice(passage.this.start, passage.this.end).split(' ');
          const theirs = other.slice(passage.that.start, passage.that.end).split(' ');
          expect(words.filter((word) => theirs.includes(word)).length / words.length).toBeGreaterThan(0.5);
        }
      }
    }
  });

  it('gives texts only when asked, and an empty one for a file that could not be read', () => {
    expect(toReportJson(batch, { texts: false }).submissions.some((one) => 'text' in one)).toBe(false);
    const unread = toReportJson(batch, { texts: true }).submissions.find(({ state }) => state === 'unreadable');
    expect(unread).toMatchObject({
      text: '',
      syllables: null,
      quoted: null,
      copied: { best: null, union: null, longestRun: null },
      proposal: 'review',
    });
  });
});
