import { extname } from 'node:path';
import { sql } from 'kysely';
import type { CorpusTables } from '../schema.js';
import { ERASED } from './erased-contents.js';
import type { Tables } from './store.js';

type Person = Pick<CorpusTables['person'], 'unit' | 'card' | 'name'>;

/** What a file of a batch is called, and what it is called from now on. */
interface Renamed {
  readonly batch: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Takes somebody's name out of what the files of their unit are called by: an archive or a folder may bring other people's
 * essays under it. Each keeps the kind of file, by which one that still waits is read. Gives the names that are gone.
 */
export async function forgetFileNames(tables: Tables, person: Person): Promise<string[]> {
  const ofUnit = tables.selectFrom('batch').select('id').where('unit', '=', person.unit);
  const uploads = await tables.selectFrom('upload').select(['batch', 'number', 'file']).where('batch', 'in', ofUnit).execute();
  const gone = new Set<string>();
  for (const { batch, number, file } of uploads.filter((one) => namesPerson(one.file, person))) {
    const to = newName(number, file);
    await tables.updateTable('upload').set({ file: to }).where('batch', '=', batch).where('number', '=', number).execute();
    await rename(tables, { batch, from: file, to });
    gone.add(file);
  }
  const items = await tables.selectFrom('batch_item').select(['batch', 'number', 'file']).where('batch', 'in', ofUnit).execute();
  for (const { batch, number, file } of items.filter((one) => namesPerson(one.file, person))) {
    await rename(tables, { batch, from: file, to: newName(number, file) });
    gone.add(file);
  }
  await forgetInResults(tables, [...gone]);
  return [...gone];
}

const newName = (number: number, file: string): string => `${ERASED} ${number}${extname(file)}`;

/** Where a batch speaks of files: in a name alone, or in a sentence. */
const SPOKEN_OF = [
  ['batch_item', 'reason'],
  ['skipped', 'file'],
  ['skipped', 'reason'],
  ['warning', 'text'],
  ['job', 'error'],
] as const;

/** What an archive holds is called by its name, a slash and a path. */
async function rename(tables: Tables, { batch, from, to }: Renamed): Promise<void> {
  // As SQLite counts them.
  const letters = [...from].length;
  const isOf = sql<boolean>`(file = ${from} OR substr(file, 1, ${letters + 1}) = ${`${from}/`})`;
  const file = sql<string>`${to} || substr(file, ${letters + 1})`;
  const essays = tables.selectFrom('batch_item').select('submission').where('batch', '=', batch).where('submission', 'is not', null);
  // An essay of nobody known is its own member and unit, by the name of its file.
  const self = (column: 'member' | 'unit') => sql<string>`replace(${sql.ref(column)}, ${from}, ${to})`;
  const named = { file, member: self('member'), unit: self('unit') };
  await tables.updateTable('submission').set(named).where(isOf).where('id', 'in', essays).execute();
  await tables.updateTable('batch_item').set({ file }).where('batch', '=', batch).where(isOf).execute();
  for (const [table, column] of SPOKEN_OF)
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = replace(${sql.ref(column)}, ${from}, ${to}) WHERE batch = ${batch}`.execute(
      tables,
    );
  await sql`UPDATE batch SET roster = replace(roster, ${from}, ${to}) WHERE id = ${batch}`.execute(tables);
}

/** What results and drafts of any campaign say of the files of matches, and what was noticed when files were read. */
async function forgetInResults(tables: Tables, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const inJson = JSON.stringify(name).slice(1, -1);
    const said = `${ERASED}${extname(name)}`;
    // Messages of reading name the file, and results are worked out anew from them.
    await sql`UPDATE text SET messages = replace(messages, ${inJson}, ${said}) WHERE instr(messages, ${inJson}) > 0`.execute(tables);
    for (const table of ['result', 'draft_result'] as const)
      for (const column of table === 'result' ? (['brief', 'detail', 'found'] as const) : (['brief', 'detail'] as const))
        await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = replace(${sql.ref(column)}, ${inJson}, ${said})
          WHERE instr(${sql.ref(column)}, ${inJson}) > 0`.execute(tables);
  }
}

/** Whether a path is called by somebody's card number, or by their whole name in any spelling: with other signs between the words, without marks, or run together. */
function namesPerson(path: string, { card, name }: Pick<Person, 'card' | 'name'>): boolean {
  const words = (text: string): string[] =>
    plain(text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
  const [asked, number] = [words(name), words(card)];
  const told = words(path);
  const stands = (some: readonly string[]): boolean =>
    some.length > 0 && told.some((_, at) => some.every((word, i) => told[at + i] === word));
  return (asked.length > 1 && (stands(asked) || told.includes(asked.join('')))) || stands(number);
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
