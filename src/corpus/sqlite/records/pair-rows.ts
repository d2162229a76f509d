import { type SqlBool, sql } from 'kysely';
import type { SimilarPair } from '../../../model/result-record.js';
import { inChunks } from '../in-chunks.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** Pairs of which both essays are in reach; two attempts of one person are none, whatever they were found to be before that was known. */
export async function readPairs(tables: Tables, campaign: string, reach: Reach): Promise<SimilarPair[]> {
  const own = tables.selectFrom('submission').select('submission.id').where(isOwn(reach, 'submission.tenant'));
  const rows = await tables
    .selectFrom('similar_pair')
    .selectAll()
    .where('campaign', '=', campaign)
    .where(isOfTwo)
    .$if(reach !== null, (pairs) => pairs.where('first', 'in', own).where('second', 'in', own))
    .orderBy('first')
    .orderBy('second')
    .execute();
  return rows.map(({ first, second, similarity, share_of_first, share_of_second }) => {
    return { first, second, similarity, shareOfFirst: share_of_first, shareOfSecond: share_of_second };
  });
}

const isOfTwo = sql<SqlBool>`NOT EXISTS (
  SELECT 1 FROM essay_person AS one JOIN essay_person AS other ON other.person = one.person
  WHERE one.submission = similar_pair.first AND other.submission = similar_pair.second)`;

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
