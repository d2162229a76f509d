import type { Exemption, RosterPerson } from '../../../../model/roster.js';
import { isOwn, type Reach } from '../reach.js';
import type { Tables } from '../store.js';
import { dueDayOf } from './due-days.js';

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

/** Everybody on the roster of a campaign, by name. */
export async function readPeople(tables: Tables, campaign: string, reach: Reach): Promise<RosterPerson[]> {
  const rows = await selectEntries(tables, campaign, reach).execute();
  const groups = await groupsOf(tables, campaign, reach);
  const essays = await firstEssays(tables, campaign, reach);
  const dues = new Map<string, string | null>();
  for (const unit of new Set(rows.map((row) => row.unit))) dues.set(unit, (await dueDayOf(tables, campaign, unit)).due);
  const people = rows.map((row): RosterPerson => {
    const own = groups.get(row.id) ?? [];
    return {
      id: row.id,
      card: row.card,
      name: row.name,
      cell: row.cell,
      post: row.post,
      place: row.place,
      isHead: row.is_head === 1,
      isKeyCadre: row.is_key_cadre === 1,
      exemption: toExemption(row),
      exemptedBy: row.exempted_by,
      attended: row.attended === null ? null : row.attended === 1,
      groups: own.map(({ name }) => name),
      revision: row.revision,
      due: own.find(isSet)?.due ?? dues.get(row.unit) ?? null,
      essay: essays.get(row.id) ?? null,
    };
  });
  return people.sort((a, b) => BY_NAME.compare(givenName(a.name), givenName(b.name)) || BY_NAME.compare(a.name, b.name));
}

interface GroupRow {
  readonly person: string;
  readonly name: string;
  /** As the campaign sets them for the group; null where it sets neither. */
  readonly prompt: string | null;
  readonly due: string | null;
}

/** Whether the campaign has something of its own for a group. */
export const isSet = ({ prompt, due }: Pick<GroupRow, 'prompt' | 'due'>): boolean => (prompt ?? '') !== '' || due !== null;

/** Groups of each person on the roster, by name, with what the campaign sets for them. */
export async function groupsOf(
  tables: Tables,
  campaign: string,
  reach: Reach,
  person: string | null = null,
): Promise<Map<string, GroupRow[]>> {
  const query = tables
    .selectFrom('audience_member')
    .innerJoin('audience', 'audience.id', 'audience_member.audience')
    .leftJoin('campaign_audience', (join) =>
      join.onRef('campaign_audience.audience', '=', 'audience.id').on('campaign_audience.campaign', '=', campaign),
    )
    .where(isOwn(reach, 'audience.unit'))
    .select(['audience_member.person', 'audience.name', 'campaign_audience.prompt', 'campaign_audience.due']);
  const rows = await (person === null ? query : query.where('audience_member.person', '=', person)).execute();
  const found = new Map<string, GroupRow[]>();
  for (const row of rows.sort((a, b) => BY_NAME.compare(a.name, b.name))) {
    const known = found.get(row.person);
    if (known === undefined) found.set(row.person, [row]);
    else known.push(row);
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

export const BY_NAME = new Intl.Collator('vi', { numeric: true });

/** Vietnamese lists go by the given name, which stands last. */
const givenName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
