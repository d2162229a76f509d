import type { BatchAssessment } from '../../model/batch.js';
import { letterFileName } from './file-name.js';
import type { Letter } from './letter.js';
import { toLetter } from './to-letter.js';

/** A letter and the name of its file without the ending. */
export interface NamedLetter {
  readonly name: string;
  readonly letter: Letter;
}

/** Drafts of letters for the essays of a batch that are not proposed for acceptance, numbered by receipt as reports number them. */
export function batchLetters({ assessments, documents, campaign }: BatchAssessment): NamedLetter[] {
  const byReceipt = [...assessments].sort((one, two) => one.submission.sequence - two.submission.sequence);
  return byReceipt.flatMap((assessment, index): NamedLetter[] => {
    if (assessment.proposal === 'accept') return [];
    const { id, file } = assessment.submission;
    const letter = toLetter({ assessment, document: documents.get(id), campaign, conclusion: null });
    return [{ name: letterFileName(index + 1, file), letter }];
  });
}
