import type { BatchAssessment } from '../model/batch.js';

/** How many leading characters of the batch's file names are a folder that all of them share. */
export function sharedFolderLength(files: readonly string[]): number {
  const [first, ...others] = files;
  if (first === undefined || others.length === 0) return first === undefined ? 0 : first.lastIndexOf('/') + 1;
  let length = first.lastIndexOf('/') + 1;
  while (length > 0 && !others.every((file) => file.startsWith(first.slice(0, length)))) {
    length = first.lastIndexOf('/', length - 2) + 1;
  }
  return length;
}

/** Cuts the folder that all files of the batch share off a name; names from elsewhere stay whole. */
export function nameShortener(batch: BatchAssessment): (file: string) => string {
  const files = batch.assessments.map(({ submission }) => submission.file);
  const length = sharedFolderLength(files);
  const folder = files[0]?.slice(0, length) ?? '';
  return (file) => (folder !== '' && file.startsWith(folder) ? file.slice(length) : file);
}

/** Member and unit, left out where they only repeat the file (an essay without a roster). */
export function writerOf(submission: { readonly file: string; readonly member: string; readonly unit: string }): string {
  const known = [submission.member, submission.unit].filter((part) => part !== '' && !repeatsFile(part, submission.file));
  return [...new Set(known)].join(' · ');
}

function repeatsFile(part: string, file: string): boolean {
  // Without a roster the pipeline names the member after the file and its bytes.
  return part === file || part.startsWith(file) || /^[0-9a-f]{16,64}$/.test(part);
}
