import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { campaignFileSchema } from '../../src/api/campaign-file.js';
import { reportSchema } from '../../src/api/report.js';
import { madeUpText } from '../support/vietnamese.js';
import { makeHomes } from './homes.js';
import { expectRefusal, jsonOf, MAIN, run } from './run.js';

const newHome = makeHomes();
const RESOLUTION = await readFile('fixtures/van-trach/nghi-quyet.docx');
const ESSAY = { 'bai/một.txt': madeUpText(1, 250) };
const TITLE =
  'Học tập Nghị quyết số 09-NQ/HU về bảo vệ môi trường, thu gom xử lý rác thải và xây dựng nông thôn mới nâng cao giai đoạn 2026-2030';

describe.concurrent('themes suggest', () => {
  it('writes a campaign file that assess takes as it is, wherever it is put', async () => {
    const home = await newHome({ 'văn bản/nghi quyet.docx': RESOLUTION, ...ESSAY });
    const written = await run('/', ['themes', 'suggest', join(home, 'văn bản/nghi quyet.docx'), '--out', join(home, 'dot/a.yaml')]);
    expect([written.status, written.stdout]).toEqual([0, '']);
    const campaign = campaignFileSchema.parse(parse(await readFile(join(home, 'dot/a.yaml'), 'utf8')));
    expect(campaign).toMatchObject({ name: TITLE, kind: 'essay', references: ['../văn bản/nghi quyet.docx'] });
    const report = jsonOf(await run(home, ['assess', 'bai', '--campaign', 'dot/a.yaml', '--json', '-', '--jobs', '1']), reportSchema);
    expect(report.campaign).toBe(TITLE);
    expect(report.submissions[0]?.themes.map(({ id }) => id)).toEqual(campaign.themes?.map(({ id }) => id));
  });

  it('prints it for the folder that it runs in', async () => {
    const home = await newHome({ 'nghi-quyet.docx': RESOLUTION, ...ESSAY });
    const { status, stdout, stderr } = await run(home, ['themes', 'suggest', 'nghi-quyet.docx']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('\nreferences: [nghi-quyet.docx]\n');
    await writeFile(join(home, 'dot.yaml'), stdout);
    jsonOf(await run(home, ['assess', 'bai', '--campaign', 'dot.yaml', '--json', '-', '--jobs', '1']), reportSchema);
  });

  it.runIf(process.platform === 'linux')('names the resolution from where standard output goes', async () => {
    const home = await newHome({ 'nghi-quyet.docx': RESOLUTION, 'dot/giữ.txt': '' });
    execFileSync('sh', ['-c', '"$0" "$1" themes suggest nghi-quyet.docx > dot/a.yaml', process.execPath, MAIN], { cwd: home });
    expect(campaignFileSchema.parse(parse(await readFile(join(home, 'dot/a.yaml'), 'utf8'))).references).toEqual(['../nghi-quyet.docx']);
  });

  it('with too little text has the usual themes alone, and says so beside the file', async () => {
    const home = await newHome({ 'a.txt': 'Nghị quyết về bảo vệ môi trường.' });
    const { status, stdout, stderr } = await run(home, ['themes', 'suggest', 'a.txt', '--json', '-']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/“a\.txt” có quá ít chữ/);
    const { themes } = JSON.parse(stdout) as { themes: { kind: string }[] };
    expect(themes.map(({ kind }) => kind)).toEqual(['awareness', 'commitment', 'own-unit', 'request']);
  });

  it('refuses what it cannot read, what is not there, and to write over what it reads', async () => {
    const home = await newHome({ 'rỗng.docx': '', 'a.txt': 'chữ' });
    expectRefusal(await run(home, ['themes', 'suggest', 'rỗng.docx']), 2, 'rỗng.docx');
    expectRefusal(await run(home, ['themes', 'suggest', 'không có.docx']), 2, 'không có.docx');
    expectRefusal(await run(home, ['themes', 'suggest', 'a.txt', '--out', './a.txt']), 2, 'a.txt');
    expect(await readFile(join(home, 'a.txt'), 'utf8')).toBe('chữ');
  });
});
