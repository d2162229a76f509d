import { FOUNDING_UNIT } from '../../../model/access.js';
import type { Signer } from '../../../model/batch-signature.js';
import { AppError } from '../../../model/errors.js';
import type { LogEvent } from '../../../model/result-record.js';
import { LIMIT_NAMES, type LimitName, type LimitState, type Unit, type UnitKind } from '../../../model/unit.js';
import type { Actor } from '../../records/actor.js';
import type { ListedUnit, UnitChange, Units } from '../../records/units.js';
import type { CorpusTables } from '../schema.js';
import { administered, administeredUnit, belowOf } from './administered.js';
import { toEvent } from './event-lines.js';
import { limitStates } from './limit-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import type { Change, Store } from './store.js';
import { setParts, usualParts } from './unit-reports/document-parts.js';

/** Lines of a unit's history that are shown. */
const HISTORY = 50;
const UNIT_EVENTS = ['unit-created', 'unit-changed', 'settings-changed'] as const;

export class SqliteUnits implements Units {
  constructor(private readonly store: Store) {}

  list(): Promise<readonly ListedUnit[]> {
    return this.store.read(async (tables) => {
      const rows = await tables
        .selectFrom('unit')
        .selectAll('unit')
        .select((expression) => [
          expression
            .selectFrom('held_role')
            .select(({ fn }) => fn.count<number>('account').distinct().as('count'))
            .whereRef('held_role.unit', '=', 'unit.id')
            .as('accounts'),
          expression
            .selectFrom('person')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('person.unit', '=', 'unit.id')
            .where('erased_at', 'is', null)
            .as('people'),
        ])
        .where('unit.id', 'in', administered(this.store.scope))
        .orderBy('unit.name')
        .execute();
      return rows.map((row) => ({ ...toUnit(row), accounts: row.accounts ?? 0, people: row.people ?? 0 }));
    });
  }

  get(id: string): Promise<Unit | null> {
    return this.store.read(async (tables) => {
      const row = await tables
        .selectFrom('unit')
        .selectAll()
        .where('id', '=', id)
        .where('id', 'in', administered(this.store.scope))
        .executeTakeFirst();
      return row === undefined ? null : toUnit(row);
    });
  }

  create(given: UnitChange, actor: Actor): Promise<Unit> {
    return this.store.write(async ({ tables, at, log }) => {
      const { parent, successor } = given;
      if (parent === null) throw new AppError('unknown-id', RECORD_MESSAGES.unknownUnit);
      for (const named of [parent, successor]) if (named !== null) await administeredUnit(tables, this.store, named);
      const row = { id: randomId(), ...given, kind: given.kind ?? '', created_at: at };
      await tables.insertInto('unit').values(row).execute();
      await log({ actor, kind: 'unit-created', unit: row.id, details: { name: row.name, parent, since: row.since } });
      return toUnit(row);
    });
  }

  change(id: string, given: UnitChange, on: string, actor: Actor): Promise<Unit> {
    return this.store.write(async (change) => {
      const { tables, log } = change;
      const before = toUnit(await administeredUnit(tables, this.store, id));
      await this.requireFitting(change, before, given);
      await tables
        .updateTable('unit')
        .set({ ...given, kind: given.kind ?? '' })
        .where('id', '=', id)
        .execute();
      const fields = (Object.keys(given) as (keyof UnitChange)[]).filter((field) => given[field] !== before[field]);
      const changed = Object.fromEntries(
        fields.map((field) => [field === 'name' ? 'renamed' : field, { from: before[field], to: given[field] }]),
      );
      if (fields.length > 0) await log({ actor, kind: 'unit-changed', unit: id, details: { name: given.name, on, ...changed } });
      return { id, ...given };
    });
  }

  history(id: string): Promise<readonly LogEvent[]> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, id);
      const rows = await tables
        .selectFrom('event')
        .selectAll()
        .where('unit', '=', id)
        .where('kind', 'in', UNIT_EVENTS)
        .orderBy('sequence', 'desc')
        .limit(HISTORY)
        .execute();
      return rows.map(toEvent);
    });
  }

  limits(id: string): Promise<Readonly<Record<LimitName, LimitState>>> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, id);
      return limitStates(tables, id);
    });
  }

  async setLimits(id: string, limits: Readonly<Record<LimitName, number | null>>, actor: Actor): Promise<void> {
    await this.store.write(async ({ tables, log }) => {
      const { name } = await administeredUnit(tables, this.store, id);
      await tables.deleteFrom('unit_setting').where('unit', '=', id).where('name', 'in', LIMIT_NAMES).execute();
      const rows = LIMIT_NAMES.flatMap((limit) => {
        const value = limits[limit];
        return value === null ? [] : [{ unit: id, name: limit, value: String(value) }];
      });
      if (rows.length > 0) await tables.insertInto('unit_setting').values(rows).execute();
      await log({ actor, kind: 'settings-changed', unit: id, details: { name, limits } });
    });
  }

  signer(id: string): Promise<Signer> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, id);
      const { signerPost, signerName } = await usualParts(tables, id);
      return { post: signerPost, name: signerName };
    });
  }

  async setSigner(id: string, signer: Signer, actor: Actor): Promise<void> {
    await this.store.write(async ({ tables, log }) => {
      const { name } = await administeredUnit(tables, this.store, id);
      await setParts(tables, id, { signerPost: signer.post, signerName: signer.name });
      await log({ actor, kind: 'settings-changed', unit: id, details: { name, change: 'signer', signer: signer.name, post: signer.post } });
    });
  }

  isWhole(): Promise<boolean> {
    return this.get(FOUNDING_UNIT).then((unit) => unit !== null);
  }

  /** AppError `unknown-id` for what is out of reach, `unit-fixed` for what must stay where it is. */
  private async requireFitting({ tables }: Change, before: Unit, { parent, successor, until }: UnitChange): Promise<void> {
    const { scope } = this.store;
    const isTop = before.parent === null || scope?.units.includes(before.id) === true;
    if (isTop && (parent !== before.parent || until !== before.until)) throw new AppError('unit-fixed', RECORD_MESSAGES.topStays);
    if (successor !== null) await administeredUnit(tables, this.store, successor);
    if (successor === before.id) throw new AppError('unit-fixed', RECORD_MESSAGES.ownSuccessor);
    if (parent === before.parent) return;
    if (parent === null) throw new AppError('unit-fixed', RECORD_MESSAGES.topStays);
    await administeredUnit(tables, this.store, parent);
    const below = await tables
      .selectFrom('unit')
      .select('id')
      .where('id', '=', parent)
      .where('id', 'in', belowOf(before.id))
      .executeTakeFirst();
    if (below !== undefined) throw new AppError('unit-fixed', RECORD_MESSAGES.belowItself);
  }
}

function toUnit({
  id,
  parent,
  name,
  kind,
  since,
  until,
  successor,
}: Omit<CorpusTables['unit'], 'kind'> & { readonly kind: unknown }): Unit {
  return { id, parent, name, kind: kind === '' ? null : (kind as UnitKind), since, until, successor };
}
