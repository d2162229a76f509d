import { AppError } from '../../../../model/errors.js';
import type { ProgrammeRemark } from '../../../../model/programme.js';
import type { Actor } from '../../../records/actor.js';
import type { Programmes } from '../../../records/programmes.js';
import { campaignRow } from '../campaign-rows.js';
import { RECORD_MESSAGES } from '../messages.js';
import { randomId } from '../random-id.js';
import { selectEntries } from '../roster/roster-rows.js';
import type { Change } from '../store.js';
import type { ProgrammeRow } from './programme-rows.js';

interface NewProgramme {
  readonly campaign: string;
  readonly home: string;
  readonly given: Parameters<Programmes['create']>[1];
  readonly actor: Actor;
}

/** A plan belongs to the unit on whose roster its head stands. AppError `unknown-id`. */
export async function insertProgramme(change: Change, { campaign, home, given, actor }: NewProgramme): Promise<string> {
  const { tables, reach, at, log } = change;
  await campaignRow(tables, campaign, reach);
  const { kind, title } = given;
  const head = given.person === null ? null : await headOf(change, campaign, given.person);
  if ((kind === 'personal-plan') !== (head !== null)) throw new AppError('unknown-id', RECORD_MESSAGES.noHead);
  const unit = head?.unit ?? home;
  const row = { id: randomId(), campaign, unit, kind, person: head?.id ?? null, title, state: 'draft', text: '' };
  await tables
    .insertInto('programme')
    .values({ ...row, file: null, sha256: null, issued_on: null, adopted_on: null, created_by: actor, created_at: at })
    .execute();
  const details = { programme: row.id, sort: kind, name: title, change: 'created', ...(head !== null && { person: head.id }) };
  await log({ actor, kind: 'programme-changed', unit, campaign, details });
  return row.id;
}

async function headOf(
  { tables, reach }: Change,
  campaign: string,
  person: string,
): Promise<{ readonly id: string; readonly unit: string }> {
  const row = await selectEntries(tables, campaign, reach)
    .where('person.id', '=', person)
    .where('person.is_head', '=', 1)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.noHead);
  return row;
}

type NewRemark = Pick<ProgrammeRemark, 'kind' | 'saidBy' | 'verdict' | 'words' | 'by'> & { readonly answers: object };

/** Keeps what somebody said of a programme as it stands. */
export async function addRemark(
  { tables, at }: Change,
  { id, revision }: Pick<ProgrammeRow, 'id' | 'revision'>,
  { saidBy, answers, ...remark }: NewRemark,
): Promise<void> {
  const row = { id: randomId(), programme: id, revision, said_by: saidBy, answers: JSON.stringify(answers), at, ...remark };
  await tables.insertInto('programme_remark').values(row).execute();
}
