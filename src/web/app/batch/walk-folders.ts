import type { NamedFile } from '../service/send-form.js';
import { comparePaths } from './file-order.js';

/** What was found behind dropped things. */
export interface Walk {
  /** Named with the folders that they lay in, joined by "/", NFC. */
  readonly files: readonly NamedFile[];
  /** Files of operating systems and of Word itself, which are nobody's essay. */
  readonly leftOut: number;
  /** Files and folders that could not be read. */
  readonly unread: number;
}

/**
 * Lists the files behind dropped entries: the files of a folder before its folders, each in the order of names as people
 * count ("bài 2" before "bài 10"). `onFound` hears how many files there are so far.
 */
export async function walkEntries(entries: readonly FileSystemEntry[], onFound: (count: number) => void = () => {}): Promise<Walk> {
  const files: NamedFile[] = [];
  let [leftOut, unread] = [0, 0];
  await visitAll(entries, '');
  return { files, leftOut, unread };

  async function visitAll(siblings: readonly FileSystemEntry[], folder: string): Promise<void> {
    const order = [...siblings].sort((a, b) => Number(a.isDirectory) - Number(b.isDirectory) || comparePaths(a.name, b.name));
    for (const entry of order) await visit(entry, `${folder}${entry.name}`.normalize('NFC'));
  }

  async function visit(entry: FileSystemEntry, path: string): Promise<void> {
    if (isSystemFile(path)) leftOut++;
    else if (entry.isDirectory) await visitFolder(entry as FileSystemDirectoryEntry, path);
    else {
      const file = await fileOf(entry as FileSystemFileEntry).catch(() => null);
      if (file === null) unread++;
      else files.push({ path, file });
      onFound(files.length);
    }
  }

  async function visitFolder(folder: FileSystemDirectoryEntry, path: string): Promise<void> {
    const inner = await childrenOf(folder).catch(() => null);
    if (inner === null) unread++;
    else await visitAll(inner, `${path}/`);
  }
}

/** As `walkEntries`, for the files that a chooser gave; those of a folder know their way. */
export function walkChosen(chosen: readonly File[]): Walk {
  const named = chosen.map((file) => ({ path: (file.webkitRelativePath || file.name).normalize('NFC'), file }));
  const files = named.filter(({ path }) => !isSystemFile(path)).sort((a, b) => comparePaths(a.path, b.path));
  return { files, leftOut: named.length - files.length, unread: 0 };
}

/** Word's owner files, and what operating systems and archivers strew about. */
export function isSystemFile(path: string): boolean {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  return parts.includes('__MACOSX') || last.startsWith('~$') || last.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(last);
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader gives a hundred entries at a time, and none once it is through. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
