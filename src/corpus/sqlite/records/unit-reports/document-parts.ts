import { DOCUMENT_PARTS, type DocumentPart, type DocumentParts } from '../../../../model/unit-report.js';
import type { Tables } from '../store.js';

/** Prefix of the settings of a unit that say what its documents say. */
const PREFIX = 'document.';

/** What a unit's documents say: as it was set, else its own name and that of the unit above. */
export async function usualParts(tables: Tables, unit: string): Promise<DocumentParts> {
  const rows = await tables.selectFrom('unit_setting').select(['name', 'value']).where('unit', '=', unit).execute();
  const set = new Map(rows.map(({ name, value }) => [name, value]));
  const named = await tables
    .selectFrom('unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent')
    .select(['unit.name', 'above.name as above'])
    .where('unit.id', '=', unit)
    .executeTakeFirstOrThrow();
  const usual: DocumentParts = {
    upperIssuer: named.above ?? '',
    issuer: named.name,
    number: '',
    place: '',
    signerPost: 'BÍ THƯ',
    signerName: '',
    recipients: [named.above === null ? '' : `${named.above} (để báo cáo)`, 'Lưu cấp ủy'].filter(Boolean).join('\n'),
  };
  const entries = DOCUMENT_PARTS.map((part): [DocumentPart, string] => [part, set.get(PREFIX + part) ?? usual[part]]);
  return Object.fromEntries(entries) as unknown as DocumentParts;
}

/** Sets some or all of what a unit's documents say. */
export async function setParts(tables: Tables, unit: string, parts: Partial<DocumentParts>): Promise<void> {
  const rows = DOCUMENT_PARTS.flatMap((part) => {
    const value = parts[part];
    return value === undefined ? [] : [{ unit, name: PREFIX + part, value }];
  });
  await tables
    .insertInto('unit_setting')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['unit', 'name']).doUpdateSet((set) => ({ value: set.ref('excluded.value') })))
    .execute();
}
