import type { Exemption, RosterPerson } from '../../../../model/roster.js';
import { isOwn, type Reach } from '../reach.js';
import type { Tables } from '../store.js';
import { studyByPerson } from '../studies/study-sql.js';
import { dueByPerson } from './given.js';
import { BY_NAME, byGivenName } from './names.js';

/** Entries of a campaign with their people, of units in reach. */
export function selectEntries(tables: Tables, campaign: string, reach: Reach) {
  return tables
    .selectFrom('roster_entry')
    .innerJoin('person', 'person.id', 'roster_entry.person')
    .where('roster_entry.campaign', '=', campaign)
    .where(isOwn(reach, 'roster_entry.unit'))
    .where('person.erased_at', 'is', null)
    .select([
      'person.id',
      'person.card',
      'person.name',
      'person.cell',
      'person.post',
      'person.place',
      'person.is_head',
      'person.is_key_cadre',
      'person.is_probationary',
    ])
    .select(['roster_entry.unit', 'roster_entry.exemption', 'roster_entry.exemption_note', 'roster_entry.exempted_by'])
    .select(['roster_entry.attended', 'roster_entry.revision']);
}

export type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['executeTakeFirstOrThrow']>>;

/** An exemption as its columns have it. */
export function toExemption({ exemption, exemption_note }: Pick<EntryRow, 'exemption' | 'exemption_note'>): Exemption | null {
  if (exemption === '') return null;
  return { kind: exemption === 'retired' || exemption === 'health' ? exemption : 'other', note: exemption_note };
}

/** What the columns of a person, and of the line about them, say; the line may be missing. */
export function toFacts(row: FactColumns): RosterFacts {
  return {
    id: row.id,
    card: row.card,
    name: row.name,
    cell: row.cell,
    post: row.post,
    place: row.place,
    isHead: row.is_head === 1,
    isKeyCadre: row.is_key_cadre === 1,
    isProbationary: row.is_probationary === 1,
    exemption: toExemption({ exemption: row.exemption ?? '', exemption_note: row.exemption_note ?? '' }),
    attended: row.attended === null ? null : row.attended === 1,
  };
}

type RosterFacts = Omit<RosterPerson, 'unit' | 'exemptedBy' | 'groups' | 'revision' | 'study' | 'due' | 'essay'>;
type PersonColumns = 'id' | 'card' | 'name' | 'cell' | 'post' | 'place' | 'is_head' | 'is_key_cadre' | 'is_probationary' | 'attended';
type FactColumns = Pick<EntryRow, PersonColumns> & { readonly [K in 'exemption' | 'exemption_note']: EntryRow[K] | null };

/** Everybody on the roster of a campaign, by name. */
export async function readPeople(tables: Tables, campaign: string, reach: Reach): Promise<RosterPerson[]> {
  const rows = await selectEntries(tables, campaign, reach).execute();
  const groups = await groupsOf(tables, reach);
  const essays = await firstEssays(tables, campaign, reach);
  const dues = await dueByPerson(tables, campaign);
  const studies = await studyByPerson(tables, campaign, reach);
  const people = rows.map((row): RosterPerson => {
    return {
      ...toFacts(row),
      unit: row.unit,
      study: studies.get(row.id) ?? 'unknown',
      exemptedBy: row.exempted_by,
      groups: groups.get(row.id) ?? [],
      revision: row.revision,
      due: dues.get(row.id) ?? null,
      essay: essays.get(row.id) ?? null,
    };
  });
  return people.sort(byGivenName);
}

/** Names of each person's groups. */
async function groupsOf(tables: Tables, reach: Reach): Promise<Map<string, string[]>> {
  const rows = await tables
    .selectFrom('audience_member')
    .innerJoin('audience', 'audience.id', 'audience_member.audience')
    .where(isOwn(reach, 'audience.unit'))
    .select(['audience_member.person', 'audience.name'])
    .execute();
  const found = new Map<string, string[]>();
  for (const { person, name } of rows.sort((a, b) => BY_NAME.compare(a.name, b.name))) {
    const known = found.get(person);
    if (known === undefined) found.set(person, [name]);
    else known.push(name);
  }
  return found;
}

/** The essay that came first of each person. */
async function firstEssays(tables: Tables, campaign: string, reach: Reach): Promise<Map<string, { id: string; receivedAt: string }>> {
  const rows = await tables
    .selectFrom('essay_person')
    .innerJoin('result', 'result.submission', 'essay_person.submission')
    .innerJoin('submission', 'submission.id', 'essay_person.submission')
    .where('result.campaign', '=', campaign)
    .where(isOwn(reach, 'submission.tenant'))
    .select(['essay_person.person', 'submission.id', 'submission.received_at', 'submission.sequence'])
    .execute();
  const found = new Map<string, { id: string; receivedAt: string }>();
  for (const { person, id, received_at } of rows.sort((a, b) => b.sequence - a.sequence))
    found.set(person, { id, receivedAt: received_at });
  return found;
}
