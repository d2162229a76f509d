import { describe, expect, it } from 'vitest';
import { comparePaths } from '../../../src/web/app/batch/file-order.js';
import { isSystemFile, walkChosen, walkEntries } from '../../../src/web/app/batch/walk-folders.js';

/** What a browser gives for a dropped file or folder; a folder gives its entries two at a time, as browsers give a hundred. */
type Tree = { readonly [name: string]: Tree | 'file' | 'broken' };

function entriesOf(tree: Tree): FileSystemEntry[] {
  return Object.entries(tree).map(([name, inner]) => {
    if (typeof inner === 'string') {
      const file = (give: (file: File) => void, fail: (error: Error) => void): void =>
        inner === 'file' ? give(new File(['x'], name)) : fail(new Error('unreadable'));
      return { name, isDirectory: false, isFile: true, file } as unknown as FileSystemEntry;
    }
    const createReader = () => {
      const left = entriesOf(inner);
      return { readEntries: (give: (some: FileSystemEntry[]) => void) => give(left.splice(0, 2)) };
    };
    return { name, isDirectory: true, isFile: false, createReader } as unknown as FileSystemEntry;
  });
}

describe('walking dropped folders', () => {
  it('finds every file of every folder, files before folders, in the order of names as people count', async () => {
    const { files } = await walkEntries(
      entriesOf({
        'Đợt 1': { 'bài 10.docx': 'file', 'bài 2.docx': 'file', 'Chi bộ 2': { 'a.pdf': 'file' }, 'Chi bộ 1': { 'b.pdf': 'file' } },
        'z.zip': 'file',
      }),
    );
    expect(files.map(({ path }) => path)).toEqual([
      'z.zip',
      'Đợt 1/bài 2.docx',
      'Đợt 1/bài 10.docx',
      'Đợt 1/Chi bộ 1/b.pdf',
      'Đợt 1/Chi bộ 2/a.pdf',
    ]);
  });

  it('reads a folder to its end, however many times it must be asked', async () => {
    const many = Object.fromEntries(Array.from({ length: 7 }, (_, number) => [`${number}.docx`, 'file' as const]));
    const counts: number[] = [];
    const { files } = await walkEntries(entriesOf({ nop: many }), (count) => counts.push(count));
    expect(files).toHaveLength(7);
    expect(counts.at(-1)).toBe(7);
  });

  it('leaves out what operating systems strew about, and says how many', async () => {
    const walk = await walkEntries(
      entriesOf({ nop: { 'Thumbs.db': 'file', '~$bai.docx': 'file', '.DS_Store': 'file', 'bai.docx': 'file' } }),
    );
    expect(walk.files.map(({ path }) => path)).toEqual(['nop/bai.docx']);
    expect(walk.leftOut).toBe(3);
  });

  it('goes on after a file that cannot be read, and counts it', async () => {
    const walk = await walkEntries(entriesOf({ nop: { 'a.docx': 'broken', 'b.docx': 'file' } }));
    expect(walk.files.map(({ path }) => path)).toEqual(['nop/b.docx']);
    expect(walk.unread).toBe(1);
  });

  it('names files in one form of Vietnamese letters', async () => {
    const { files } = await walkEntries(entriesOf({ ['bài.docx'.normalize('NFD')]: 'file' }));
    expect(files[0]?.path).toBe('bài.docx'.normalize('NFC'));
  });
});

describe('chosen files', () => {
  it('come in the order in which a dropped folder would be walked', () => {
    const chosen = ['nop/Chi bộ 1/a.docx', 'nop/bài 10.docx', 'nop/bài 9.docx', 'nop/desktop.ini'].map((webkitRelativePath) =>
      Object.assign(new File(['x'], webkitRelativePath.split('/').at(-1) ?? ''), {}),
    );
    chosen.forEach((file, place) => {
      const path = ['nop/Chi bộ 1/a.docx', 'nop/bài 10.docx', 'nop/bài 9.docx', 'nop/desktop.ini'][place];
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
    });
    const walk = walkChosen(chosen);
    expect(walk.files.map(({ path }) => path)).toEqual(['nop/bài 9.docx', 'nop/bài 10.docx', 'nop/Chi bộ 1/a.docx']);
    expect(walk.leftOut).toBe(1);
  });

  it('stand files before folders at every depth', () => {
    const paths = ['b/c/x', 'b/y', 'a', 'b/c/d/z'];
    expect(paths.toSorted(comparePaths)).toEqual(['a', 'b/y', 'b/c/x', 'b/c/d/z']);
  });

  it('are nobody’s essay inside an archive’s shadow folder', () => {
    expect(isSystemFile('nop/__MACOSX/bai.docx')).toBe(true);
    expect(isSystemFile('nop/bai.docx')).toBe(false);
  });
});
