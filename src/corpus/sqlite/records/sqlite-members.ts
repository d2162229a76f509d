import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { CodeState, Member, Members, NewCode, Seat } from '../../records/members.js';
import { inChunks } from '../in-chunks.js';
import type { CorpusTables } from '../schema.js';
import { campaignRow } from './campaign-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, type Reach } from './reach.js';
import type { Store, Tables } from './store.js';

/** What codes of members are for, as their rows say. */
const PURPOSE = 'member';
/** Milliseconds for which a code can be used. */
const LASTS = 14 * 24 * 60 * 60 * 1000;

type CodeRow = CorpusTables['code'];

export class SqliteMembers implements Members {
  constructor(private readonly store: Store) {}

  seats(campaign: string): Promise<readonly Seat[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const people = await selectRoster(tables, campaign, this.store.scope).execute();
      const codes = await newestCodes(tables, campaign);
      const attempts = await countAttempts(tables, campaign);
      const now = this.store.now().toISOString();
      const seats = people.map(({ id, name, card, cell, post, exemption }): Seat => {
        const [code, until] = stateOf(codes.get(id), now);
        return { person: id, name, card, cell, post, exemption, code, until, attempts: attempts.get(id) ?? 0 };
      });
      return seats.sort((one, other) => one.name.localeCompare(other.name, 'vi'));
    });
  }

  makeCodes(campaign: string, codes: readonly NewCode[], actor: Actor): Promise<string> {
    return this.store.write(async ({ tables, reach, at, log }) => {
      await campaignRow(tables, campaign, reach);
      const units = new Map((await selectRoster(tables, campaign, reach).execute()).map(({ id, unit }) => [id, unit]));
      if (codes.some(({ person }) => !units.has(person))) throw new AppError('unknown-id', RECORD_MESSAGES.someNotInRoster);
      const expiresAt = new Date(Date.parse(at) + LASTS).toISOString();
      const rows = codes.map(({ person, hash }): CodeRow => {
        const made = { account: null, details: '{}', used_at: null, created_by: actor, created_at: at, expires_at: expiresAt };
        return { hash, purpose: PURPOSE, unit: units.get(person)!, person, campaign, ...made };
      });
      for (const chunk of inChunks(rows)) {
        await tables
          .deleteFrom('code')
          .where('purpose', '=', PURPOSE)
          .where('campaign', '=', campaign)
          .where('used_at', 'is', null)
          .where(
            'person',
            'in',
            chunk.map(({ person }) => person),
          )
          .execute();
        await tables.insertInto('code').values(chunk).execute();
      }
      const counts = new Map<string, number>();
      for (const { unit } of rows) counts.set(unit, (counts.get(unit) ?? 0) + 1);
      for (const [unit, people] of counts) await log({ actor, kind: 'member-invited', unit, campaign, details: { people } });
      return expiresAt;
    });
  }

  enter(hash: string): Promise<Member | null> {
    return this.store.write(async ({ tables, at, log }) => {
      const code = await tables
        .selectFrom('code')
        .select(['person', 'campaign'])
        .where('hash', '=', hash)
        .where('purpose', '=', PURPOSE)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      if (!code?.person || !code.campaign) return null;
      const member = await readMember(tables, code.person, code.campaign);
      if (member === null) return null;
      await tables.updateTable('code').set({ used_at: at }).where('hash', '=', hash).execute();
      await log({ actor: member.name, kind: 'signed-in', unit: member.unit, campaign: member.campaign, details: { member: true } });
      return member;
    });
  }

  find(person: string, campaign: string): Promise<Member | null> {
    return this.store.read((tables) => readMember(tables, person, campaign));
  }
}

/** People of a campaign's roster whose unit is in reach. */
function selectRoster(tables: Tables, campaign: string, reach: Reach) {
  return tables
    .selectFrom('roster_entry')
    .innerJoin('person', 'person.id', 'roster_entry.person')
    .select(['person.id', 'person.unit', 'person.name', 'person.card', 'person.cell', 'person.post', 'roster_entry.exemption'])
    .where('roster_entry.campaign', '=', campaign)
    .where('person.erased_at', 'is', null)
    .where(isOwn(reach, 'roster_entry.unit'));
}

async function readMember(tables: Tables, person: string, campaign: string): Promise<Member | null> {
  const row = await tables
    .selectFrom('roster_entry')
    .innerJoin('person', 'person.id', 'roster_entry.person')
    .innerJoin('unit', 'unit.id', 'person.unit')
    .select(['person.name', 'person.unit', 'unit.name as unitName'])
    .where('roster_entry.campaign', '=', campaign)
    .where('person.id', '=', person)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { person, campaign, ...row };
}

async function newestCodes(tables: Tables, campaign: string): Promise<Map<string, CodeRow>> {
  const rows = await tables
    .selectFrom('code')
    .selectAll()
    .where('purpose', '=', PURPOSE)
    .where('campaign', '=', campaign)
    .orderBy('created_at')
    .execute();
  return new Map(rows.flatMap((row) => (row.person === null ? [] : [[row.person, row] as const])));
}

async function countAttempts(tables: Tables, campaign: string): Promise<Map<string, number>> {
  const rows = await tables
    .selectFrom('essay_person')
    .innerJoin('result', 'result.submission', 'essay_person.submission')
    .select(['essay_person.person', ({ fn }) => fn.countAll<number>().as('count')])
    .where('result.campaign', '=', campaign)
    .groupBy('essay_person.person')
    .execute();
  return new Map(rows.map(({ person, count }) => [person, count]));
}

function stateOf(code: CodeRow | undefined, now: string): [CodeState, string | null] {
  if (code === undefined) return ['none', null];
  if (code.used_at !== null) return ['used', code.used_at];
  return [code.expires_at > now ? 'waiting' : 'expired', code.expires_at];
}
