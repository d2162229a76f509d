import { sql } from 'kysely';
import { AppError } from '../../../../model/errors.js';
import { mayChange, mayIssue, mayMove, type ProgrammeState } from '../../../../model/programme.js';
import type { Actor } from '../../../records/actor.js';
import type {
  ListedProgramme,
  Programme,
  ProgrammeChange,
  ProgrammeFile,
  Programmes,
  UnitProgrammes,
} from '../../../records/programmes.js';
import { inChunks } from '../../in-chunks.js';
import { RECORD_MESSAGES } from '../messages.js';
import type { Change, Store } from '../store.js';
import { addRemark, insertProgramme } from './new-rows.js';
import { chargedNames, type ProgrammeRow, programmeRow, readProgrammes, readRemarks, type Side, toListed } from './programme-rows.js';
import { readTasks } from './task-rows.js';
import { putText, readGeneric } from './text-rows.js';
import { readOwnNames, readUnitProgrammes } from './unit-programmes.js';

export class SqliteProgrammes implements Programmes {
  constructor(private readonly store: Store) {}

  list(campaign: string): Promise<UnitProgrammes> {
    return this.store.read((tables) => readUnitProgrammes(tables, campaign, this.store.scope));
  }

  get(campaign: string, id: string): Promise<Programme> {
    return this.store.read(async (tables) => {
      const row = await programmeRow(tables, this.store.scope, { campaign, id, side: 'either' });
      const [listed] = await toListed(tables, [row]);
      return {
        ...listed!,
        text: row.text,
        file: row.file,
        taskRows: await readTasks(tables, id),
        remarks: await readRemarks(tables, id),
        generic: await readGeneric(tables, row),
        inCharge: await chargedNames(tables, [row.unit]),
        isInCharge: row.is_in_charge === 1,
        isTop: row.is_top === 1,
      };
    });
  }

  charged(): Promise<readonly ListedProgramme[]> {
    return this.store.read(async (tables) => {
      const account = this.store.scope?.account ?? '';
      const rest = sql`programme.unit IN (SELECT unit FROM in_charge WHERE account = ${account})
        ORDER BY programme.state = 'for-opinion' DESC, campaign.created_at DESC, unit.name, programme.created_at DESC`;
      return toListed(tables, await readProgrammes(tables, this.store.scope, 'in-charge', rest));
    });
  }

  ownNames(campaign: string, id: string): Promise<readonly string[]> {
    return this.store.read(async (tables) => {
      const { unit } = await programmeRow(tables, this.store.scope, { campaign, id, side: 'own' });
      return readOwnNames(tables, unit);
    });
  }

  create(campaign: string, given: Parameters<Programmes['create']>[1], actor: Actor): Promise<string> {
    return this.store.write((change) => insertProgramme(change, { campaign, home: this.store.home, given, actor }));
  }

  change(campaign: string, id: string, { title, tasks, adoptedOn, text, revision }: ProgrammeChange, actor: Actor): Promise<void> {
    return this.changing({ campaign, id, revision, side: 'own' }, async ({ tables, log }, row) => {
      this.require(row, mayChange);
      await tables
        .updateTable('programme')
        .set({ title, adopted_on: adoptedOn, ...(text !== null && { file: null, sha256: null }) })
        .where('id', '=', id)
        .execute();
      if (text !== null) await putText(tables, id, text);
      await tables.deleteFrom('programme_task').where('programme', '=', id).execute();
      const rows = tasks.map((task, place) => ({ programme: id, place, ...task }));
      for (const chunk of inChunks(rows)) await tables.insertInto('programme_task').values(chunk).execute();
      await log(lineOf({ ...row, title }, actor, { change: 'text', tasks: tasks.length }));
    });
  }

  putFile(campaign: string, id: string, { file, sha256, text, revision }: ProgrammeFile, actor: Actor): Promise<void> {
    return this.changing({ campaign, id, revision, side: 'own' }, async ({ tables, log }, row) => {
      this.require(row, mayChange);
      await tables.updateTable('programme').set({ file, sha256 }).where('id', '=', id).execute();
      await putText(tables, id, text);
      await log(lineOf(row, actor, { change: 'file', file }));
    });
  }

  remove(campaign: string, id: string, revision: number, actor: Actor): Promise<void> {
    return this.changing({ campaign, id, revision, side: 'own' }, async ({ tables, log }, row) => {
      this.require(row, mayChange);
      await tables.deleteFrom('programme').where('id', '=', id).execute();
      await log(lineOf(row, actor, { change: 'removed' }));
    });
  }

