import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EXTRACT_LIMITS, type ExtractLimits } from '../../src/model/extraction.js';
import { type ArchiveLimits, openArchive } from '../../src/pipeline/intake/archive.js';
import { collectInputs, type Inputs } from '../../src/pipeline/intake/collect.js';
import { type Files, folderWith } from '../pipeline/inputs.js';
import { type RawEntry, rawZip } from '../pipeline/raw-zip.js';
import { docx, SENTENCE, zip } from './make-files.js';

const MIB = 1024 * 1024;
const GOOD: RawEntry = { name: 'tot.txt', content: SENTENCE };

async function collect(files: Files, limits: ExtractLimits = EXTRACT_LIMITS): Promise<Inputs> {
  const inputs = await collectInputs([await folderWith(files)], limits);
  onTestFinished(inputs.close);
  return inputs;
}
const last = (path: string): string => path.slice(path.lastIndexOf('.zip/') + 5);
const taken = ({ files }: Inputs): string[] => files.map(({ name }) => last(name));
const refused = ({ skipped }: Inputs): string[] => skipped.map(({ file }) => last(file));
const collectRaw = (...entries: RawEntry[]): Promise<Inputs> => collect({ 'lo.zip': rawZip(entries) });

describe('an entry that a ZIP must not give is refused by name, and the others go on', () => {
  it.each<[string, RawEntry[], RegExp]>([
    ['a ZIP in a ZIP', [{ name: 'trong.zip', content: rawZip([GOOD]) }], /nén nằm trong tệp nén/],
    ['a RAR in a ZIP', [{ name: 'c/Bài.RAR', content: 'Rar!' }], /nén nằm trong tệp nén/],
    ['a part of a split archive', [{ name: 'bai.z01', content: 'x' }], /nén nằm trong tệp nén/],
    ['a way out of the folder', [{ name: '../../etc/cron.d/x', content: 'x' }], /Tên tệp/],
    ['an absolute name', [{ name: '/etc/passwd', content: 'x' }], /Tên tệp/],
    ['a drive', [{ name: 'C:\\Windows\\x.docx', content: 'x' }], /Tên tệp/],
    ['a link', [{ name: 'lk.docx', content: '/etc/passwd', mode: 0o120777 }], /liên kết/],
    ['a device', [{ name: 'null.docx', content: 'x', mode: 0o020666 }], /thông thường/],
    ['a pipe', [{ name: 'pipe.docx', content: 'x', mode: 0o010644 }], /thông thường/],
    ['an encrypted file', [{ name: 'kin.docx', content: 'x'.repeat(20), flags: 1 }], /mật khẩu/],
    ['one with another name in its own header', [{ name: 'a.docx', content: 'x', localName: 'a.exe' }], /hai thông tin/],
    ['one packed in an unknown way', [{ name: 'la.docx', content: 'x', method: 97 }], /Không mở được/],
  ])('%s', async (_, entries, reason) => {
    const inputs = await collectRaw(...entries, GOOD);
    expect(taken(inputs)).toEqual(['tot.txt']);
    expect(refused(inputs)).toEqual(entries.map(({ name }) => String(name).replaceAll('\\', '/')));
    for (const one of inputs.skipped) expect(one.reason).toMatch(reason);
  });

  it('two headers that tell different sizes', async () => {
    const bytes = rawZip([{ name: 'a.docx', content: 'x'.repeat(50) }, GOOD]);
    bytes.writeUInt32LE(7, 22);
    const inputs = await collect({ 'lo.zip': bytes });
    expect(taken(inputs)).toEqual(['tot.txt']);
    expect(inputs.skipped[0]?.reason).toMatch(/hai thông tin/);
  });

  it('entries that share their bytes, of which none is the true one', async () => {
    // The second lies in the first, as each does in the one before it in a bomb that unpacks ten million to one.
    const inner = rawZip([{ name: 'trong.txt', content: 'x' }]).subarray(0, 30 + 9 + 1);
    const carrier: RawEntry = { name: 'ngoai.txt', content: Buffer.concat([inner, Buffer.from(' ')]) };
    const inputs = await collectRaw(carrier, { name: 'trong.txt', content: 'x', offset: 30 + 9 }, GOOD);
    expect(taken(inputs)).toEqual(['tot.txt']);
    expect(refused(inputs)).toEqual(['ngoai.txt', 'trong.txt']);
    for (const { reason } of inputs.skipped) expect(reason).toMatch(/dùng chung dữ liệu/);
  });

  it('but names that differ by case, or by how their marks are written, are two files', async () => {
    const names = ['Bài.txt', 'bài.txt', 'bài.txt'.normalize('NFD')];
    const inputs = await collectRaw(...names.map((name) => ({ name, content: name })));
    expect(inputs.skipped).toEqual([]);
    expect(taken(inputs)).toEqual(['Bài.txt', 'bài.txt', 'bài.txt']);
    const texts = await Promise.all(inputs.files.map(async (file) => Buffer.from(await file.read()).toString()));
    expect(texts).toEqual(names);
  });
});

