import { type DutyCounts, sumUp } from '../../../../model/duty-counts.js';
import { AppError } from '../../../../model/errors.js';
import type { Duty, ProgrammeKind } from '../../../../model/programme.js';
import type { UnitKind } from '../../../../model/unit.js';
import type { Actor } from '../../../records/actor.js';
import type { Duties } from '../../../records/duties.js';
import { campaignRow, ownCampaignRow } from '../campaign-rows.js';
import { RECORD_MESSAGES } from '../messages.js';
import type { Store, Tables } from '../store.js';
import { readDutyUnits } from './duty-rows.js';

/** Hours that Vietnam is ahead of UTC. */
const AHEAD = 7 * 3_600_000;

export class SqliteDuties implements Duties {
  constructor(private readonly store: Store) {}

  of(campaign: string): Promise<readonly Duty[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      return readDuties(tables, campaign);
    });
  }

  set(campaign: string, duties: readonly Duty[], before: readonly Duty[], actor: Actor): Promise<void> {
    return this.store.write(async ({ tables, reach, log }) => {
      const { unit } = await ownCampaignRow(tables, campaign, reach);
      const kept = await readDuties(tables, campaign);
      if (sameAs(kept, duties)) return;
      if (!sameAs(kept, before)) throw new AppError('duties-outdated', RECORD_MESSAGES.dutiesOutdated, { details: { duties: kept } });
      await tables.deleteFrom('duty').where('campaign', '=', campaign).execute();
      const rows = duties.map(({ kind, unitKind, due }) => ({ campaign, kind, unit_kind: unitKind, due }));
      if (rows.length > 0) await tables.insertInto('duty').values(rows).execute();
      await log({ actor, kind: 'duties-set', unit, campaign, details: { duties: rows.length } });
    });
  }

  counts(campaign: string): Promise<DutyCounts> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const today = new Date(this.store.now().getTime() + AHEAD).toISOString().slice(0, 10);
      return sumUp(campaign, await readDutyUnits(tables, { campaign, units: this.store.scope?.units ?? [this.store.home], today }));
    });
  }
}

async function readDuties(tables: Tables, campaign: string): Promise<Duty[]> {
  const rows = await tables.selectFrom('duty').selectAll().where('campaign', '=', campaign).orderBy('kind').orderBy('unit_kind').execute();
  return rows.map(({ kind, unit_kind, due }) => ({ kind: kind as ProgrammeKind, unitKind: unit_kind as UnitKind, due }));
}

/** In any order. */
function sameAs(one: readonly Duty[], other: readonly Duty[]): boolean {
  const told = (duties: readonly Duty[]): string =>
    duties
      .map(({ kind, unitKind, due }) => `${kind} ${unitKind} ${due}`)
      .sort()
      .join('\n');
  return told(one) === told(other);
}
