import { sql } from 'kysely';
import type { Match } from '../../../model/assessment.js';
import type { UnitGroup } from '../../../model/tracker.js';
import { inChunks } from '../in-chunks.js';
import { readGroups } from './group-rows.js';
import { readDetail } from './result-json.js';
import type { Tables } from './store.js';

/** Passages that are shown of one group, and UTF-16 units of each. */
const MOST_PASSAGES = 3;
const LONGEST_PASSAGE = 600;

interface Member {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
}

/** Groups of a campaign with essays of two units at least among these and those below. Other units' essays are left out. */
export async function readUnitGroups(tables: Tables, campaign: string, units: readonly string[]): Promise<UnitGroup[]> {
  const groups = await readGroups(tables, campaign, null);
  const members = await membersBelow(
    tables,
    groups.flatMap((group) => group.members),
    units,
  );
  const found: UnitGroup[] = [];
  for (const group of groups) {
    const known = group.members.flatMap((id) => members.get(id) ?? []);
    const counted = countUnits(known);
    if (counted.length < 2) continue;
    const passages = await sharedPassages(tables, campaign, known);
    found.push({ number: found.length + 1, essays: known.length, cohesion: group.cohesion, units: counted, passages });
  }
  return found;
}

async function membersBelow(tables: Tables, ids: readonly string[], units: readonly string[]): Promise<Map<string, Member>> {
  const found = new Map<string, Member>();
  for (const chunk of inChunks(ids)) {
    const { rows } = await sql<Member>`WITH RECURSIVE below (id) AS (
        SELECT id FROM unit WHERE id IN (${sql.join(units)})
        UNION SELECT unit.id FROM below JOIN unit ON unit.parent = below.id)
      SELECT submission.id, unit.id AS unit, unit.name AS unitName FROM submission
      JOIN below ON below.id = submission.tenant JOIN unit ON unit.id = submission.tenant
      WHERE submission.id IN (${sql.join(chunk)})`.execute(tables);
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

function countUnits(members: readonly Member[]): UnitGroup['units'] {
  const counted = new Map<string, { name: string; essays: number }>();
  for (const { unit, unitName } of members) {
    const known = counted.get(unit);
    counted.set(unit, { name: unitName, essays: (known?.essays ?? 0) + 1 });
  }
  return [...counted.values()].sort((one, other) => other.essays - one.essays || one.name.localeCompare(other.name, 'vi'));
}

/** The longest passages of the heaviest match between the first member and one of another unit. */
async function sharedPassages(tables: Tables, campaign: string, members: readonly Member[]): Promise<UnitGroup['passages']> {
  const byId = new Map(members.map((member) => [member.id, member]));
  const [first] = members;
  const row = await tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .innerJoin('text', 'text.submission', 'submission.sequence')
    .select(['result.detail', 'text.text'])
    .where('result.campaign', '=', campaign)
    .where('result.submission', '=', first?.id ?? '')
    .executeTakeFirst();
  if (first === undefined || row === undefined) return [];
  const { matches } = readDetail(row.detail, first.id);
  const match = matches.find(({ id, kind }: Match) => kind === 'submission' && (byId.get(id)?.unit ?? first.unit) !== first.unit);
  if (match === undefined) return [];
  const longest = [...match.passages].sort((one, other) => other.syllables - one.syllables).slice(0, MOST_PASSAGES);
  return longest.map(({ first: span, syllables }) => ({
    text: row.text.slice(span.start, Math.min(span.end, span.start + LONGEST_PASSAGE)),
    syllables,
    units: [first.unitName, byId.get(match.id)?.unitName ?? ''],
  }));
}
