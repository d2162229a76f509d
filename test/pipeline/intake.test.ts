import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ExtractLimits } from '../../src/model/extraction.js';
import { collectInputs, type Inputs } from '../../src/pipeline/intake/collect.js';
import { docx, LIMITS, SENTENCE, withLimits, zip } from '../extract/make-files.js';
import { folderWith, newFolder, writeFiles } from './inputs.js';
import { type RawEntry, rawZip } from './raw-zip.js';

const MIB = 1024 * 1024;

async function collect(paths: readonly string[], limits: ExtractLimits = LIMITS): Promise<Inputs> {
  const inputs = await collectInputs(paths, limits);
  onTestFinished(inputs.close);
  return inputs;
}

const names = ({ files }: Inputs): string[] => files.map(({ name }) => name);
const skippedNames = ({ skipped }: Inputs): string[] => skipped.map(({ file }) => file);
const reasonOf = ({ skipped }: Inputs, file: string): string | undefined => skipped.find((one) => one.file === file)?.reason;
const textOf = async ({ files }: Inputs, name: string): Promise<string> =>
  Buffer.from(await files.find((file) => file.name === name)!.read()).toString('utf8');

/** What is behind one archive named lo.zip. */
async function collectZip(bytes: Uint8Array, limits?: ExtractLimits): Promise<Inputs> {
  return collect([join(await folderWith({ 'lo.zip': bytes }), 'lo.zip')], limits);
}
const collectRaw = (...entries: RawEntry[]): Promise<Inputs> => collectZip(rawZip(entries));

describe('files and folders', () => {
  it('are taken in the order given, folders in the order of names', async () => {
    const folder = await folderWith({
      'lô 1/b.docx': 'b',
      'lô 1/a.docx': 'a',
      'lô 1/c/đ.txt': 'đ',
      'lô 1/c/d.txt': 'd',
      'lô 1/không đuôi': 'x',
      'riêng.pdf': 'r',
    });
    const inputs = await collect([join(folder, 'riêng.pdf'), join(folder, 'lô 1')]);
    expect(names(inputs)).toEqual(['riêng.pdf', 'lô 1/a.docx', 'lô 1/b.docx', 'lô 1/c/d.txt', 'lô 1/c/đ.txt', 'lô 1/không đuôi']);
    expect(inputs.skipped).toEqual([]);
    expect(await textOf(inputs, 'lô 1/c/đ.txt')).toBe('đ');
  });

  it('are named by the last part of the path, however it is written', async () => {
    const folder = await folderWith({ 'lo/a.txt': 'a' });
    for (const path of [`${folder}/lo`, `${folder}/lo/`, `${folder}/lo/.`, `${folder}/khong-co/../lo`]) {
      expect(names(await collect([path]))).toEqual(['lo/a.txt']);
    }
    expect(names(await collect([folder]))).toEqual([`${basename(folder)}/lo/a.txt`]);
  });

  it('have composed letters in their names, also from a disk that takes them apart', async () => {
    const folder = await folderWith({ ['lô/bài thu hoạch.docx'.normalize('NFD')]: 'a' });
    expect(names(await collect([join(folder, 'lô'.normalize('NFD'))]))).toEqual(['lô/bài thu hoạch.docx'.normalize('NFC')]);
  });

  it('of the system and of Word itself are skipped with a reason', async () => {
    const system = ['lo/.DS_Store', 'lo/Thumbs.db', 'lo/__MACOSX/a.docx', 'lo/c/desktop.ini', 'lo/~$a.docx'];
    const folder = await folderWith({ 'lo/a.docx': 'a', ...Object.fromEntries(system.map((name) => [name, 'x'])) });
    const inputs = await collect([join(folder, 'lo')]);
    expect(names(inputs)).toEqual(['lo/a.docx']);
    expect(skippedNames(inputs).sort()).toEqual([...system].sort());
    for (const { reason } of inputs.skipped) expect(reason).toMatch(/hệ điều hành/);
  });

  it('behind links in a folder are not followed, so that nothing outside is read', async () => {
    const folder = await folderWith({ 'ngoai/bi-mat.txt': 'x', 'lo/a.txt': 'a' });
    await symlink(join(folder, 'ngoai/bi-mat.txt'), join(folder, 'lo/b.txt'));
    await symlink(join(folder, 'ngoai'), join(folder, 'lo/c'));
    await symlink(join(folder, 'lo'), join(folder, 'lo/vong'));
    await symlink(join(folder, 'khong-co'), join(folder, 'lo/d.txt'));
    const inputs = await collect([join(folder, 'lo')]);
    expect(names(inputs)).toEqual(['lo/a.txt']);
    expect(skippedNames(inputs)).toEqual(['lo/b.txt', 'lo/c', 'lo/d.txt', 'lo/vong']);
    expect(reasonOf(inputs, 'lo/b.txt')).toMatch(/liên kết/i);
  });

  it('behind a link that is named on the command line are meant, and read', async () => {
    const folder = await folderWith({ 'that/a.txt': 'a' });
    await symlink(join(folder, 'that/a.txt'), join(folder, 'bai.txt'));
    const file = await collect([join(folder, 'bai.txt')]);
    expect(await textOf(file, 'bai.txt')).toBe('a');
    await symlink(join(folder, 'that'), join(folder, 'lo'));
    expect(names(await collect([join(folder, 'lo')]))).toEqual(['lo/a.txt']);
  });

  it('that do not exist are an error which names them as they were given', async () => {
    const folder = await folderWith({ 'a.txt': 'a' });
    const missing = join(folder, 'khong co.docx');
    await expect(collectInputs([join(folder, 'a.txt'), missing], LIMITS)).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringContaining(`“${missing}”`),
    });
  });

  it('over the limit are not read whole, also through a link', async () => {
    const folder = await folderWith({ 'lon.txt': 'x'.repeat(5000) });
    await symlink(join(folder, 'lon.txt'), join(folder, 'lk.txt'));
    const { files } = await collect([join(folder, 'lon.txt'), join(folder, 'lk.txt')], withLimits({ fileBytes: 100 }));
    for (const file of files) expect((await file.read()).length, file.name).toBe(101);
  });

  it('may be none', async () => {
    expect(await collect([await newFolder()])).toMatchObject({ files: [], skipped: [] });
  });
});

