import { AppError } from '../../../model/errors.js';
import type { RosterFacts, RosterPerson, RosterRow } from '../../../model/roster.js';
import type { Actor } from '../../records/actor.js';
import type { AudienceGiven, AudiencePrompt, DueDay, RosterPlan, Rosters } from '../../records/rosters.js';
import { campaignRow, definitionOf } from './campaign-rows.js';
import { changeInCampaign, readInCampaign } from './in-campaign.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, type Reach } from './reach.js';
import { dueDayOf } from './roster/due-days.js';
import { givenTo } from './roster/given.js';
import { campaignsOfUnit, holdAnew } from './roster/group-tasks.js';
import { entryColumns, personColumns, planImport, putGroups, writeImport } from './roster/import-rows.js';
import { BY_NAME } from './roster/names.js';
import { readPeople, selectEntries, toExemption } from './roster/roster-rows.js';
import { requireOffered } from './sqlite-situations.js';
import type { Change, Store, Tables } from './store.js';

export class SqliteRosters implements Rosters {
  constructor(private readonly store: Store) {}

  people(campaign: string): Promise<readonly RosterPerson[]> {
    return readInCampaign(this.store, campaign, (tables) => readPeople(tables, campaign, this.store.scope));
  }

  plan(campaign: string, rows: readonly RosterRow[]): Promise<RosterPlan> {
    return readInCampaign(this.store, campaign, async (tables) =>
      toPlan(await planImport(tables, { campaign, unit: this.store.home }, rows)),
    );
  }

  import(campaign: string, rows: readonly RosterRow[], actor: Actor): Promise<RosterPlan> {
    const unit = this.store.home;
    return changeInCampaign(this.store, campaign, async (change) => {
      const planned = await planImport(change.tables, { campaign, unit }, rows);
      const [clash] = planned.clashes;
      if (clash !== undefined) throw new AppError('roster-file', RECORD_MESSAGES.rosterClash(clash.row, clash.card, clash.name));
      await writeImport(change, { campaign, unit }, planned, actor);
      // A person's groups are those of every campaign.
      await holdAnew(change.tables, await campaignsOfUnit(change.tables, unit), actor);
      const { added, changed, unchanged } = planned;
      await change.log({ actor, kind: 'roster-imported', unit, campaign, details: { added, changed, unchanged } });
      return toPlan(planned);
    });
  }

  change(campaign: string, person: string, change: Omit<RosterFacts, 'card'> & { readonly revision: number }, actor: Actor): Promise<void> {
    return changeInCampaign(this.store, campaign, ({ tables, log }) => this.changeOne(tables, { campaign, person, change, actor }, log));
  }

