import { createHmac, randomBytes } from 'node:crypto';
import { inChunks } from '../in-chunks.js';
import type { Store, Tables } from './store.js';

/** Setting that holds the secret of a corpus: 256 bits, hexadecimal. */
const SECRET = 'foreign-secret';
/** What the id of another unit's essay begins with, where an own essay names it. */
const PREFIX = 'khac-';
/** `khac-`, the own essay that it is seen from, and 128 bits that only this corpus can work out. */
const SHAPE = /^khac-([0-9a-f]{20})-[0-9a-f]{32}$/;

/** How an essay of another unit is called beside the own essay that meets it. */
export type ForeignIds = (own: string, foreign: string) => string;

/** Names for essays of other units: the same each time for one pair, and of no use beside another essay. */
export async function foreignIds(store: Store): Promise<ForeignIds> {
  const secret = (await store.read(readSecret)) ?? (await store.write(({ tables }) => makeSecret(tables)));
  return (own, foreign) => `${PREFIX}${own}-${createHmac('sha256', secret).update(`${own} ${foreign}`).digest('hex').slice(0, 32)}`;
}

/** The own essay that an id of another unit's essay was made for; null for any other id. */
export const seenFrom = (id: string): string | null => SHAPE.exec(id)?.[1] ?? null;

async function readSecret(tables: Tables): Promise<Buffer | null> {
  const row = await tables.selectFrom('setting').select('value').where('name', '=', SECRET).executeTakeFirst();
  return row === undefined ? null : Buffer.from(row.value, 'hex');
}

/** Another process may have been faster. */
async function makeSecret(tables: Tables): Promise<Buffer> {
  const known = await readSecret(tables);
  if (known !== null) return known;
  const secret = randomBytes(32);
  await tables
    .insertInto('setting')
    .values({ name: SECRET, value: secret.toString('hex') })
    .execute();
  return secret;
}

/** Whose an essay is. */
export interface Owner {
  readonly unit: string;
  readonly unitName: string;
}

/** Of these essays those that belong to none of the units, with the unit that they belong to. Ids of no essay are left out. */
export async function ownersElsewhere(tables: Tables, ids: Iterable<string>, units: readonly string[]): Promise<Map<string, Owner>> {
  const found = new Map<string, Owner>();
  for (const chunk of inChunks([...new Set(ids)])) {
    const rows = await tables
      .selectFrom('submission')
      .innerJoin('unit', 'unit.id', 'submission.tenant')
      .select(['submission.id', 'unit.id as unit', 'unit.name as unitName'])
      .where('submission.id', 'in', chunk)
      .where('submission.tenant', 'not in', units.length === 0 ? [''] : units)
      .execute();
    for (const { id, unit, unitName } of rows) found.set(id, { unit, unitName });
  }
  return found;
}

/** How an essay of another unit is called. Without a slash, which would be read as a folder. */
export const nameForeign = ({ unitName }: Pick<Owner, 'unitName'>): string => `Một bài của ${unitName.replaceAll('/', '-')}`;

/** Whose the essays of other units are, and how they are called. */
export interface Foreign {
  readonly owners: ReadonlyMap<string, Owner>;
  readonly name: ForeignIds;
}