describe('a ZIP archive', () => {
  it('has its Vietnamese names, marked as UTF-8 or not', async () => {
    const flagged = await collectZip(await zip({ 'Chi bộ 1/Bài của Đỗ Thị Nở.docx': 'a' }));
    const unflagged = await collectRaw({ name: 'Chi bộ 1/Bài của Đỗ Thị Nở.docx', content: 'a', flags: 0 });
    const decomposed = await collectRaw({ name: 'Chi bộ 1/Bài của Đỗ Thị Nở.docx'.normalize('NFD'), content: 'a', flags: 0x800 });
    for (const inputs of [flagged, unflagged, decomposed]) {
      expect(inputs.skipped).toEqual([]);
      expect(await textOf(inputs, 'lo.zip/Chi bộ 1/Bài của Đỗ Thị Nở.docx')).toBe('a');
    }
  });

  it('has the names of old Vietnamese Windows', async () => {
    const name = Buffer.from([0x42, 0xe0, 0x69, 0x20, 0xf0, 0x61, 0xd2, 0x6e, 0x67, 0x2e, 0x74, 0x78, 0x74]);
    expect(names(await collectRaw({ name, content: 'a' }))).toEqual(['lo.zip/Bài đảng.txt']);
  });

  it('may separate folders as Windows does', async () => {
    expect(names(await collectRaw({ name: 'c1\\bai.txt', content: 'a' }))).toEqual(['lo.zip/c1/bai.txt']);
  });

  it('is opened inside a folder, and whatever the case of its extension', async () => {
    const inputs = await collect([await folderWith({ 'c/LO.ZIP': await zip({ 'a.txt': 'a' }) })]);
    expect(names(inputs)[0]).toMatch(/\/c\/LO\.ZIP\/a\.txt$/);
    expect(await textOf(inputs, names(inputs)[0]!)).toBe('a');
  });

  it('keeps what the system has strewn about apart', async () => {
    const system = ['__MACOSX/._a.txt', '__MACOSX/c/a.txt', '.DS_Store', 'c/~$a.docx', 'Thumbs.db'];
    const inputs = await collectRaw({ name: 'a.txt', content: 'a' }, ...system.map((name) => ({ name, content: 'x' })));
    expect(names(inputs)).toEqual(['lo.zip/a.txt']);
    expect(skippedNames(inputs)).toEqual(system.map((name) => `lo.zip/${name}`));
  });

  it.each([
    ['../ngoai.txt', 'lo.zip/../ngoai.txt'],
    ['a/../../ngoai.txt', 'lo.zip/a/../../ngoai.txt'],
    ['..\\ngoai.txt', 'lo.zip/../ngoai.txt'],
    ['/etc/passwd', 'lo.zip//etc/passwd'],
    ['C:\\bai.txt', 'lo.zip/C:/bai.txt'],
  ])('gives no file named %s', async (name, shown) => {
    const inputs = await collectRaw({ name, content: 'x' }, { name: 'a.txt', content: 'a' });
    expect(names(inputs)).toEqual(['lo.zip/a.txt']);
    expect(reasonOf(inputs, shown)).toMatch(/Tên tệp/);
  });

  it('gives no link', async () => {
    const inputs = await collectRaw({ name: 'b.txt', content: '/etc/passwd', mode: 0o120777 }, { name: 'a.txt', content: 'a' });
    expect(names(inputs)).toEqual(['lo.zip/a.txt']);
    expect(reasonOf(inputs, 'lo.zip/b.txt')).toMatch(/liên kết/i);
  });

  it('gives no encrypted entry, and says so', async () => {
    const inputs = await collectRaw(
      { name: 'b.txt', content: '12 bytes and 8 more.', claimed: 8, flags: 1 },
      { name: 'a.txt', content: 'a' },
    );
    expect(await textOf(inputs, 'lo.zip/a.txt')).toBe('a');
    expect(reasonOf(inputs, 'lo.zip/b.txt')).toMatch(/mật khẩu/);
  });

  it('gives the first of two entries of one name', async () => {
    const inputs = await collectRaw({ name: 'a.txt', content: 'một' }, { name: 'a.txt', content: 'hai' });
    expect(names(inputs)).toEqual(['lo.zip/a.txt']);
    expect(await textOf(inputs, 'lo.zip/a.txt')).toBe('một');
    expect(inputs.skipped).toMatchObject([{ file: 'lo.zip/a.txt', reason: expect.stringMatching(/trùng tên/) }]);
  });

  it('that is really a DOCX is the one essay', async () => {
    const bytes = await docx([SENTENCE]);
    const inputs = await collectZip(bytes);
    expect(names(inputs)).toEqual(['lo.zip']);
    expect(inputs.skipped).toEqual([]);
    expect(Buffer.from(await inputs.files[0]!.read()).equals(bytes)).toBe(true);
  });

  it('that is none is taken for what it is, which its reader tells', async () => {
    const folder = await folderWith({ 'lo/rong.zip': '', 'lo/thu.zip': 'không phải ZIP' });
    const inputs = await collect([join(folder, 'lo')]);
    expect(names(inputs)).toEqual(['lo/rong.zip', 'lo/thu.zip']);
  });

  it('that cannot be opened is skipped, and the others go on', async () => {
    const good = await zip({ 'a.txt': 'a' });
    const broken = { 'b1.zip': good.subarray(0, 50), 'b2.zip': good.subarray(0, good.length - 30) };
    const folder = await folderWith({ 'lo/a.zip': good, 'lo/c.txt': 'c' });
    await writeFiles(join(folder, 'lo'), broken);
    const inputs = await collect([join(folder, 'lo')]);
    expect(names(inputs)).toEqual(['lo/a.zip/a.txt', 'lo/c.txt']);
    expect(skippedNames(inputs)).toEqual(Object.keys(broken).map((name) => `lo/${name}`));
    for (const { reason } of inputs.skipped) expect(reason).toMatch(/Nén lại/);
  });

  it('may be empty', async () => {
    expect(await collectRaw()).toMatchObject({ files: [], skipped: [] });
  });

  // A directory that lies must not make the program set memory aside or refuse the others: only reading tells.
  it.each([
    ['unpacks to a thousand times its size', { content: Buffer.alloc(3 * MIB), compress: true }],
    ['claims less than it unpacks to', { content: 'x'.repeat(5000), compress: true, claimed: 10 }],
    ['claims more than it unpacks to', { content: 'x'.repeat(5000), compress: true, claimed: 0xfffffff0 }],
    ['claims less than it holds, not being packed at all', { content: 'x'.repeat(5000), claimed: 10 }],
    ['is larger than an essay may be', { content: Buffer.alloc(5 * MIB, 'ab') }],
  ])('costs only the entry that %s, when it is read', async (_, entry) => {
    const bytes = rawZip([
      { name: 'a.txt', content: 'a' },
      { name: 'b.txt', ...entry },
      { name: 'c.txt', content: 'c' },
    ]);
    const inputs = await collectZip(bytes, withLimits({ fileBytes: 4 * MIB }));
    expect(names(inputs)).toEqual(['lo.zip/a.txt', 'lo.zip/b.txt', 'lo.zip/c.txt']);
    await expect(textOf(inputs, 'lo.zip/b.txt')).rejects.toThrow();
    expect(await textOf(inputs, 'lo.zip/a.txt')).toBe('a');
    expect(await textOf(inputs, 'lo.zip/c.txt')).toBe('c');
  });

  // Bytes that were damaged on the way still unpack; only the checksum of the archive tells.
  it('does not pass damaged bytes off as the essay', async () => {
    const bytes = rawZip([{ name: 'a.txt', content: 'không được chép bài' }]);
    bytes.write('hongg', bytes.indexOf('kh'));
    const inputs = await collectZip(bytes);
    await expect(textOf(inputs, 'lo.zip/a.txt')).rejects.toThrow();
  });

  it('has entries whose two headers agree', async () => {
    const inputs = await collectRaw({ name: 'b.txt', content: 'x', localName: 'k.exe' }, { name: 'a.txt', content: 'a' });
    expect(names(inputs)).toEqual(['lo.zip/a.txt']);
    expect(skippedNames(inputs)).toEqual(['lo.zip/b.txt']);
  });
});

describe('every input', () => {
  it('is named exactly once, taken or skipped', async () => {
    const part = fc.constantFrom('a', 'bài', '~$b', '.c', '__MACOSX', 'd.zip', 'Thumbs.db');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(path, { maxLength: 8 }), fc.uniqueArray(path, { maxLength: 5 }), async (zipped, loose) => {
        const folder = await newFolder();
        await mkdir(join(folder, 'lo'));
        // Names of files never end in .zip here, so that a folder of that name cannot clash with one.
        const files = loose.map((name) => `${name}-${loose.indexOf(name)}.txt`);
        await writeFiles(join(folder, 'lo'), Object.fromEntries(files.map((name) => [name, 'x'])));
        await writeFile(join(folder, 'nop.zip'), rawZip(zipped.map((name) => ({ name, content: 'x' }))));
        const inputs = await collect([join(folder, 'lo'), join(folder, 'nop.zip')]);
        const expected = [...files.map((name) => `lo/${name}`), ...zipped.map((name) => `nop.zip/${name}`)];
        expect([...names(inputs), ...skippedNames(inputs)].sort()).toEqual(expected.sort());
        inputs.close();
      }),
      { numRuns: 40 },
    );
  });
});
