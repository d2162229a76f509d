import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/api/report.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { toReportJson } from '../../src/report/json.js';
import { toTerminal } from '../../src/report/terminal.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess } from './batch.js';
import type { Files } from './inputs.js';

const essays = (count: number, textOf: (i: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}.txt`, textOf(i)]));
const inJson = (batch: BatchAssessment) => reportSchema.parse(toReportJson(batch, { texts: false })).calibration;

describe('calibration', () => {
  it('is told of every pair of a small campaign, with nothing in common', async () => {
    const batch = await assess(essays(8, (i) => madeUpText(i, 200)));
    expect(inJson(batch)).toEqual({ pairs: 28, p95: 0, p99: 0 });
  });

  it('says where most pairs end, and where nearly all do', async () => {
    // Of 45 pairs three share thirty syllables of two hundred, and one of those forty more.
    const [little, more] = [madeUpText(900, 30), madeUpText(901, 40)];
    const text = (i: number): string => madeUpText(i, 200 - (i < 3 ? 30 : 0)) + (i < 3 ? ` ${little}` : '') + (i < 2 ? ` ${more}` : '');
    const batch = await assess(essays(10, text));
    expect(batch.groups).toEqual([]);
    const { pairs, p95, p99 } = inJson(batch)!;
    expect(pairs).toBe(45);
    expect(p95).toBeCloseTo(30 / 200, 1);
    expect(p99).toBeCloseTo(70 / 240, 1);
    expect(toTerminal(batch, { columns: 100, colour: false })).toMatch(
      /95% cặp bài không liên quan trùng nhau dưới 1\d%, 99% dưới [23]\d%/,
    );
  });

  it('leaves near-duplicates and a member’s own attempts out: they say nothing of what is normal', async () => {
    const copied = madeUpText(500, 200);
    const files = essays(12, (i) => (i < 4 ? `${copied} ${madeUpText(i, 20)}` : madeUpText(i, 200)));
    const roster = Array.from({ length: 12 }, (_, i) => `n${i}.txt,${Math.min(i, 10)},Tổ ${Math.min(i, 10)}`);
    const batch = await assess({ ...files, 'n11.txt': `${files['n10.txt']} ${madeUpText(600, 50)}` }, { roster });
    expect(batch.groups.map(({ members }) => members.length)).toEqual([4]);
    // 66 pairs, six of them in the group, one of one member.
    expect(inJson(batch)).toEqual({ pairs: 59, p95: 0, p99: 0 });
  });

  it('leaves out who took a whole page: that is not normal either', async () => {
    const page = madeUpText(500, 120);
    const batch = await assess(essays(8, (i) => `${madeUpText(i, 300)} ${i < 2 ? page : ''}`));
    expect(batch.groups).toEqual([]);
    expect(batch.assessments.filter(({ proposal }) => proposal !== 'accept')).toHaveLength(2);
    expect(inJson(batch)).toEqual({ pairs: 27, p95: 0, p99: 0 });
  });

  it('is null for a handful of essays', async () => {
    expect(inJson(await assess(essays(6, (i) => madeUpText(i, 100))))).toBeNull();
  });

  it('does not depend on the order of the files, and measures a bounded number of pairs', async () => {
    const shared = Array.from({ length: 5 }, (_, i) => madeUpText(700 + i, 25 + 5 * i));
    const files = essays(40, (i) => `${madeUpText(i, 120)} ${shared[i % 5]} ${shared[i % 3]}`);
    const names = Object.keys(files);
    const one = inJson(await assess(files, { order: names }));
    expect(one?.pairs).toBe(400);
    expect(one!.p95).toBeGreaterThan(0);
    expect(inJson(await assess(files, { order: [...names].reverse() }))).toEqual(one);
  });
});
