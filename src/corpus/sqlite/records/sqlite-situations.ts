import type { Selectable } from 'kysely';
import { AppError } from '../../../model/errors.js';
import type { Situation, SituationContent } from '../../../model/situation.js';
import type { Actor } from '../../records/actor.js';
import type { ImportedSituations, Situations } from '../../records/situations.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { isOwn, isOwnOrAbove, type Reach } from './reach.js';
import { BY_NAME } from './roster/names.js';
import type { Change, Store, Tables } from './store.js';

export class SqliteSituations implements Situations {
  constructor(private readonly store: Store) {}

  list(): Promise<readonly Situation[]> {
    return this.store.read(async (tables) => {
      const { scope } = this.store;
      const rows = await tables
        .selectFrom('situation')
        .innerJoin('unit', 'unit.id', 'situation.unit')
        .selectAll('situation')
        .select('unit.name as unitName')
        .where(isOwnOrAbove(scope, 'situation.unit'))
        .where((eb) => eb.or([eb('archived_at', 'is', null), isOwn(scope, 'situation.unit')]))
        .execute();
      const situations = rows.map(({ unit, archived_at, ...row }): Situation => {
        const { id, job, title, prompt, revision, unitName } = row;
        const isOfUnit = scope === null || scope.units.includes(unit);
        return { id, job, title, prompt, unitName, isOwn: isOfUnit, archivedAt: archived_at, revision };
      });
      return situations.sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null) || byJob(a, b));
    });
  }

  add(situation: SituationContent, actor: Actor): Promise<string> {
    return this.store.write(async ({ tables, log }) => {
      const unit = this.store.home;
      const id = await insert(tables, unit, situation);
      await log({ actor, kind: 'situation-changed', unit, details: { situation: id, title: situation.title, change: 'added' } });
      return id;
    });
  }

  change(id: string, { revision, ...situation }: SituationContent & { readonly revision: number }, actor: Actor): Promise<void> {
    return this.store.write(async (change) => {
      const row = await ownRow(change.tables, id, change.reach);
      if (keyOf(row) === keyOf(situation)) return;
      requireRevision(row, revision);
      await update(change, row, { values: contentOf(situation), what: 'changed', actor });
    });
  }

  archive(id: string, { isArchived, revision }: { readonly isArchived: boolean; readonly revision: number }, actor: Actor): Promise<void> {
    return this.store.write(async (change) => {
      const row = await ownRow(change.tables, id, change.reach);
      if ((row.archived_at !== null) === isArchived) return;
      requireRevision(row, revision);
      const values = { archived_at: isArchived ? change.at : null };
      await update(change, row, { values, what: isArchived ? 'archived' : 'restored', actor });
    });
  }

  plan(situations: readonly SituationContent[]): Promise<ImportedSituations> {
    return this.store.read(async (tables) => {
      const added = await this.unknown(tables, situations);
      return { added: added.length, known: situations.length - added.length };
    });
  }

  import(situations: readonly SituationContent[], actor: Actor): Promise<ImportedSituations> {
    return this.store.write(async ({ tables, log }) => {
      const unit = this.store.home;
      const added = await this.unknown(tables, situations);
      for (const situation of added) await insert(tables, unit, situation);
      const counts = { added: added.length, known: situations.length - added.length };
      if (added.length > 0) await log({ actor, kind: 'situation-imported', unit, details: { situations: added.length } });
      return counts;
    });
  }

  /** Those that the unit does not offer, word for word, and each once. */
  private async unknown(tables: Tables, situations: readonly SituationContent[]): Promise<readonly SituationContent[]> {
    const { home } = this.store;
    const offered = await tables.selectFrom('situation').selectAll().where('unit', '=', home).where('archived_at', 'is', null).execute();
    const known = new Set(offered.map(keyOf));
    return situations.filter((situation) => {
      const key = keyOf(situation);
      return !known.has(key) && known.add(key);
    });
  }
}

type SituationRow = Selectable<CorpusTables['situation']>;

/** A situation that may be used at the units in reach: their own, or of units above and still offered. AppError `unknown-id`. */
export async function requireOffered(tables: Tables, id: string, reach: Reach): Promise<void> {
  const row = await tables
    .selectFrom('situation')
    .select('id')
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .where(isOwnOrAbove(reach, 'unit'))
    .executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownSituation);
}

async function insert(tables: Tables, unit: string, situation: SituationContent): Promise<string> {
  const id = randomId();
  await tables
    .insertInto('situation')
    .values({ id, unit, archived_at: null, ...contentOf(situation) })
    .execute();
  return id;
}

async function ownRow(tables: Tables, id: string, reach: Reach): Promise<SituationRow> {
  const row = await tables.selectFrom('situation').selectAll().where('id', '=', id).where(isOwn(reach, 'unit')).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownSituation);
  return row;
}

interface Update {
  readonly values: Partial<SituationContent> & { readonly archived_at?: string | null };
  readonly what: 'changed' | 'archived' | 'restored';
  readonly actor: Actor;
}

async function update({ tables, log }: Change, row: SituationRow, { values, what, actor }: Update): Promise<void> {
  await tables
    .updateTable('situation')
    .set({ ...values, revision: row.revision + 1 })
    .where('id', '=', row.id)
    .execute();
  const title = values.title ?? row.title;
  await log({ actor, kind: 'situation-changed', unit: row.unit, details: { situation: row.id, title, change: what } });
}

const contentOf = ({ job, title, prompt }: SituationContent): SituationContent => ({ job, title, prompt });
const keyOf = ({ job, title, prompt }: SituationContent): string => JSON.stringify([job, title, prompt]);
const byJob = (a: Situation, b: Situation): number => BY_NAME.compare(a.job, b.job) || BY_NAME.compare(a.title, b.title);

function requireRevision(row: SituationRow, revision: number): void {
  if (row.revision === revision) return;
  const { job, title, prompt, archived_at, revision: now } = row;
  throw new AppError('situation-outdated', RECORD_MESSAGES.situationOutdated(title), {
    details: { job, title, prompt, isArchived: archived_at !== null, revision: now },
  });
}
