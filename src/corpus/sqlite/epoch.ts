import { type Kysely, sql } from 'kysely';
import type { CorpusTables } from './schema.js';

/** Where the stored essays are: whoever holds an index of them compares. */
export interface EssayMark {
  /** Raised by everything that cannot be followed by adding essays. */
  readonly epoch: number;
  /** Highest sequence that is in use. */
  readonly last: number;
}

/** Within the transaction that removes essays, or has them found in another way: indexes of all processes are to be built anew. */
export async function raiseEpoch(tables: Kysely<CorpusTables>): Promise<void> {
  await sql`
    INSERT INTO setting (name, value) VALUES ('epoch', '1')
    ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`.execute(tables);
}

export async function readMark(tables: Kysely<CorpusTables>): Promise<EssayMark> {
  const epoch = await tables.selectFrom('setting').select('value').where('name', '=', 'epoch').executeTakeFirst();
  const { last } = await tables
    .selectFrom('submission')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow();
  return { epoch: Number(epoch?.value ?? 0), last: last ?? 0 };
}
