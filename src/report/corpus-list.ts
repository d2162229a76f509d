import type { CorpusListJson } from '../api/report.js';
import type { StoredSubmission } from '../corpus/corpus.js';
import { formatCount } from '../model/format.js';

/** Kept essays as `corpus list --json` writes them. */
export const toCorpusListJson = (submissions: readonly StoredSubmission[]): CorpusListJson =>
  submissions.map(({ id, file, member, unit, campaign, syllables }) => ({ id, file, member, unit, campaign, syllables }));

/** Kept essays for the terminal, one a line. */
export function corpusToTerminal(submissions: readonly StoredSubmission[]): string {
  const rows = submissions.map(({ id, file, unit, syllables }) => {
    const length = syllables === null ? 'chưa đọc được' : `${formatCount(syllables)} âm tiết`;
    return `${id}  ${length.padStart(16)}  ${file}${unit.startsWith(`${file}#`) ? '' : `  (${unit})`}`;
  });
  return `${[...rows, `${formatCount(submissions.length)} bài`].join('\n')}\n`;
}
