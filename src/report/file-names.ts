import type { BatchAssessment } from '../model/batch.js';

/** A file's name without its folders, as long as no other file of the batch bears it; names from elsewhere stay whole. */
export function nameShortener(batch: BatchAssessment): (file: string) => string {
  const bearers = new Map<string, number>();
  for (const { submission } of batch.assessments) bearers.set(lastPart(submission.file), (bearers.get(lastPart(submission.file)) ?? 0) + 1);
  const own = new Set(batch.assessments.map(({ submission }) => submission.file));
  return (file) => (own.has(file) && bearers.get(lastPart(file)) === 1 ? lastPart(file) : file);
}

/** The folders and archives that a file came in, "bai-nop.zip/Xã Bình Khê"; empty for a file given by itself. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

const lastPart = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Member and unit, left out where they only repeat the file (an essay without a roster). */
export function writerOf(submission: { readonly file: string; readonly member: string; readonly unit: string }): string {
  const known = [submission.member, submission.unit].filter((part) => part !== '' && !repeatsFile(part, submission.file));
  return [...new Set(known)].join(' · ');
}

function repeatsFile(part: string, file: string): boolean {
  // Without a roster the pipeline names the member after the file and its bytes.
  return part === file || part.startsWith(file) || /^[0-9a-f]{16,64}$/.test(part);
}
