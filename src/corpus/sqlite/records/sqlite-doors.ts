import { AppError } from '../../../model/errors.js';
import { quizStateAt } from '../../../model/quiz.js';
import type { Actor } from '../../records/actor.js';
import type { Door, Doors, OpenDoor } from '../../records/doors.js';
import { campaignRow, toCampaign } from './campaign-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { selectQuizzes } from './quiz-rows.js';
import { randomId } from './random-id.js';
import { dueDayOf } from './roster/due-days.js';
import type { Store } from './store.js';

export class SqliteDoors implements Doors {
  constructor(private readonly store: Store) {}

  of(campaign: string): Promise<Door | null> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const doors = tables.selectFrom('campaign_door').selectAll().where('campaign', '=', campaign);
      const row = await doors.where('unit', '=', this.store.home).executeTakeFirst();
      return row === undefined ? null : { key: row.key, openedBy: row.opened_by, openedAt: row.opened_at };
    });
  }

  open(campaign: string, actor: Actor): Promise<Door> {
    return this.store.write(async ({ tables, reach, at, log }) => {
      await campaignRow(tables, campaign, reach);
      const unit = this.store.home;
      const door = { key: randomId(), opened_by: actor, opened_at: at };
      await tables
        .insertInto('campaign_door')
        .values({ campaign, unit, ...door })
        .onConflict((conflict) => conflict.columns(['campaign', 'unit']).doUpdateSet(door))
        .execute();
      await log({ actor, kind: 'door-opened', unit, campaign });
      return { key: door.key, openedBy: actor, openedAt: at };
    });
  }

  close(campaign: string, actor: Actor): Promise<void> {
    return this.store.write(async ({ tables, reach, log }) => {
      await campaignRow(tables, campaign, reach);
      const unit = this.store.home;
      const { numDeletedRows } = await tables
        .deleteFrom('campaign_door')
        .where('campaign', '=', campaign)
        .where('unit', '=', unit)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) await log({ actor, kind: 'door-closed', unit, campaign });
    });
  }

  enter(key: string): Promise<OpenDoor> {
    return this.store.read(async (tables) => {
      const row = await tables
        .selectFrom('campaign_door')
        .innerJoin('unit', 'unit.id', 'campaign_door.unit')
        .innerJoin('campaign', 'campaign.id', 'campaign_door.campaign')
        .selectAll('campaign')
        .select(['unit.name as unitName', 'campaign_door.unit as doorUnit'])
        .where('campaign_door.key', '=', key)
        .executeTakeFirst();
      if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.noSuchAddress);
      const { unitName, doorUnit, ...campaign } = row;
      const { due } = await dueDayOf(tables, campaign.id, doorUnit);
      const now = this.store.now().toISOString();
      const quizzes = selectQuizzes(tables).where('quiz.campaign', '=', campaign.id).where('quiz.unit', '=', doorUnit);
      const open = (await quizzes.where('quiz.is_public', '=', 1).orderBy('quiz.title').execute()).filter(
        (quiz) => quiz.questions > 0 && quizStateAt(quiz, now) === 'open',
      );
      const shown = open.map(({ title, closes, ...quiz }) => ({ key: quiz.key, title, closes }));
      return { campaign: await toCampaign(tables, campaign), unitName, due, quizzes: shown };
    });
  }
}
