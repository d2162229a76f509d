import { readFileSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { agreementSchema } from '../../src/api/agreement.js';
import { campaignFileSchema } from '../../src/api/campaign-file.js';
import type { ReportJson } from '../../src/api/report.js';
import { lines } from '../pipeline/inputs.js';
import { sampleReport } from '../support/sample.js';
import { makeHomes } from './homes.js';
import { jsonOf, run } from './run.js';

const LABELS = resolve('fixtures/van-trach/ket-luan.csv');
const newHome = makeHomes();

describe('calibrate on the sample', () => {
  let home = '';
  let report: ReportJson;

  beforeAll(async () => {
    home = await newHome({});
    const made = await sampleReport();
    report = made.report;
    await copyFile(made.json, join(home, 'bao-cao.json'));
  }, 240_000);

  it('holds the conclusions against what was proposed', async () => {
    const { status, stdout } = await run(home, ['calibrate', '--labels', LABELS, '--report', 'bao-cao.json', '--json', '-']);
    expect(status).toBe(0);
    const agreement = agreementSchema.parse(JSON.parse(stdout));
    const rows = parse(readFileSync(LABELS), { columns: true }) as Readonly<Record<string, string>>[];
    const concluded = rows.filter(({ conclusion }) => conclusion !== '');
    const count = (proposal: string, conclusion: string): number =>
      concluded.filter((row) => {
        const found = report.submissions.find(({ file }) => file.endsWith(`/${row.file}`))!;
        return found.proposal === proposal && row.conclusion === conclusion;
      }).length;
    for (const proposal of ['accept', 'review', 'rewrite'] as const)
      expect(agreement.proposals[proposal]).toEqual({ accepted: count(proposal, 'đạt'), rewrite: count(proposal, 'viết lại') });
    expect(agreement).toMatchObject({ judged: 26, open: 2, outdated: 0, campaign: report.campaign });
    // Four conclusions short of what a suggestion needs.
    for (const { suggestion } of agreement.settings) expect(suggestion).toMatchObject({ value: null, wanting: { judgements: 4 } });
    expect(agreement.themes.map(({ judged }) => judged)).toEqual([26, 26, 26, 26, 0]);
  });

  it('says it for people too, with what is missing, and changes nothing', async () => {
    const before = await readFile(join(home, 'bao-cao.json'));
    const { status, stdout, stderr } = await run(home, ['calibrate', '--labels', LABELS, '--report', 'bao-cao.json', '--json', 'ra.json']);
    expect(status).toBe(0);
    expect(stderr).toBe('2 bài trong tệp kết luận để trống kết luận nên không tính.\n');
    for (const text of ['26 bài đã có kết luận · 2 bài chưa có', 'còn thiếu 4 bài', 'Cohen 1960', 'Không có gì tự đổi.', 'Kết quả JSON:'])
      expect(stdout).toContain(text);
    expect(stdout).not.toContain('policy:');
    expect(stdout).not.toContain('\u001b');
    expect(await readFile(join(home, 'bao-cao.json'))).toEqual(before);
    agreementSchema.parse(JSON.parse(await readFile(join(home, 'ra.json'), 'utf8')));
  });

  it('needs nothing but FILE when that names the report', async () => {
    const first = report.submissions[0]!;
    await writeFile(join(home, 'nhan.json'), JSON.stringify({ report: 'bao-cao.json', labels: [{ id: first.id, conclusion: 'đạt' }] }));
    const agreement = jsonOf(await run('/', ['calibrate', '--labels', join(home, 'nhan.json'), '--json', '-']), agreementSchema);
    expect(agreement.proposals[first.proposal]).toEqual({ accepted: 1, rewrite: 0 });
  });

  it('puts lines forward that a campaign file takes', async () => {
    // Forty made-up essays: those that share half were accepted all the same.
    const submissions = Array.from({ length: 40 }, (_, at) => {
      const best = at < 20 ? 0.5 : 0.9;
      const [one] = report.submissions;
      return {
        ...one!,
        id: `e${at}`,
        file: `b/${at}.docx`,
        matches: [],
        themes: [],
        advisories: [],
        copied: { best, union: 0, longestRun: 0 },
        proposal: 'rewrite',
      };
    });
    await writeFile(join(home, 'nhieu.json'), JSON.stringify({ ...report, submissions }));
    const rows = submissions.map(({ id }, at) => `${id},${at < 20 ? 'đạt' : 'viết lại'}`);
    await writeFile(join(home, 'nhieu.csv'), lines('id,conclusion', ...rows));
    const { stdout } = await run(home, ['calibrate', '--labels', 'nhieu.csv', '--report', 'nhieu.json']);
    const snippet = stdout.slice(stdout.indexOf('\npolicy:'), stdout.lastIndexOf('\n\n'));
    const { policy } = campaignFileSchema.parse({ name: 'x', ...parseYaml(snippet) });
    expect(policy.rewrite).toMatchObject({ best: 0.55 });
    expect(stdout).toContain('Gợi ý 55%');
  });
});

describe('calibrate', () => {
  const REPORT = { version: 1, campaign: 'Đợt', parameters: {}, submissions: [] };

  it('asks where the proposals are instead of guessing', async () => {
    const home = await newHome({ 'k.csv': 'file,conclusion\na,đạt\n', 'r.json': '{}', 'cu.json': JSON.stringify(REPORT) });
    const cases: [string[], string][] = [
      [[], 'Cần --labels'],
      [['--labels', 'k.csv'], 'Thêm --report với tệp JSON'],
      [['--labels', 'k.csv', '--report', 'r.json'], '“r.json” không phải báo cáo'],
      [['--labels', 'k.csv', '--report', 'cu.json'], 'hoặc do bản cũ ghi. Chạy lại soatbai assess'],
      [['--labels', 'k.csv', '--report', 'r.json', '--data', 'kho'], 'Chọn một'],
      [['--labels', 'k.csv', '--report', 'r.json', '--campaign', 'x'], '--campaign chỉ dùng cùng --data'],
      [['--labels', 'không có.csv'], 'không có.csv'],
      [['--data', 'kho'], 'kho'],
    ];
    for (const [args, expected] of cases) {
      const { status, stdout, stderr } = await run(home, ['calibrate', ...args]);
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
      expect(stderr).toContain(expected);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
