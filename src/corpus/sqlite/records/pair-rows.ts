import type { SimilarPair } from '../../../model/result-record.js';
import { inChunks } from '../in-chunks.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** Pairs of which both essays are in reach. */
export async function readPairs(tables: Tables, campaign: string, reach: Reach): Promise<SimilarPair[]> {
  const own = tables.selectFrom('submission').select('submission.id').where(isOwn(reach, 'submission.tenant'));
  const rows = await tables
    .selectFrom('similar_pair')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(reach !== null, (pairs) => pairs.where('first', 'in', own).where('second', 'in', own))
    .orderBy('first')
    .orderBy('second')
    .execute();
  return rows.map(({ first, second, similarity, share_of_first, share_of_second }) => {
    return { first, second, similarity, shareOfFirst: share_of_first, shareOfSecond: share_of_second };
  });
}

/** Adds pairs; those that are known get the new figures. */
export async function putPairs(tables: Tables, pairs: readonly (SimilarPair & { readonly campaign: string })[]): Promise<void> {
  const rows = pairs.map(({ campaign, first, second, similarity, shareOfFirst, shareOfSecond }) => {
    return { campaign, first, second, similarity, share_of_first: shareOfFirst, share_of_second: shareOfSecond };
  });
  for (const chunk of inChunks(rows)) {
    await tables
      .insertInto('similar_pair')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['first', 'second']).doUpdateSet(({ ref }) => ({
          campaign: ref('excluded.campaign'),
          similarity: ref('excluded.similarity'),
          share_of_first: ref('excluded.share_of_first'),
          share_of_second: ref('excluded.share_of_second'),
        })),
      )
      .execute();
  }
}