describe('the names in a ZIP', () => {
  const unicodePath = (raw: Buffer, name: string): Buffer => {
    const field = Buffer.alloc(9);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(5 + Buffer.byteLength(name), 2);
    field[4] = 1;
    field.writeUInt32LE(crc32(raw), 5);
    return Buffer.concat([field, Buffer.from(name)]);
  };
  const old = Buffer.from('B_i thu ho_ch.txt');

  it.each<[string, RawEntry, string]>([
    ['of old Vietnamese Windows', { name: Buffer.from('B\xe0i \xf0a\xd2ng.txt', 'latin1'), content: 'a' }, 'Bài đảng.txt'],
    ['of DOS', { name: Buffer.from('L\x95 tr\xa1 b\x85i.txt', 'latin1'), content: 'a' }, 'Lò trí bài.txt'],
    ['beside which the true one stands', { name: old, content: 'a', extra: unicodePath(old, 'Bài thu hoạch.txt') }, 'Bài thu hoạch.txt'],
    [
      'beside which that of another file stands',
      { name: old, content: 'a', extra: unicodePath(Buffer.from('x'), 'Khác.txt') },
      'B_i thu ho_ch.txt',
    ],
  ])('%s', async (_, entry, name) => {
    expect(taken(await collectRaw(entry))).toEqual([name]);
  });
});

describe('a ZIP beyond its bounds', () => {
  const open = async (bytes: Uint8Array, bounds: ArchiveLimits) => {
    const archive = await openArchive(join(await folderWith({ 'lo.zip': bytes }), 'lo.zip'), 'lo.zip', EXTRACT_LIMITS, bounds);
    onTestFinished(() => archive?.close());
    return archive!;
  };

  it('of files gives the first ones and says how many that were', async () => {
    const bytes = rawZip(Array.from({ length: 12 }, (_, index) => ({ name: `b${index}.txt`, content: 'x' })));
    const { files, skipped } = await open(bytes, { files: 10, entries: 40, bytes: MIB });
    expect(files.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, index) => `lo.zip/b${index}.txt`));
    expect(skipped).toEqual([{ file: 'lo.zip', reason: expect.stringMatching(/12 tệp, .*10: chỉ lấy 10 tệp đầu/) }]);
  });

  it('of entries, folders among them, says so', async () => {
    const bytes = rawZip(Array.from({ length: 12 }, (_, i) => ({ name: i % 2 === 0 ? `${i}/` : `${i - 1}/b.txt`, content: '' })));
    const { files, skipped } = await open(bytes, { files: 10, entries: 10, bytes: MIB });
    expect(files).toHaveLength(5);
    expect(skipped).toEqual([{ file: 'lo.zip', reason: expect.stringMatching(/12 mục .*10: chỉ xem 10 mục đầu/) }]);
  });

  it('that a Mac made has all its ten thousand essays taken', async () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `b${i}.txt`);
    const bytes = rawZip(names.flatMap((name) => [name, `__MACOSX/._${name}`].map((one) => ({ name: one, content: 'x' }))));
    const { files, skipped } = await collect({ 'lo.zip': bytes });
    expect(files).toHaveLength(10_000);
    expect(skipped.every(({ file }) => file.includes('/__MACOSX/'))).toBe(true);
  });

  it('of ten thousand files, in the room of a few seconds', async () => {
    const bytes = rawZip(Array.from({ length: 10_001 }, (_, index) => ({ name: `b${index}.txt`, content: 'x' })));
    const inputs = await collect({ 'lo.zip': bytes });
    expect(inputs.files).toHaveLength(10_000);
    expect(inputs.skipped).toMatchObject([{ reason: expect.stringMatching(/10\.001 tệp, .*chỉ lấy 10\.000 tệp đầu/) }]);
  });

  it('of bytes gives what has room', async () => {
    const content = Buffer.alloc(MIB, 'abc');
    const bytes = rawZip(['a', 'b', 'c'].map((name) => ({ name: `${name}.txt`, content })));
    const { files, skipped } = await open(bytes, { files: 10, entries: 40, bytes: 2.5 * MIB });
    expect(files.map(({ name }) => name)).toEqual(['lo.zip/a.txt', 'lo.zip/b.txt']);
    expect(skipped).toMatchObject([{ file: 'lo.zip/c.txt', reason: expect.stringMatching(/quá 3 MB/) }]);
  });

  it('that declares four milliard bytes in a few sets no memory aside', async () => {
    const bytes = rawZip([{ name: 'a.txt', content: 'x', compress: true, claimed: 0xfffffffe }]);
    expect(bytes.length).toBeLessThan(130);
    const [file] = (await collect({ 'lo.zip': bytes })).files;
    const before = process.memoryUsage().rss;
    await expect(file!.read()).rejects.toThrow(/Không mở được/);
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * MIB);
  });

  it('that unpacks a thousand to one costs itself', async () => {
    const bomb = rawZip([{ name: 'bom.txt', content: Buffer.alloc(200 * MIB), compress: true }, GOOD]);
    expect(bomb.length).toBeLessThan(MIB / 4);
    const [file, good] = (await collect({ 'lo.zip': bomb })).files;
    await expect(file!.read()).rejects.toThrow(/nén bất thường/);
    expect(Buffer.from(await good!.read()).toString()).toBe(SENTENCE);
  });
});

