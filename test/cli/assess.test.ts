import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ReportJson, reportSchema } from '../../src/api/report.js';
import { docx, zip } from '../extract/make-files.js';
import { lines } from '../pipeline/inputs.js';
import { madeUpText } from '../support/vietnamese.js';
import { makeHomes } from './homes.js';
import { jsonFile, jsonOf, run } from './run.js';

const newHome = makeHomes();
const [ONE, TWO, THREE] = [1, 2, 3].map((seed) => madeUpText(seed, 250)) as [string, string, string];
const PLAIN = lines('name: Đợt 1', 'themes: []');
const SMALL = ['--jobs', '1'];

const filesOf = ({ submissions }: ReportJson): string[] => submissions.map(({ file }) => file);

describe.concurrent('assess --json -', () => {
  it('writes a report and nothing else, with the same names wherever it is run', async () => {
    const home = await newHome({
      'dot.yaml': PLAIN,
      'batch/x.docx': await docx([ONE]),
      'batch/c1/đ.txt': ONE,
      'batch/~$x.docx': 'x',
      'archive.zip': await zip({ 'inner/x.docx': await docx([TWO]), '__MACOSX/inner/._x.docx': 'x' }),
    });
    const arguments_ = ['--campaign', join(home, 'dot.yaml'), '--json', '-', ...SMALL];
    const inside = jsonOf(await run(join(home, 'batch'), ['assess', '.', '../archive.zip', ...arguments_]), reportSchema);
    expect(filesOf(inside)).toEqual(['batch/c1/đ.txt', 'batch/x.docx', 'archive.zip/inner/x.docx']);
    expect(inside.skipped.map(({ file }) => file).sort()).toEqual(['archive.zip/__MACOSX/inner/._x.docx', 'batch/~$x.docx']);
    expect(inside).toMatchObject({ version: 1, campaign: 'Đợt 1', parameters: { compare: {}, policy: { minimumSyllables: 200 } } });
    expect(inside.submissions.map(({ proposal }) => proposal)).toEqual(['rewrite', 'rewrite', 'accept']);
    for (const submission of inside.submissions) expect(submission).not.toHaveProperty('text');

    // Without --data nothing is kept anywhere, whatever the other commands would take for the corpus.
    const before = await readdir(home);
    const setting = { SOATBAI_DATA: join(home, 'kho') };
    const outside = jsonOf(
      await run('/', ['assess', join(home, 'batch'), join(home, 'archive.zip'), ...arguments_], setting),
      reportSchema,
    );
    expect(outside).toEqual(inside);
    expect(await readdir(home)).toEqual(before);
  });
});

