import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { AskedLook, Rounds, Writing } from '../../records/rounds.js';
import { inChunks } from '../in-chunks.js';
import { readWritings, toLook } from './attempt-rows.js';
import { campaignRow } from './campaign-rows.js';
import { conclusionsOn } from './conclusion-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, type Reach } from './reach.js';
import type { Store, Tables } from './store.js';

export class SqliteRounds implements Rounds {
  constructor(private readonly store: Store) {}

  ofEssay(campaign: string, submission: string): Promise<Writing | null> {
    return this.store.read(async (tables) => {
      const essay = await selectEssays(tables, campaign, this.store.scope).where('submission.id', '=', submission).executeTakeFirst();
      if (essay === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
      const [person] = await writersOf(tables, campaign, [submission], this.store.scope);
      return person === undefined ? null : ((await readWritings(tables, campaign, [person]))[0] ?? null);
    });
  }

  rewriting(campaign: string): Promise<readonly Writing[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const people = await selectWriters(tables, campaign, this.store.scope).distinct().execute();
      const writings = await readWritings(tables, campaign, people);
      const shown = writings.filter(({ attempts }) => attempts.at(-1)?.conclusion?.verdict === 'rewrite');
      return shown.sort((one, other) => one.name.localeCompare(other.name, 'vi'));
    });
  }

  open(campaign: string, submissions: readonly string[], due: string | null, actor: Actor): Promise<number> {
    return this.store.write(async ({ tables, reach, at, log }) => {
      const asked = new Set(submissions);
      const people = await writersOf(tables, campaign, [...asked], reach);
      const known = await selectEssays(tables, campaign, reach)
        .where('submission.id', 'in', [...asked])
        .execute();
      if (known.length < asked.size) throw new AppError('unknown-id', RECORD_MESSAGES.noRewrite);
      const writings = await readWritings(tables, campaign, people);
      if (writings.length < asked.size) throw new AppError('no-rewrite', RECORD_MESSAGES.noRewrite);
      let opened = 0;
      for (const { person, attempts, open, isPending } of writings) {
        const last = attempts.at(-1);
        if (last === undefined || !asked.has(last.submission) || last.conclusion?.verdict !== 'rewrite' || isPending)
          throw new AppError('no-rewrite', RECORD_MESSAGES.noRewrite);
        const number = open?.number ?? (await lastRound(tables, campaign, person, last.number)) + 1;
        if (open !== null && open.due === due) continue;
        const values = { due, opened_by: actor, opened_at: at };
        await tables
          .insertInto('round')
          .values({ campaign, person, number, submission: null, ...values })
          .onConflict((conflict) => conflict.columns(['campaign', 'person', 'number']).doUpdateSet(values))
          .execute();
        await log({ actor, kind: 'round-opened', campaign, submission: last.submission, details: { round: number, due } });
        if (open === null) opened++;
      }
      return opened;
    });
  }

  looks(campaign: string): Promise<readonly AskedLook[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const rows = await tables
        .selectFrom('second_look')
        .innerJoin('person', 'person.id', 'second_look.person')
        .leftJoin('submission', 'submission.id', 'second_look.submission')
        .selectAll('second_look')
        .select(['person.name', 'submission.file'])
        .where('second_look.campaign', '=', campaign)
        .where(isOwn(this.store.scope, 'second_look.unit'))
        .orderBy('asked_at', 'desc')
        .execute();
      const conclusions = await conclusionsOn(
        tables,
        rows.map(({ submission }) => submission),
      );
      const looks = rows.map(({ name, file, ...row }): AskedLook => {
        return { ...toLook(row), name, file: file ?? '', conclusion: conclusions.get(row.submission) ?? null };
      });
      return [...looks.filter(({ answer }) => answer === null), ...looks.filter(({ answer }) => answer !== null)];
    });
  }

  answer(campaign: string, id: string, words: string, actor: Actor): Promise<void> {
    return this.store.write(async ({ tables, reach, at, log }) => {
      const row = await tables
        .selectFrom('second_look')
        .selectAll()
        .where('id', '=', id)
        .where('campaign', '=', campaign)
        .where(isOwn(reach, 'unit'))
        .executeTakeFirst();
      if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownLook);
      if (row.answer !== null) {
        // The same answer sent twice is one.
        if (row.answered_by === actor && row.answer === words) return;
        throw new AppError('look-answered', RECORD_MESSAGES.lookAnswered(row.answered_by ?? '', row.answer));
      }
      await tables.updateTable('second_look').set({ answer: words, answered_by: actor, answered_at: at }).where('id', '=', id).execute();
      const { unit, submission } = row;
      await log({ actor, kind: 'second-look-answered', unit, campaign, submission, details: { answer: words } });
    });
  }

  writers(): Promise<ReadonlyMap<string, string>> {
    return this.store.read(async (tables) => {
      const rows = await tables
        .selectFrom('essay_person')
        .innerJoin('submission', 'submission.id', 'essay_person.submission')
        .select(['essay_person.submission', 'essay_person.person'])
        .where(isOwn(this.store.scope, 'submission.tenant'))
        .execute();
      return new Map(rows.map(({ submission, person }) => [submission, person]));
    });
  }
}

function selectEssays(tables: Tables, campaign: string, reach: Reach) {
  return tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .select('submission.id')
    .where('result.campaign', '=', campaign)
    .where(isOwn(reach, 'submission.tenant'));
}

/** People who wrote essays of a campaign that are in reach. */
function selectWriters(tables: Tables, campaign: string, reach: Reach) {
  return tables
    .selectFrom('essay_person')
    .innerJoin('person', 'person.id', 'essay_person.person')
    .select(['person.id', 'person.name', 'person.card'])
    .where('essay_person.submission', 'in', selectEssays(tables, campaign, reach))
    .where(isOwn(reach, 'person.unit'));
}

async function writersOf(tables: Tables, campaign: string, submissions: readonly string[], reach: Reach) {
  const people = [];
  for (const chunk of inChunks(submissions)) {
    people.push(...(await selectWriters(tables, campaign, reach).where('essay_person.submission', 'in', chunk).execute()));
  }
  return people;
}

async function lastRound(tables: Tables, campaign: string, person: string, attempt: number): Promise<number> {
  const { last } = await tables
    .selectFrom('round')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('campaign', '=', campaign)
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  return Math.max(last ?? 0, attempt);
}
