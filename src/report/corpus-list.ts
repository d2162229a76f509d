import { showPlainly } from '../api/odd-characters.js';
import type { CorpusListJson } from '../api/report.js';
import type { StoredSubmission } from '../corpus/corpus.js';
import { formatCount } from '../model/format.js';
import { writerOf } from './file-names.js';

/** Kept essays as `corpus list --json` writes them. */
export const toCorpusListJson = (submissions: readonly StoredSubmission[]): CorpusListJson =>
  submissions.map(({ id, file, member, unit, campaign, syllables }) => ({ id, file, member, unit, campaign, syllables }));

/** Kept essays for the terminal, one a line: id, length, file, who handed it in if that is known, and for which campaign. */
export function corpusToTerminal(submissions: readonly StoredSubmission[]): string {
  const rows = submissions.map((submission) => {
    const { id, file, syllables, campaign } = submission;
    const length = syllables === null ? 'chưa đọc được' : `${formatCount(syllables)} âm tiết`;
    const details = [writerOf(submission), campaign ?? 'không thuộc đợt nào'].filter((part) => part !== '').map(showPlainly);
    return `${showPlainly(id)}  ${length.padStart(16)}  ${showPlainly(file)}  (${details.join(' · ')})`;
  });
  return `${[...rows, `${formatCount(submissions.length)} bài`].join('\n')}\n`;
}
