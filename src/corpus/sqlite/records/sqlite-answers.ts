import { type Answer, type Answers, UNANSWERED } from '../../records/answers.js';
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

  async begin(request: Omit<Answer, 'status' | 'body'>, since: string): Promise<void> {
    await this.store.write(async ({ tables, at }) => {
      await tables.deleteFrom('answered').where('at', '<=', since).execute();
      await tables
        .insertInto('answered')
        .values({ ...request, status: UNANSWERED, body: '', at })
        .execute();
    });
  }

  async keep({ asker, key, status, body }: Answer): Promise<void> {
    await this.store.write(({ tables }) =>
      tables.updateTable('answered').set({ status, body }).where('asker', '=', asker).where('key', '=', key).execute(),
    );
  }

  async forget(asker: string, key: string): Promise<void> {
    await this.store.write(({ tables }) => tables.deleteFrom('answered').where('asker', '=', asker).where('key', '=', key).execute());
  }
}
