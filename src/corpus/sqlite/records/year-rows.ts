import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { daysLate } from '../../../model/roster.js';
import { dayOfCampaign, type YearCampaign, type YearEntry, type YearMember } from '../../../model/year-record.js';
import { inChunks } from '../in-chunks.js';
import { conclusionsOn } from './conclusion-rows.js';
import { dayInVietnam } from './figures/counted-tree.js';
import { isOwnOrAbove, type Reach } from './reach.js';
import { dueDayOf } from './roster/due-days.js';
import { countingGroups, dueOfUnits, firstGroupOf, readGiving } from './roster/given.js';
import { toExemption } from './roster/roster-rows.js';
import type { Tables } from './store.js';
import { studyAt, studyColumn } from './studies/study-sql.js';

/** Whose entries are read. */
export interface YearPlace {
  readonly unit: string;
  readonly reach: Reach;
  /** Null for everybody of the unit. */
  readonly person: string | null;
}

/** Campaigns on whose roster the unit has people, or the person stands; with the day that puts each into its year, oldest first. */
export async function campaignsOfYears(tables: Tables, { unit, reach, person }: YearPlace): Promise<YearCampaign[]> {
  const rows = await tables
    .selectFrom('campaign')
    .select(['id', 'name', 'created_at'])
    .where(isOwnOrAbove(reach, 'unit'))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('roster_entry')
          .select('roster_entry.person')
          .whereRef('roster_entry.campaign', '=', 'campaign.id')
          .where(ofPlace({ unit, person })),
      ),
    )
    .execute();
  const campaigns: YearCampaign[] = [];
  for (const { id, name, created_at } of rows) {
    const { due } = await dueDayOf(tables, id, unit);
    campaigns.push({ id, name, day: dayOfCampaign(due, dayInVietnam(new Date(created_at))) });
  }
  return campaigns.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.name < other.name ? -1 : 1));
}

const ofPlace = ({ unit, person }: Pick<YearPlace, 'unit' | 'person'>): RawBuilder<SqlBool> =>
  person === null
    ? sql<SqlBool>`roster_entry.unit = ${unit}`
    : sql<SqlBool>`roster_entry.unit = ${unit} AND roster_entry.person = ${person}`;

/** Somebody with one entry. */
export type ReadEntry = Omit<YearMember, 'entries'> & { readonly entry: YearEntry };

/** What everybody of a place did in one campaign. */
export async function entriesOf(tables: Tables, campaign: string, place: YearPlace): Promise<ReadEntry[]> {
  const people = await readPeople(tables, campaign, place);
  const essays = await readEssays(tables, campaign, place);
  return people.map(({ id, card, name, cell, post, is_key_cadre, study, due, ...exempt }) => {
    const { first, verdict, rewrites } = essays.get(id) ?? NOTHING;
    const entry: YearEntry = {
      campaign,
      study: studyAt(study),
      exemption: toExemption(exempt)?.kind ?? null,
      due,
      handedIn: first === null ? null : dayInVietnam(new Date(first)),
      daysLate: first === null ? 0 : daysLate(due, first),
      verdict,
      rewrites,
    };
    return { id, card, name, cell, post, isKeyCadre: is_key_cadre === 1, entry };
  });
}

interface PersonRow extends Pick<YearMember, 'id' | 'card' | 'name' | 'cell' | 'post'> {
  readonly is_key_cadre: 0 | 1;
  readonly study: number;
  readonly due: string | null;
  readonly exemption: string;
  readonly exemption_note: string;
}

async function readPeople(tables: Tables, campaign: string, place: YearPlace): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    WITH RECURSIVE ${dueOfUnits(campaign)}, ${countingGroups(await readGiving(tables, campaign))}
    SELECT person.id, person.card, person.name, person.cell, person.post, person.is_key_cadre, ${studyColumn(campaign)} AS study,
      coalesce(counting.due, due_of.due) AS due, roster_entry.exemption, roster_entry.exemption_note
    FROM roster_entry
    JOIN person ON person.id = roster_entry.person
    LEFT JOIN due_of ON due_of.unit = roster_entry.unit
    LEFT JOIN counting ON counting.rank = ${firstGroupOf('roster_entry.person')}
    WHERE roster_entry.campaign = ${campaign} AND ${ofPlace(place)} AND person.erased_at IS NULL`.execute(tables);
  return rows;
}

interface Essays {
  /** ISO 8601: when the first one came. */
  readonly first: string | null;
  readonly verdict: YearEntry['verdict'];
  readonly rewrites: number;
}

const NOTHING: Essays = { first: null, verdict: null, rewrites: 0 };

/** What was handed in, assessed or not yet, and what people concluded on it, by person. */
async function readEssays(tables: Tables, campaign: string, place: YearPlace): Promise<ReadonlyMap<string, Essays>> {
  const { rows } = await sql<{ person: string; submission: string; received_at: string }>`
    WITH handed (person, submission) AS (
      SELECT roster_entry.person, result.submission FROM roster_entry
      JOIN essay_person ON essay_person.person = roster_entry.person
      JOIN result ON result.submission = essay_person.submission AND result.campaign = ${campaign}
      WHERE roster_entry.campaign = ${campaign} AND ${ofPlace(place)}
      UNION
      SELECT roster_entry.person, round.submission FROM roster_entry
      JOIN round ON round.campaign = ${campaign} AND round.person = roster_entry.person AND round.submission IS NOT NULL
      WHERE roster_entry.campaign = ${campaign} AND ${ofPlace(place)})
    SELECT handed.person, handed.submission, submission.received_at FROM handed
    JOIN submission ON submission.id = handed.submission ORDER BY submission.sequence`.execute(tables);
  const concluded = new Map<string, YearEntry['verdict']>();
  for (const chunk of inChunks(rows.map(({ submission }) => submission)))
    for (const [submission, { verdict }] of await conclusionsOn(tables, chunk)) concluded.set(submission, verdict);
  const found = new Map<string, Essays>();
  for (const { person, submission, received_at } of rows) {
    const before = found.get(person) ?? NOTHING;
    const verdict = concluded.get(submission) ?? null;
    found.set(person, {
      first: before.first ?? received_at,
      verdict,
      rewrites: before.rewrites + (verdict === 'rewrite' ? 1 : 0),
    });
  }
  return found;
}
