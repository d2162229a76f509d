import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../corpus/folders.js';
import { lines } from '../pipeline/inputs.js';
import { makeHomes } from './homes.js';
import { expectRefusal, run } from './run.js';

const newHome = makeHomes();
let home: string;
let before: Map<string, string>;
beforeAll(async () => {
  home = await newHome({
    'lo/a.txt': 'một hai ba',
    'dot.yaml': 'name: Đợt 1\n',
    'hong.yaml': lines('name: Đợt 1', 'policy:', '  review: { best: 1.5 }'),
    'khong-doc.yaml': lines('name: Đợt 1', 'references: [ rong.txt ]'),
    'hong.csv': lines('file,member,unit', 'a.txt,1,Một', 'b.txt,,Hai'),
    'rong.txt': '',
  });
  await mkdir(join(home, 'rong'));
  before = await filesIn(home);
});

const CAMPAIGN = ['--campaign', 'dot.yaml'];

describe.concurrent('wrong arguments or configuration', () => {
  it.each([
    ['an unknown command', ['soat'], 'soat'],
    ['an unknown command of the corpus', ['corpus', 'ad'], 'ad'],
    ['an option without its value', ['extract', 'lo/a.txt', '--json'], '--json'],
    ['extract without a file', ['extract'], 'FILE'],
    ['extract of a file that is not there', ['extract', 'khong-co.txt'], '“khong-co.txt”'],
    ['compare with one file', ['compare', 'lo/a.txt'], 'B'],
    ['assess without a campaign', ['assess', 'lo'], '--campaign'],
    ['a path that is not there', ['assess', 'lo', 'khong-co', ...CAMPAIGN], '“khong-co”'],
    ['a campaign with a share of 1.5', ['assess', 'lo', '--campaign', 'hong.yaml'], 'hong.yaml, dòng 3'],
    ['a campaign that lists a file without text', ['assess', 'lo', '--campaign', 'khong-doc.yaml'], '“rong.txt”'],
    ['a roster with an empty cell', ['assess', 'lo', ...CAMPAIGN, '--roster', 'hong.csv'], 'hong.csv, dòng 3'],
    ['no jobs', ['assess', 'lo', ...CAMPAIGN, '--jobs', '0'], '0'],
    ['a file for a corpus', ['corpus', 'list', '--data', 'rong.txt'], 'rong.txt'],
    ['a folder for the JSON', ['extract', 'lo/a.txt', '--json', 'lo'], '“lo”'],
    ['corpus remove without an id', ['corpus', 'remove'], 'ID'],
  ])('end with 2 and one line: %s', async (_, args, named) => {
    expectRefusal(await run(home, args), 2, named);
  });

  // A script whose variable is empty must not go on as if the work were done.
  it.each([['nothing'], ['corpus']])('end with 2 when only half a command is given: %s', async (given) => {
    expect(await run(home, given === 'nothing' ? [] : [given])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe.concurrent('nothing to assess', () => {
  it.each([
    ['an empty folder', ['assess', 'rong', ...CAMPAIGN], 'tệp'],
    ['a comparison with a file without text', ['compare', 'lo/a.txt', 'rong.txt'], '“rong.txt”'],
  ])('ends with 1 and one line: %s', async (_, args, named) => {
    expectRefusal(await run(home, args), 1, named);
  });
});

describe('help', () => {
  it('is no error', async () => {
    const { status, stdout, stderr } = await run(home, ['help', 'assess']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.replaceAll('\n', ' ')).toMatch(/soatbai assess.*--campaign/);
  });
});

describe('a command that was refused', () => {
  it('has written nothing', async () => {
    expect([...(await filesIn(home)).keys()]).toEqual([...before.keys()]);
  });
});
