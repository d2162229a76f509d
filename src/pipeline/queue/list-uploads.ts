import type { Originals } from '../../corpus/records/originals.js';
import type { Upload } from '../../model/batch-record.js';
import { EXTRACT_LIMITS } from '../../model/extraction.js';
import { collectFile, type Inputs } from '../intake/collect.js';

/**
 * The files of a batch in the order in which they arrived, those in archives as `archive.zip/inner/path.docx`: the same
 * list every time. Nothing of them is read yet but the archives' directories.
 */
export async function listUploads(uploads: readonly Upload[], originals: Originals): Promise<Inputs> {
  const found: Inputs[] = [];
  for (const { file, sha256 } of uploads) found.push(await collectFile(originals.pathOf(sha256), file, EXTRACT_LIMITS));
  return {
    files: found.flatMap(({ files }) => files),
    skipped: found.flatMap(({ skipped }) => skipped),
    close: () => {
      for (const { close } of found) close();
    },
  };
}