describe.concurrent('assess --json FILE --html FILE --texts', () => {
  it('writes both, a summary for people, and nothing else', async () => {
    const home = await newHome({ 'dot.yaml': PLAIN, 'a.txt': ONE, 'b.txt': TWO });
    const files = ['--json', 'ra/bao-cao.json', '--html', 'ra/bao cao.html', '--texts'];
    const { status, stdout, stderr } = await run(home, ['assess', 'a.txt', 'b.txt', '--campaign', 'dot.yaml', ...files, ...SMALL]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report = await jsonFile(join(home, 'ra/bao-cao.json'), reportSchema);
    expect(report.submissions.map(({ file, text }) => ({ file, text }))).toEqual([
      { file: 'a.txt', text: ONE },
      { file: 'b.txt', text: TWO },
    ]);
    expect(stdout).toContain('cấp ủy kết luận');
    expect(stdout).toContain(join(home, 'ra/bao cao.html'));
    // Colours and moving lines are for terminals only.
    expect(stdout).not.toContain('\u001B');
    const html = await readFile(join(home, 'ra/bao cao.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    // Not toContain: a failure would print the whole page.
    for (const { file } of report.submissions) expect(html.includes(file), file).toBe(true);
    expect((await readdir(home, { recursive: true })).sort()).toEqual(
      ['a.txt', 'b.txt', 'dot.yaml', 'ra', 'ra/bao cao.html', 'ra/bao-cao.json'].sort(),
    );
  });

  it('never mixes the two on standard output', async () => {
    const home = await newHome({ 'dot.yaml': PLAIN, 'a.txt': ONE });
    const { status, stdout } = await run(home, ['assess', 'a.txt', '--campaign', 'dot.yaml', '--json', '-', '--html', '-', ...SMALL]);
    if (status === 0) reportSchema.parse(JSON.parse(stdout));
    else expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe.concurrent('assess of files without text', () => {
  it('ends with 1, and says in the report why', async () => {
    const home = await newHome({
      'dot.yaml': 'name: Đợt 1\n',
      'lo/a.docx': Buffer.from('PK\x03\x04\0\0\0\0'),
      'lo/b.pdf': '',
      'lo/c.zip': Buffer.from('PK\x03\x04 hong'),
    });
    const outcome = await run(home, ['assess', 'lo', '--campaign', 'dot.yaml', '--json', '-', ...SMALL]);
    expect(outcome.stderr).toMatch(/^Không đọc được bài nào[^\n]*\n$/);
    const report = jsonOf({ ...outcome, stderr: '' }, reportSchema, 1);
    expect(filesOf(report)).toEqual(['lo/a.docx', 'lo/b.pdf']);
    for (const submission of report.submissions) {
      expect(submission).toMatchObject({ syllables: null, quoted: null, copied: { best: null, union: null, longestRun: null } });
      expect(submission).toMatchObject({ proposal: 'review', reasons: [{ code: 'not-read' }] });
      expect(submission.messages[0]?.text).toContain(submission.file);
    }
    expect(report.skipped).toMatchObject([{ file: 'lo/c.zip', reason: expect.stringContaining('Nén lại') }]);
  });
});

describe.concurrent('assess --roster', () => {
  it('knows who handed in what, and asks about the rest on standard error', async () => {
    const home = await newHome({
      'dot.yaml': PLAIN,
      'lo/a.txt': ONE,
      'lo/Lục Văn Bền.txt': TWO,
      'ds.csv': lines('file;member;unit;post;place', 'a.txt;000123;Trạm y tế;Y sĩ;Xã Hòa Lĩnh', 'Luc Van Ben.txt;000124;Thôn Ba;;'),
    });
    const report = ['--json', 'r.json', ...SMALL];
    const { status, stderr } = await run(home, ['assess', 'lo', '--campaign', 'dot.yaml', '--roster', 'ds.csv', ...report]);
    expect(status).toBe(0);
    expect(stderr.split('\n').filter(Boolean)).toHaveLength(2);
    expect(stderr).toMatch(/dòng 3.*“Luc Van Ben\.txt”.*“lo\/Lục Văn Bền\.txt”/);
    const { submissions } = await jsonFile(join(home, 'r.json'), reportSchema);
    expect(submissions.map(({ member }) => member).filter((member) => member === '000124')).toEqual([]);
    expect(submissions.find(({ file }) => file === 'lo/a.txt')).toMatchObject({
      member: '000123',
      unit: 'Trạm y tế',
      post: 'Y sĩ',
      place: 'Xã Hòa Lĩnh',
    });
    expect(submissions.find(({ file }) => file === 'lo/Lục Văn Bền.txt')).toMatchObject({ post: '', place: '' });
  });

  it('does not call a listed file missing that was there and skipped', async () => {
    const home = await newHome({
      'dot.yaml': PLAIN,
      'lo/a.txt': ONE,
      'lo/b.txt': ONE,
      'ds.csv': lines('file,member,unit', 'a.txt,1,Một', 'b.txt,1,Một'),
    });
    const outcome = await run(home, ['assess', 'lo', '--campaign', 'dot.yaml', '--roster', 'ds.csv', '--json', '-', ...SMALL]);
    expect(jsonOf(outcome, reportSchema).skipped).toMatchObject([{ file: 'lo/b.txt' }]);
  });
});

describe.concurrent('assess with a large report', () => {
  it('gives a pipe the whole of it', async () => {
    const texts = Array.from({ length: 8 }, (_, i) => [`lo/${i}.txt`, `${THREE} ${madeUpText(10 + i, 3000)}`] as const);
    const home = await newHome({ 'dot.yaml': PLAIN, ...Object.fromEntries(texts) });
    const report = jsonOf(await run(home, ['assess', 'lo', '--campaign', 'dot.yaml', '--texts', '--json', '-', ...SMALL]), reportSchema);
    expect(report.submissions.map(({ text }) => text)).toEqual(texts.map(([, text]) => text));
  });
});
