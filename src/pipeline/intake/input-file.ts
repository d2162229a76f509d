/** A file handed in; its bytes are read only when its turn comes. */
export interface InputFile {
  /** Name in reports: the given path's last part, then the way inside the folder or archive, joined by "/", NFC. */
  readonly name: string;
  /** Rejects with UnreadableInput when the bytes cannot be had (unreadable disk, damaged archive). */
  read(): Promise<Uint8Array>;
}

/** A file whose bytes cannot be had; `message` is Vietnamese and says what to do. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
}

/** Word's owner files, and what operating systems and archivers strew about. */
export function isSystemFile(name: string): boolean {
  const parts = name.split('/');
  const last = parts.at(-1) ?? '';
  return parts.includes('__MACOSX') || last.startsWith('~$') || last.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(last);
}

/** Whether the name is that of an archive, or of a part of one. */
export function isArchiveName(name: string): boolean {
  return /\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/i.test(name) || isPartName(name);
}

/** Whether the name is that of one part of an archive that was split. */
export function isPartName(name: string): boolean {
  return /\.(?:z\d\d|r\d\d|(?:zip|7z|rar)\.\d{3}|part\d+\.rar)$/i.test(name);
}
