import type { RosterFacts, RosterRow } from '../../../../model/roster.js';
import type { RosterPlan } from '../../../records/rosters.js';
import { inChunks } from '../../in-chunks.js';
import { randomId } from '../random-id.js';
import type { Change, Tables } from '../store.js';
import { toFacts } from './roster-rows.js';

/** A person of a unit as kept, whether or not on the roster. */
interface Kept extends RosterFacts {
  readonly id: string;
  readonly isListed: boolean;
}

/** What an import would write. */
interface Planned extends RosterPlan {
  readonly writes: readonly { readonly id: string; readonly isNew: boolean; readonly isListed: boolean; readonly facts: RosterFacts }[];
}

/** Holds rows against what is kept of a unit. */
export async function planImport(tables: Tables, place: Place, rows: readonly RosterRow[]): Promise<Planned> {
  const kept = await keptPeople(tables, place);
  const clashes: RosterPlan['clashes'][number][] = [];
  const writes: Planned['writes'][number][] = [];
  let [added, changed, unchanged] = [0, 0, 0];
  for (const row of rows) {
    const known = kept.get(row.card);
    if (known !== undefined && !isSameName(known.name, row.name)) {
      clashes.push({ row: row.row, card: row.card, name: known.name });
      continue;
    }
    const facts = merge(known, row);
    if (known?.isListed && JSON.stringify(facts) === JSON.stringify(merge(known, { row: 0, card: known.card, name: known.name }))) {
      unchanged += 1;
      continue;
    }
    if (known?.isListed) changed += 1;
    else added += 1;
    writes.push({ id: known?.id ?? randomId(), isNew: known === undefined, isListed: known?.isListed ?? false, facts });
  }
  const named = new Set(rows.map(({ card }) => card));
  const absent = [...kept.values()].filter(({ card, isListed }) => isListed && !named.has(card)).length;
  return { added, changed, unchanged, absent, clashes, writes };
}

/** The roster of a campaign at one unit. */
export interface Place {
  readonly campaign: string;
  readonly unit: string;
}

/** Writes what was planned. */
export async function writeImport({ tables }: Change, { campaign, unit }: Place, { writes }: Planned, actor: string): Promise<void> {
  const people = writes.map(({ id, facts }) => ({ id, unit, ...personColumns(facts), card: facts.card, erased_at: null }));
  for (const chunk of inChunks(people)) {
    await tables
      .insertInto('person')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          cell: ref('excluded.cell'),
          post: ref('excluded.post'),
          place: ref('excluded.place'),
          is_head: ref('excluded.is_head'),
          is_key_cadre: ref('excluded.is_key_cadre'),
          is_probationary: ref('excluded.is_probationary'),
        })),
      )
      .execute();
  }
  const entries = writes.map(({ id, facts }) => ({ campaign, person: id, unit, ...entryColumns(facts, actor) }));
  for (const chunk of inChunks(entries)) {
    await tables
      .insertInto('roster_entry')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['campaign', 'person']).doUpdateSet(({ ref, eb }) => ({
          exempted_by: eb
            .case()
            .when('roster_entry.exemption', '=', ref('excluded.exemption'))
            .then(ref('roster_entry.exempted_by'))
            .else(ref('excluded.exempted_by'))
            .end(),
          exemption: ref('excluded.exemption'),
          exemption_note: ref('excluded.exemption_note'),
          attended: ref('excluded.attended'),
          revision: eb('roster_entry.revision', '+', 1),
        })),
      )
      .execute();
  }
  await putGroups(
    tables,
    unit,
    writes.map(({ id, facts }) => ({ person: id, groups: facts.groups })),
  );
}

/** Puts people into exactly these groups, which are made where there are none. */
export async function putGroups(
  tables: Tables,
  unit: string,
  members: readonly { readonly person: string; readonly groups: readonly string[] }[],
): Promise<void> {
  const rows = await tables.selectFrom('audience').select(['id', 'name']).where('unit', '=', unit).execute();
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  for (const name of new Set(members.flatMap(({ groups }) => groups))) {
    if (ids.has(name)) continue;
    const id = randomId();
    await tables.insertInto('audience').values({ id, unit, name }).execute();
    ids.set(name, id);
  }
  const all = members.flatMap(({ person, groups }) => [...new Set(groups)].map((name) => ({ audience: ids.get(name) ?? '', person })));
  for (const chunk of inChunks(members)) {
    const people = chunk.map(({ person }) => person);
    await tables.deleteFrom('audience_member').where('person', 'in', people).execute();
  }
  for (const chunk of inChunks(all)) await tables.insertInto('audience_member').values(chunk).execute();
}

export function personColumns({ name, cell, post, place, isHead, isKeyCadre, isProbationary }: Omit<RosterFacts, 'card'>) {
  const flags = { is_head: isHead ? 1 : 0, is_key_cadre: isKeyCadre ? 1 : 0, is_probationary: isProbationary ? 1 : 0 } as const;
  return { name, cell, post, place, ...flags } as const;
}

export function entryColumns({ exemption, attended }: Pick<RosterFacts, 'exemption' | 'attended'>, actor: string) {
  return {
    exemption: exemption?.kind ?? '',
    exemption_note: exemption?.note ?? '',
    exempted_by: exemption === null ? null : actor,
    attended: attended === null ? null : attended ? 1 : 0,
  } as const;
}

/** What is kept and what a row says, in one; what the row leaves out stays. */
function merge(known: Kept | undefined, row: RosterRow): RosterFacts {
  return {
    card: row.card,
    name: row.name,
    cell: row.cell ?? known?.cell ?? '',
    post: row.post ?? known?.post ?? '',
    place: row.place ?? known?.place ?? '',
    isHead: row.isHead ?? known?.isHead ?? false,
    isKeyCadre: row.isKeyCadre ?? known?.isKeyCadre ?? false,
    isProbationary: row.isProbationary ?? known?.isProbationary ?? false,
    exemption: row.exemption === undefined ? (known?.exemption ?? null) : row.exemption,
    attended: row.attended ?? known?.attended ?? null,
    groups: [...(row.groups ?? known?.groups ?? [])].sort(),
  };
}

/** Another way of writing a name is the same name. */
function isSameName(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

const bare = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();

async function keptPeople(tables: Tables, { campaign, unit }: Place): Promise<Map<string, Kept>> {
  const rows = await tables
    .selectFrom('person')
    .leftJoin('roster_entry', (join) => join.onRef('roster_entry.person', '=', 'person.id').on('roster_entry.campaign', '=', campaign))
    .where('person.unit', '=', unit)
    .where('person.erased_at', 'is', null)
    .select(['person.id', 'card', 'name', 'cell', 'post', 'place', 'is_head', 'is_key_cadre', 'is_probationary'])
    .select(['roster_entry.campaign', 'exemption', 'exemption_note', 'attended'])
    .execute();
  const members = await tables
    .selectFrom('audience_member')
    .innerJoin('audience', 'audience.id', 'audience_member.audience')
    .where('audience.unit', '=', unit)
    .select(['person', 'name'])
    .execute();
  const groups = new Map<string, string[]>();
  for (const { person, name } of members) groups.set(person, [...(groups.get(person) ?? []), name]);
  return new Map(
    rows.map((row) => [
      row.card,
      {
        ...toFacts(row),
        isListed: row.campaign !== null,
        groups: (groups.get(row.id) ?? []).sort(),
      },
    ]),
  );
}