  move(campaign: string, id: string, { to, revision }: { readonly to: 'for-opinion' | 'draft'; readonly revision: number }, actor: Actor) {
    return this.changing({ campaign, id, revision, side: 'own' }, async ({ tables, log }, row) => {
      this.require(row, (state) => mayMove(state, to));
      await requireContent(tables, row);
      await tables.updateTable('programme').set({ state: to }).where('id', '=', id).execute();
      await log(lineOf(row, actor, { change: to === 'draft' ? 'taken-back' : 'sent' }));
    });
  }

  giveOpinion(campaign: string, id: string, opinion: Parameters<Programmes['giveOpinion']>[2], actor: Actor): Promise<void> {
    const { verdict, words, revision } = opinion;
    return this.changing({ campaign, id, revision, side: 'in-charge' }, async (change, row) => {
      this.require(row, (state) => state === 'for-opinion');
      await change.tables.updateTable('programme').set({ state: verdict }).where('id', '=', id).execute();
      await addRemark(change, row, { kind: 'opinion', saidBy: actor, verdict, answers: {}, words, by: actor });
      await change.log({ ...lineOf(row, actor, { verdict, words }), kind: 'programme-opinion' });
    });
  }

  issue(campaign: string, id: string, { number, on, revision }: Parameters<Programmes['issue']>[2], actor: Actor): Promise<void> {
    return this.changing({ campaign, id, revision, side: 'own' }, async ({ tables, log }, row) => {
      if (!mayIssue(row.state, row.is_top === 1)) throw new AppError('programme-state', RECORD_MESSAGES.noOpinionYet);
      await requireContent(tables, row);
      await tables.updateTable('programme').set({ state: 'issued', issued_number: number, issued_on: on }).where('id', '=', id).execute();
      await log({ ...lineOf(row, actor, { issued: number, on }), kind: 'programme-issued' });
    });
  }

  comment(campaign: string, id: string, { kind, saidBy, words, count }: Parameters<Programmes['comment']>[2], actor: Actor): Promise<void> {
    return this.remarking({ campaign, id, side: 'own' }, async (change, row) => {
      await addRemark(change, row, { kind, saidBy, verdict: null, answers: count === null ? {} : { count }, words, by: actor });
      await change.log({ ...lineOf(row, actor, { said: kind, by: saidBy }), kind: 'programme-remarked' });
    });
  }

  review(campaign: string, id: string, { answers, words }: Parameters<Programmes['review']>[2], actor: Actor): Promise<void> {
    return this.remarking({ campaign, id, side: 'either' }, async (change, row) => {
      const saidBy = row.is_in_charge === 1 ? 'in-charge' : 'own';
      await addRemark(change, row, { kind: 'review', saidBy, verdict: null, answers, words, by: actor });
      await change.log({ ...lineOf(row, actor, { said: 'review' }), kind: 'programme-remarked' });
    });
  }

  private remarking(where: Where, work: (change: Change, row: ProgrammeRow) => Promise<void>): Promise<void> {
    return this.store.write(async (change) => work(change, await programmeRow(change.tables, this.store.scope, where)));
  }

  /** One change after another: whoever had another revision before them is told how things stand. */
  private changing(
    where: Where & { readonly revision: number },
    work: (change: Change, row: ProgrammeRow) => Promise<void>,
  ): Promise<void> {
    return this.remarking(where, async (change, row) => {
      const { revision } = where;
      const { state } = row;
      if (row.revision !== revision) {
        const opinion = (await readRemarks(change.tables, row.id)).findLast(({ kind }) => kind === 'opinion') ?? null;
        const details = { state, revision: row.revision, opinion };
        throw new AppError('programme-outdated', RECORD_MESSAGES.programmeOutdated(state), { details });
      }
      await work(change, row);
      await change.tables
        .updateTable('programme')
        .set({ revision: revision + 1 })
        .where('id', '=', row.id)
        .execute();
    });
  }

  private require({ state }: ProgrammeRow, allows: (state: ProgrammeState) => boolean): void {
    if (!allows(state)) throw new AppError('programme-state', RECORD_MESSAGES.programmeFixed(state));
  }
}

interface Where {
  readonly campaign: string;
  readonly id: string;
  readonly side: Side;
}

function lineOf({ id, unit, campaign, title, kind, person }: ProgrammeRow, actor: Actor, more: Readonly<Record<string, unknown>>) {
  const details = { programme: id, sort: kind, name: title, ...(person !== null && { person }), ...more };
  return { actor, kind: 'programme-changed' as const, unit, campaign, details };
}

/** There must be something to give an opinion on. AppError `programme-state`. */
async function requireContent(tables: Change['tables'], { id, text }: ProgrammeRow): Promise<void> {
  if (text.trim() !== '' || (await readTasks(tables, id)).length > 0) return;
  throw new AppError('programme-state', RECORD_MESSAGES.programmeEmpty);
}
