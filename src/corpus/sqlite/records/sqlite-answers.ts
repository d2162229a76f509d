import type { Answer, Answers } from '../../records/answers.js';
import type { Store } from './store.js';

export class SqliteAnswers implements Answers {
  constructor(private readonly store: Store) {}

  find(asker: string, key: string, since: string): Promise<Answer | null> {
    return this.store.read(async (tables) => {
      const row = await tables
        .selectFrom('answered')
        .select(['asker', 'key', 'request', 'status', 'body'])
        .where('asker', '=', asker)
        .where('key', '=', key)
        .where('at', '>', since)
        .executeTakeFirst();
      return row ?? null;
    });
  }

  async keep(answer: Answer, since: string): Promise<void> {
    await this.store.write(async ({ tables, at }) => {
      await tables.deleteFrom('answered').where('at', '<=', since).execute();
      await tables
        .insertInto('answered')
        .values({ ...answer, at })
        .onConflict((conflict) => conflict.columns(['asker', 'key']).doUpdateSet({ ...answer, at }))
        .execute();
    });
  }
}
