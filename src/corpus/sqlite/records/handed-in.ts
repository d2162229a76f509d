import type { StoredOriginal } from '../../records/originals.js';
import { insertJob } from './job-rows.js';
import { randomId } from './random-id.js';
import type { Change, Tables } from './store.js';

/** A member's own file on its way into a campaign. */
export interface HandedFile {
  readonly campaign: string;
  readonly person: { readonly id: string; readonly unit: string; readonly card: string; readonly name: string };
  /** Unit as essays name it, post and place of work. */
  readonly writer: { readonly unit: string; readonly post: string; readonly place: string };
  readonly number: number;
  readonly file: string;
  readonly original: StoredOriginal;
}

/** How essays of a person name their member: the card number tells people of one name apart. */
export const memberOf = ({ card }: { readonly card: string }): string => card;

/**
 * Puts one file into a batch of its own, sealed, with a roster that says whose it is. The folder before its name keeps it apart
 * from a file of the same name and content that somebody else handed in.
 */
export async function handIn({ tables, at, log, claim }: Change, handed: HandedFile): Promise<void> {
  const { campaign, person, writer, number, original } = handed;
  const { last } = await tables
    .selectFrom('batch')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('campaign', '=', campaign)
    .where('unit', '=', person.unit)
    .executeTakeFirstOrThrow();
  const batch = randomId();
  const file = `${person.card.replaceAll(/[/\\]/g, '-')}/${handed.file}`;
  await claim(original);
  const row = { id: batch, campaign, unit: person.unit, number: (last ?? 0) + 1, key: `member ${batch}`, last_upload: 1 };
  const roster = rosterOf([file, memberOf(person), writer.unit, writer.post, writer.place]);
  await tables
    .insertInto('batch')
    .values({ ...row, state: 'queued', created_at: at, roster })
    .execute();
  await tables.insertInto('upload').values({ batch, number: 1, file, sha256: original.sha256, bytes: original.bytes }).execute();
  await tables.insertInto('handed_in').values({ batch, campaign, person: person.id, number, at }).execute();
  await tables
    .insertInto('round')
    .values({ campaign, person: person.id, number, due: null, submission: null, opened_by: person.name, opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await insertJob(tables, { kind: 'assess', campaign, batch, actor: person.name, reason: null });
  const details = { number: row.number, round: number };
  await log({ actor: person.name, kind: 'member-submitted', unit: person.unit, campaign, batch, details });
}

/** Notes whose essay it is that was read of a member's own file; nothing for other batches. */
export async function nameWriter(tables: Tables, batch: string, at: string): Promise<void> {
  const handed = await tables.selectFrom('handed_in').selectAll().where('batch', '=', batch).executeTakeFirst();
  if (handed === undefined) return;
  const { campaign, person, number } = handed;
  const read = await tables
    .selectFrom('batch_item')
    .innerJoin('submission', 'submission.id', 'batch_item.submission')
    .select('submission.id')
    .where('batch', '=', batch)
    .where('batch_item.state', '=', 'read')
    .executeTakeFirst();
  if (read === undefined) return;
  const named = { person, basis: 'handed-in', confirmed_by: null, at };
  await tables
    .insertInto('essay_person')
    .values({ submission: read.id, ...named })
    .onConflict((conflict) => conflict.column('submission').doUpdateSet(named))
    .execute();
  await tables
    .updateTable('round')
    .set({ submission: read.id })
    .where('campaign', '=', campaign)
    .where('person', '=', person)
    .where('number', '=', number)
    .execute();
}

function rosterOf(cells: readonly string[]): string {
  const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return `file,member,unit,post,place\n${line}\n`;
}
