import { inChunks } from '../in-chunks.js';
import type { CorpusTables } from '../schema.js';
import type { Tables } from './store.js';

/** Adds results; for an essay that has one it takes the place, but the essay stays with the batch that first brought it. */
export async function putResults(tables: Tables, rows: readonly Omit<CorpusTables['result'], 'found'>[]): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await tables
      .insertInto('result')
      .values(chunk.map((row) => ({ ...row, found: null })))
      .onConflict((conflict) =>
        conflict.column('submission').doUpdateSet(({ ref, fn }) => ({
          campaign: ref('excluded.campaign'),
          batch: fn.coalesce('result.batch', 'excluded.batch'),
          version: ref('excluded.version'),
          proposal: ref('excluded.proposal'),
          brief: ref('excluded.brief'),
          detail: ref('excluded.detail'),
          found: null,
        })),
      )
      .execute();
  }
}

/** Adds spans of quotes; where there are some for the text they are replaced. */
export async function putQuoted(tables: Tables, rows: readonly CorpusTables['quoted_span'][]): Promise<void> {
  for (const chunk of inChunks(rows)) {
    await tables
      .insertInto('quoted_span')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['campaign', 'id']).doUpdateSet(({ ref }) => ({ spans: ref('excluded.spans') })))
      .execute();
  }
}
