import { sql } from 'kysely';
import type { CampaignFigures, FiguredUnit, ReckonedChild, ReckonedUnit, UnitStanding } from '../../../../model/campaign-figures.js';
import { AppError } from '../../../../model/errors.js';
import type { UnitFigures } from '../../../../model/person-facts.js';
import type { YearFigures } from '../../../../model/year-figures.js';
import type { Figures, FiguresOf } from '../../../records/figures.js';
import { RECORD_MESSAGES } from '../messages.js';
import { isOwnOrAbove } from '../reach.js';
import { BY_NAME } from '../roster/names.js';
import type { Store, Tables } from '../store.js';
import { keepSome } from './count-units.js';
import { type CountedTree, countTree, dayInVietnam } from './counted-tree.js';
import { readUncountedCampaigns } from './read-tree.js';
import { isOwnOrBelow, type VisibleCampaign, visibleCampaign } from './visible-campaigns.js';

/** Which unit is looked at, from where, in which campaign. */
interface Place {
  readonly campaign: VisibleCampaign;
  readonly unit: FiguredUnit;
  readonly above: readonly FiguredUnit[];
}

export class SqliteFigures implements Figures {
  constructor(private readonly store: Store) {}

  of(campaign: string, of: FiguresOf): Promise<ReckonedUnit> {
    return this.counted(campaign, of, (tree, { unit, above, campaign: { name } }) => ({
      campaign: { id: campaign, name },
      unit,
      above,
      own: yearFigures(tree.ownOf(unit.id)),
      all: yearFigures(tree.allOf(unit.id)),
    }));
  }

  children(campaign: string, of: FiguresOf): Promise<readonly ReckonedChild[]> {
    return this.counted(campaign, of, (tree, { unit }) =>
      [...tree.childrenOf(unit.id)]
        .sort((one, other) => BY_NAME.compare(one.name, other.name))
        .map(({ id, name }) => ({ unit: { id, name }, isParent: tree.childrenOf(id).length > 0, all: yearFigures(tree.allOf(id)) })),
    );
  }

  standing(campaign: string, of: FiguresOf = { keyCadres: false }): Promise<UnitStanding> {
    return this.counted(campaign, of, (tree) => {
      const named = (fits: (own: YearFigures) => boolean): string[] =>
        tree.units
          .filter(({ id }) => fits(tree.ownOf(id)))
          .map(({ name }) => name)
          .sort(BY_NAME.compare);
      return {
        finished: named(({ unitsFinished }) => unitsFinished > 0),
        late: named(({ unitsLate }) => unitsLate > 0),
        silent: named(({ unitsSilent }) => unitsSilent > 0),
      };
    });
  }

  async campaigns({ unit, keyCadres }: FiguresOf): Promise<readonly CampaignFigures[]> {
    const { looked, campaigns } = await this.store.count(async (tables) => {
      const last = (await this.lineOf(tables, unit)).at(-1)!.id;
      return { looked: last, campaigns: await campaignsOf(tables, last) };
    });
    const found: CampaignFigures[] = [];
    for (const { id, name, created_at } of campaigns) {
      const all = (await countTree(this.store, id, [looked], keyCadres)).allOf(looked);
      found.push({ campaign: id, name, day: dayInVietnam(new Date(created_at)), all: yearFigures(all), copied: all.copied });
    }
    return found;
  }

  async keepUp(): Promise<boolean> {
    let isMore = false;
    for (const { id, unit } of await this.store.count((tables) => readUncountedCampaigns(tables, this.store.now().toISOString()))) {
      isMore = (await keepSome(this.store, id, [unit])) || isMore;
    }
    return isMore;
  }

  /** Counts a unit and everything below it. */
  private async counted<T>(campaign: string, of: FiguresOf, work: (tree: CountedTree, place: Place) => T): Promise<T> {
    const place = await this.store.count(async (tables) => {
      const visible = await visibleCampaign(tables, this.store.scope, campaign);
      const line = await this.lineOf(tables, of.unit);
      return { campaign: visible, unit: line.at(-1)!, above: line.slice(0, -1) };
    });
    return work(await countTree(this.store, campaign, [place.unit.id], of.keyCadres), place);
  }

  /** The units from the one in reach down to the one that is asked for. AppError `unknown-id`. */
  private async lineOf(tables: Tables, unit: string = this.store.home): Promise<FiguredUnit[]> {
    const { rows } = await sql<FiguredUnit & { readonly parent: string | null }>`
      WITH RECURSIVE above (id, depth) AS (
        SELECT ${unit}, 0
        UNION SELECT unit.parent, above.depth + 1 FROM above JOIN unit ON unit.id = above.id WHERE unit.parent IS NOT NULL)
      SELECT unit.id, unit.name FROM above JOIN unit ON unit.id = above.id ORDER BY above.depth DESC`.execute(tables);
    const { scope } = this.store;
    const first = scope === null ? 0 : rows.findIndex(({ id }) => scope.units.includes(id));
    if (rows.length === 0 || first < 0) throw new AppError('unknown-id', RECORD_MESSAGES.unknownUnit);
    return rows.slice(first).map(({ id, name }) => ({ id, name }));
  }
}

/** Campaigns that somebody of the unit or of one below it takes part in, oldest first. */
function campaignsOf(tables: Tables, unit: string): Promise<VisibleCampaign[]> {
  const reach = { actor: '', account: null, units: [unit], person: null };
  return tables
    .selectFrom('campaign')
    .select(['id', 'name', 'created_at'])
    .where(({ or }) => or([isOwnOrAbove(reach, 'unit'), isOwnOrBelow([unit], 'unit')]))
    .orderBy('created_at')
    .execute();
}

/** The figures of the year alone. */
function yearFigures({ attendanceKnown, overdue, overdueDays, copied, ...figures }: UnitFigures): YearFigures {
  return figures;
}