  remove(campaign: string, person: string, actor: Actor): Promise<void> {
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { unit } = await this.entry(tables, campaign, person);
      await tables.deleteFrom('roster_entry').where('campaign', '=', campaign).where('person', '=', person).execute();
      await holdAnew(tables, [campaign], actor);
      await log({ actor, kind: 'roster-changed', unit, campaign, details: { person, removed: true } });
    });
  }

  due(campaign: string): Promise<DueDay> {
    return readInCampaign(this.store, campaign, (tables) => dueDayOf(tables, campaign, this.store.home));
  }

  setDue(campaign: string, { due, before }: { readonly due: string | null; readonly before: string | null }, actor: Actor): Promise<void> {
    const unit = this.store.home;
    return changeInCampaign(this.store, campaign, async ({ tables, log }) => {
      const { own } = await dueDayOf(tables, campaign, unit);
      if (own === due) return;
      if (own !== before) throw new AppError('due-outdated', RECORD_MESSAGES.dueOutdated(own));
      await tables.deleteFrom('due_day').where('campaign', '=', campaign).where('unit', '=', unit).execute();
      if (due !== null) await tables.insertInto('due_day').values({ campaign, unit, due }).execute();
      await log({ actor, kind: 'due-set', unit, campaign, details: { due } });
    });
  }

  audiences(campaign: string): Promise<readonly AudiencePrompt[]> {
    return readInCampaign(this.store, campaign, async (tables) => {
      const rows = await tables
        .selectFrom('audience')
        .innerJoin('audience_member', 'audience_member.audience', 'audience.id')
        .innerJoin('roster_entry', (join) =>
          join.onRef('roster_entry.person', '=', 'audience_member.person').on('roster_entry.campaign', '=', campaign),
        )
        .leftJoin('campaign_audience', (join) =>
          join.onRef('campaign_audience.audience', '=', 'audience.id').on('campaign_audience.campaign', '=', campaign),
        )
        .leftJoin('situation', 'situation.id', 'campaign_audience.situation')
        .where(isOwn(this.store.scope, 'audience.unit'))
        .select(['audience.id', 'audience.name', 'campaign_audience.prompt', 'campaign_audience.due'])
        .select(['situation.id as situation', 'situation.title'])
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .groupBy('audience.id')
        .execute();
      const audiences = rows.map(({ prompt, situation, title, ...row }): AudiencePrompt => {
        return { ...row, prompt: prompt ?? '', situation: situation === null ? null : { id: situation, title: title ?? '' } };
      });
      return audiences.sort((a, b) => BY_NAME.compare(a.name, b.name));
    });
  }

  setAudience(campaign: string, audience: string, given: AudienceGiven, actor: Actor): Promise<void> {
    return changeInCampaign(this.store, campaign, async ({ tables, log, reach }) => {
      const { prompt, due } = given;
      const row = await tables.selectFrom('audience').selectAll().where('id', '=', audience).where(isOwn(reach, 'unit')).executeTakeFirst();
      if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownAudience);
      const situation = await situationFor(tables, { campaign, audience, given, reach });
      await tables
        .insertInto('campaign_audience')
        .values({ campaign, audience, prompt, due, situation })
        .onConflict((conflict) => conflict.columns(['campaign', 'audience']).doUpdateSet({ prompt, due, situation }))
        .execute();
      await holdAnew(tables, [campaign], actor);
      await log({
        actor,
        kind: 'due-set',
        unit: row.unit,
        campaign,
        details: { group: row.name, due, ...(situation !== null && { situation }) },
      });
    });
  }

  groupPrompts(campaign: string): Promise<readonly string[]> {
    return readInCampaign(this.store, campaign, async (tables) => {
      const rows = await tables
        .selectFrom('campaign_audience')
        .select('prompt')
        .distinct()
        .where('campaign', '=', campaign)
        .where('prompt', '<>', '')
        .orderBy('prompt')
        .execute();
      return rows.map(({ prompt }) => prompt);
    });
  }

  promptFor(campaign: string, person: string | null): Promise<{ readonly prompt: string; readonly due: string | null }> {
    return readInCampaign(this.store, campaign, async (tables) => {
      const { prompt } = await definitionOf(tables, await campaignRow(tables, campaign, this.store.scope));
      if (person === null) return { prompt, due: (await dueDayOf(tables, campaign, this.store.home)).due };
      await this.entry(tables, campaign, person);
      const given = await givenTo(tables, campaign, person);
      return { prompt: given?.prompt || prompt, due: given?.due ?? null };
    });
  }

  private async changeOne(tables: Tables, told: ChangeOne, log: Change['log']): Promise<void> {
    const { campaign, person, actor } = told;
    const { revision, ...facts } = told.change;
    const row = await this.entry(tables, campaign, person);
    if (row.revision !== revision) throw new AppError('roster-outdated', RECORD_MESSAGES.rosterOutdated(row.name));
    const before = toExemption(row);
    const isSame = before?.kind === facts.exemption?.kind && before?.note === facts.exemption?.note;
    const columns = entryColumns(facts, actor);
    await tables.updateTable('person').set(personColumns(facts)).where('id', '=', person).execute();
    await tables
      .updateTable('roster_entry')
      .set({ ...columns, exempted_by: isSame ? row.exempted_by : columns.exempted_by, revision: revision + 1 })
      .where('campaign', '=', campaign)
      .where('person', '=', person)
      .execute();
    await putGroups(tables, row.unit, [{ person, groups: facts.groups }]);
    await holdAnew(tables, await campaignsOfUnit(tables, row.unit), actor);
    const exemption = isSame ? {} : { exemption: facts.exemption?.kind ?? null };
    await log({ actor, kind: 'roster-changed', unit: row.unit, campaign, details: { person, ...exemption } });
  }

  /** One person on the roster. AppError `unknown-id`. */
  private async entry(tables: Tables, campaign: string, person: string) {
    const row = await selectEntries(tables, campaign, this.store.scope).where('person.id', '=', person).executeTakeFirst();
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.notInRoster);
    return row;
  }
}

interface Choice {
  readonly campaign: string;
  readonly audience: string;
  readonly given: AudienceGiven;
  readonly reach: Reach;
}

/** Which situation a group's prompt is made of from now on; one that was archived since stays where it is. AppError `unknown-id`. */
async function situationFor(tables: Tables, { campaign, audience, given, reach }: Choice): Promise<string | null> {
  const row = await tables
    .selectFrom('campaign_audience')
    .select(['prompt', 'situation'])
    .where('campaign', '=', campaign)
    .where('audience', '=', audience)
    .executeTakeFirst();
  const before = row?.situation ?? null;
  if (given.prompt === '') return null;
  if (given.situation === undefined) return row?.prompt === given.prompt ? before : null;
  if (given.situation !== null && given.situation !== before) await requireOffered(tables, given.situation, reach);
  return given.situation;
}

interface ChangeOne {
  readonly campaign: string;
  readonly person: string;
  readonly change: Omit<RosterFacts, 'card'> & { readonly revision: number };
  readonly actor: Actor;
}

function toPlan({ added, changed, unchanged, absent, clashes }: RosterPlan): RosterPlan {
  return { added, changed, unchanged, absent, clashes };
}