describe('a ZIP', () => {
  it('in the form for more than four milliard bytes is read', async () => {
    const bytes = await zip({ 'a.txt': 'a' }, { forceZip64Format: true, comment: '' });
    const inputs = await collect({ 'lo.zip': bytes });
    expect(taken(inputs)).toEqual(['a.txt']);
    expect(Buffer.from(await inputs.files[0]!.read()).toString()).toBe('a');
  });

  // yauzl's own reader of files throws here where nobody can catch it, which would end the service: so in a process of its own.
  it.each(['directory', 'locator'])('whose %s lies beyond all numbers is refused and ends nothing', async (place) => {
    const bytes = Buffer.alloc(98);
    bytes.writeUInt32LE(0x06064b50, 0);
    bytes.writeUInt32LE(0x07064b50, 56);
    bytes.writeUInt32LE(0x06054b50, 76);
    bytes.writeBigUInt64LE(1n, 32);
    bytes.writeBigUInt64LE(2n ** 64n - 1n, place === 'directory' ? 48 : 64);
    const folder = await folderWith({ 'lo.zip': bytes, 'tot.txt': SENTENCE });
    const script = `import { collectInputs } from ${JSON.stringify(new URL('../../dist/pipeline/intake/collect.js', import.meta.url).href)};
      const { files, skipped } = await collectInputs([${JSON.stringify(folder)}], { fileBytes: 1e6 });
      console.log(JSON.stringify([files.length, skipped.map(({ reason }) => reason)]));`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 30_000 });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([1, [expect.stringMatching(/Không mở được tệp nén/)]]);
  });

  it('of several parts is told from a damaged one', async () => {
    const whole = rawZip([GOOD]);
    const lastPart = Buffer.from(whole);
    lastPart.writeUInt16LE(2, lastPart.length - 18);
    const firstPart = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), whole.subarray(0, 60)]);
    const inputs = await collect({
      'a.zip': lastPart,
      'a.z01': firstPart,
      'b.zip': firstPart,
      'c.zip.001': firstPart,
      'd.part1.rar': 'Rar!',
    });
    expect(inputs.files).toEqual([]);
    expect(inputs.skipped).toHaveLength(5);
    for (const { reason } of inputs.skipped) expect(reason).toMatch(/chia nhiều phần/);
  });

  it('that holds what systems strew about lists it as skipped', async () => {
    const strewn = ['__MACOSX/._a.docx', '~$bai.docx', 'Thumbs.db', '.DS_Store', 'c/desktop.ini'];
    const inputs = await collectRaw(...strewn.map((name) => ({ name, content: 'x' })), GOOD);
    expect(taken(inputs)).toEqual(['tot.txt']);
    expect(refused(inputs)).toEqual(strewn);
  });

  it('of the name, a DOCX by content, is the essay', async () => {
    const inputs = await collect({ 'bai.zip': await docx([SENTENCE]) });
    expect(inputs.files).toHaveLength(1);
    expect(inputs.skipped).toEqual([]);
  });
});
