import { AppError } from '../../../model/errors.js';
import { inChunks } from '../in-chunks.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** An essay with a result, as reviewers work on it. */
export interface ReviewedEssay {
  readonly submission: string;
  readonly file: string;
  readonly batch: string | null;
  /** Id of the unit that it belongs to. */
  readonly tenant: string;
}

/** Essays of a campaign that somebody may work on, in the order asked for. AppError `unknown-id` when one of them is none. */
export async function reviewedEssays(
  tables: Tables,
  reach: Reach,
  campaign: string,
  submissions: readonly string[],
): Promise<ReviewedEssay[]> {
  const found = new Map<string, ReviewedEssay>();
  for (const chunk of inChunks(submissions)) {
    let query = tables
      .selectFrom('result')
      .innerJoin('submission', 'submission.id', 'result.submission')
      .select(['result.submission', 'submission.file', 'result.batch', 'submission.tenant'])
      .where('result.campaign', '=', campaign)
      .where('result.submission', 'in', chunk);
    query = query.where(isOwn(reach, 'submission.tenant'));
    for (const row of await query.execute()) found.set(row.submission, row);
  }
  return submissions.map((id) => {
    const essay = found.get(id);
    if (essay === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(id));
    return essay;
  });
}
