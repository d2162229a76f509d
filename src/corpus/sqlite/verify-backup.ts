import { createHash } from 'node:crypto';
import { type Entry, openPromise } from 'yauzl';
import { MANIFEST, parseManifest } from './backup-manifest.js';

/** Reads a whole backup again. False when it is none, or a part of it is not what it says of itself. */
export async function isSoundBackup(file: string): Promise<boolean> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch(() => null);
  if (zip === null) return false;
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const read = async (name: string, take: (chunk: Buffer) => void): Promise<boolean> => {
      const entry = entries.get(name);
      if (entry === undefined) return false;
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) take(chunk);
      return true;
    };
    const text: Buffer[] = [];
    if (!(await read(MANIFEST, (chunk) => text.push(chunk)))) return false;
    const manifest = parseManifest(Buffer.concat(text).toString('utf8'));
    for (const { name, sha256 } of manifest?.parts ?? []) {
      const hash = createHash('sha256');
      if (!(await read(name, (chunk) => hash.update(chunk))) || hash.digest('hex') !== sha256) return false;
    }
    return manifest !== null;
  } catch {
    return false;
  } finally {
    zip.close();
  }
}
