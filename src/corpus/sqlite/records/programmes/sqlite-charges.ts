import { sql } from 'kysely';
import { AppError } from '../../../../model/errors.js';
import type { Actor } from '../../../records/actor.js';
import type { Charge, ChargedAccount, Charges } from '../../../records/charges.js';
import { administered, administeredUnit } from '../administered.js';
import { RECORD_MESSAGES } from '../messages.js';
import type { Store, Tables } from '../store.js';

export class SqliteCharges implements Charges {
  constructor(private readonly store: Store) {}

  of(unit: string): Promise<Charge> {
    return this.store.read(async (tables) => {
      await this.unitBelow(tables, unit);
      return this.charge(tables, unit);
    });
  }

  set(unit: string, accounts: readonly string[], before: readonly string[], actor: Actor): Promise<void> {
    return this.store.write(async ({ tables, log }) => {
      const { name } = await this.unitBelow(tables, unit);
      const { accounts: kept, choices } = await this.charge(tables, unit);
      const ids = kept.map(({ id }) => id);
      if (isSame(ids, accounts)) return;
      if (!isSame(ids, before)) throw new AppError('charge-outdated', RECORD_MESSAGES.chargeOutdated, { details: { accounts: kept } });
      const named = accounts.map((id) => [...choices, ...kept].find((one) => one.id === id));
      if (named.includes(undefined)) throw new AppError('programme-state', RECORD_MESSAGES.notAbove);
      await tables.deleteFrom('in_charge').where('unit', '=', unit).execute();
      const rows = accounts.map((account) => ({ unit, account }));
      if (rows.length > 0) await tables.insertInto('in_charge').values(rows).execute();
      const details = { name, accounts: named.map((one) => one?.name ?? '') };
      await log({ actor, kind: 'in-charge-set', unit, details });
    });
  }

  /** A unit whose upper unit is administered: nobody says who is in charge of the own topmost one. AppError `unknown-id`. */
  private async unitBelow(tables: Tables, id: string): Promise<{ readonly name: string }> {
    const unit = await administeredUnit(tables, this.store, id);
    await administeredUnit(tables, this.store, unit.parent ?? '');
    return unit;
  }

  private async charge(tables: Tables, unit: string): Promise<Charge> {
    const { rows } = await sql<ChargedAccount & { readonly isSet: 0 | 1; readonly isChoice: 0 | 1 }>`
      WITH RECURSIVE above (id) AS (
        SELECT parent FROM unit WHERE id = ${unit} AND parent IS NOT NULL
        UNION SELECT unit.parent FROM unit JOIN above ON unit.id = above.id WHERE unit.parent IS NOT NULL)
      SELECT account.id, account.name, min(unit.name) AS unitName, in_charge.account IS NOT NULL AS isSet,
        max(account.disabled_at IS NULL AND unit.id IN ${administered(this.store.scope)}) AS isChoice
      FROM above JOIN unit ON unit.id = above.id
      JOIN held_role ON held_role.unit = above.id AND held_role.role IN ('committee', 'secretary')
      JOIN account ON account.id = held_role.account
      LEFT JOIN in_charge ON in_charge.unit = ${unit} AND in_charge.account = account.id
      GROUP BY account.id ORDER BY account.name`.execute(tables);
    const told = ({ id, name, unitName }: ChargedAccount): ChargedAccount => ({ id, name, unitName });
    return {
      accounts: rows.filter(({ isSet }) => isSet === 1).map(told),
      choices: rows.filter(({ isChoice }) => isChoice === 1).map(told),
    };
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join(' ') === [...other].sort().join(' ');
