import { sql } from 'kysely';
import type { CorpusTables } from '../schema.js';
import { ERASED } from './erased-contents.js';
import type { Tables } from './store.js';
import { forgetInReports } from './unit-reports/forget-in-reports.js';

/** Tables in which nothing is left of somebody who was erased; all have a column `person`. */
export const PERSONAL = [
  ...(['session', 'code', 'audience_member', 'second_look', 'essay_person', 'writer_candidate', 'handed_in', 'pre_check'] as const),
  ...(['quiz_attempt', 'programme'] as const),
];

type Named = Pick<CorpusTables['person'], 'id' | 'unit' | 'card' | 'name'>;

/** A line stays, so that figures of the unit add up; it says nothing of anybody. */
export async function forgetPerson(tables: Tables, person: Named): Promise<void> {
  const { id, unit, card, name } = person;
  await forgetHandedIn(tables, id);
  await forgetTold(tables, person);
  await forgetInReports(tables, person);
  await forgetInNotes(tables, person);
  for (const table of PERSONAL) await sql`DELETE FROM ${sql.table(table)} WHERE person = ${id}`.execute(tables);
  const exemption = { exemption: '', exemption_note: '', exempted_by: null };
  await tables.updateTable('roster_entry').set(exemption).where('person', '=', id).execute();
  await forgetAtSessions(tables, person);
  await tables.updateTable('round').set({ opened_by: ERASED }).where('person', '=', id).where('opened_by', '=', name).execute();
  const rosters = tables.selectFrom('batch').select(['id', 'roster']).where('unit', '=', unit).where('roster', 'is not', null);
  for (const batch of await rosters.execute()) {
    const lines = (batch.roster ?? '').split('\n').filter((line) => !line.includes(card) && !line.includes(name));
    await tables
      .updateTable('batch')
      .set({ roster: lines.join('\n') })
      .where('id', '=', batch.id)
      .execute();
  }
  const nobody = {
    card: `${ERASED} ${id}`,
    name: ERASED,
    cell: '',
    post: '',
    place: '',
    is_head: 0,
    is_key_cadre: 0,
    is_probationary: 0,
  } as const;
  const erased_at = sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;
  await tables
    .updateTable('person')
    .set({ ...nobody, erased_at })
    .where('id', '=', id)
    .execute();
}

/** Who attended and was given material stays, so that figures add up; what was written of them, and their name as a speaker, does not. */
async function forgetAtSessions(tables: Tables, { id, unit, name }: Named): Promise<void> {
  await tables.updateTable('attendance').set({ note: '' }).where('person', '=', id).execute();
  const sessions = tables.selectFrom('study_session').select('id').where('unit', '=', unit);
  await tables
    .updateTable('attendance')
    .set({ note: sql<string>`replace(note, ${name}, ${ERASED})` })
    .where('session', 'in', sessions)
    .where('note', '<>', '')
    .execute();
  for (const column of ['speaker', 'title', 'place'] as const)
    await sql`UPDATE study_session SET ${sql.ref(column)} = replace(${sql.ref(column)}, ${name}, ${ERASED}) WHERE unit = ${unit}`.execute(
      tables,
    );
}

/** What others were praised for may name them; a mark of an essay of theirs goes with it. */
async function forgetInNotes(tables: Tables, { unit, name, card }: Named): Promise<void> {
  for (const word of [name, card].filter((one) => one !== ''))
    await sql`UPDATE exemplary SET note = replace(note, ${word}, ${ERASED}) WHERE unit = ${unit}`.execute(tables);
}

/** What they handed in themselves, read or not: names of files have card numbers, and a batch that a backup brought back is not read any more. */
async function forgetHandedIn(tables: Tables, person: string): Promise<void> {
  const theirs = tables.selectFrom('handed_in').select('batch').where('person', '=', person);
  const batches = (await theirs.execute()).map(({ batch }) => batch);
  for (const batch of batches) {
    await tables.updateTable('batch_item').set({ file: ERASED, reason: null }).where('batch', '=', batch).execute();
    await tables.updateTable('upload').set({ file: ERASED }).where('batch', '=', batch).execute();
    await tables.deleteFrom('skipped').where('batch', '=', batch).execute();
    await tables.deleteFrom('warning').where('batch', '=', batch).execute();
    await tables.updateTable('job').set({ actor: ERASED }).where('batch', '=', batch).execute();
    const open = tables.selectFrom('batch').select('id').where('id', '=', batch).where('state', 'not in', ['done', 'withdrawn']);
    await tables.updateTable('job').set({ state: 'done' }).where('batch', 'in', open).execute();
    await tables.updateTable('batch').set({ state: 'withdrawn', roster: null }).where('id', 'in', open).execute();
  }
}

/** What essays that nobody is known to have written tell of this person. */
async function forgetTold(tables: Tables, { unit, name, card }: Named): Promise<void> {
  const told = tables
    .selectFrom('told_writer')
    .innerJoin('submission', 'submission.id', 'told_writer.submission')
    .select(['told_writer.submission', 'names', 'numbers'])
    .where('submission.tenant', '=', unit);
  for (const { submission, names, numbers } of await told.execute()) {
    const left = { names: others(names, name), numbers: others(numbers, card) };
    if (left.names === names && left.numbers === numbers) continue;
    await tables.updateTable('told_writer').set(left).where('submission', '=', submission).execute();
  }
}

/** A list of words, JSON, without one of them; the same text where it is not among them. */
function others(list: string, word: string): string {
  const words = JSON.parse(list) as readonly string[];
  return words.includes(word) ? JSON.stringify(words.filter((one) => one !== word)) : list;
}
