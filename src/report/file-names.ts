import type { BatchAssessment } from '../model/batch.js';

/** A file's name without its folders, as long as no other file of the batch bears it; names from elsewhere stay whole. */
export function nameShortener({ assessments }: Pick<BatchAssessment, 'assessments'>): (file: string) => string {
  const bearers = new Map<string, number>();
  for (const { submission } of assessments) bearers.set(lastPart(submission.file), (bearers.get(lastPart(submission.file)) ?? 0) + 1);
  const own = new Set(assessments.map(({ submission }) => submission.file));
  return (file) => (own.has(file) && bearers.get(lastPart(file)) === 1 ? lastPart(file) : file);
}

const lastPart = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Who handed an essay in, as far as anybody said. */
interface Writer {
  readonly file: string;
  readonly member: string;
  readonly unit: string;
}

/** Member and unit, empty where they only repeat the file (an essay without a roster). */
export function knownWriter({ file, member, unit }: Writer): { readonly member: string; readonly unit: string } {
  return { member: repeatsFile(member, file) ? '' : member, unit: repeatsFile(unit, file) ? '' : unit };
}

/** Member and unit in one line; empty where nobody said who. */
export function writerOf(submission: Writer): string {
  const { member, unit } = knownWriter(submission);
  return [...new Set([member, unit].filter((part) => part !== ''))].join(' · ');
}

function repeatsFile(part: string, file: string): boolean {
  // Without a roster the pipeline names the member after the file and its bytes.
  return part === file || part.startsWith(file) || /^[0-9a-f]{16,64}$/.test(part);
}
