import { AppError } from '../../../model/errors.js';
import type { TextRequest } from '../../../model/text-request.js';
import type { Actor } from '../../records/actor.js';
import type { NewTextRequest, ReadableText, TextRequestDecision, TextRequests } from '../../records/text-requests.js';
import { type ForeignIds, foreignIds, nameForeign } from './foreign-ids.js';
import { ScopedResults } from './foreign-results.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { SqliteResults } from './sqlite-results.js';
import type { Change, Store, Tables } from './store.js';
import { type RequestRow, requestRow, requestRows, toRequest, untilOf } from './text-request-rows.js';

export class SqliteTextRequests implements TextRequests {
  constructor(private readonly store: Store) {}

  async list(): Promise<readonly TextRequest[]> {
    const name = await this.names();
    return this.store.read(async (tables) =>
      (await requestRows(tables, this.units)).map((row) => toRequest(row, { units: this.units, name })).sort(newestFirst),
    );
  }

  countWaiting(): Promise<number> {
    return this.store.read(async (tables) => {
      const { count } = await tables
        .selectFrom('text_request')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', '=', 'waiting')
        .where('asked_unit', 'in', this.units)
        .executeTakeFirstOrThrow();
      return count;
    });
  }

  async ask({ campaign, other, reason }: NewTextRequest, actor: Actor): Promise<TextRequest> {
    const met = await new ScopedResults(this.store, this.store.whole()).meeting(campaign, other);
    if (met === null) throw new AppError('unknown-id', RECORD_MESSAGES.unknownText);
    const name = await this.names();
    return this.store.write(async (change) => {
      const { tables, at } = change;
      const asked = {
        campaign,
        essay: met.own,
        submission: met.match.id,
        unit: await tenantOf(tables, met.own),
        asked_unit: met.owner.unit,
      };
      const open = await this.openOne(tables, asked);
      if (open !== undefined) return this.told(tables, open, name);
      const row = { ...asked, id: randomId(), reason, asked_by: actor, asked_at: at, state: 'waiting' as const };
      await tables.insertInto('text_request').values(row).execute();
      await logBoth(change, { ...row, actor, kind: 'text-requested' }, { reason });
      return this.told(tables, row.id, name);
    });
  }

  async decide(id: string, { state, answer, revision }: TextRequestDecision, actor: Actor): Promise<TextRequest> {
    const name = await this.names();
    return this.store.write(async (change) => {
      const { tables, at } = change;
      const row = await requestRow(tables, id);
      if (row === undefined || !this.units.includes(row.asked_unit)) throw new AppError('unknown-id', RECORD_MESSAGES.unknownRequest);
      const follows = state === 'withdrawn' ? row.state === 'approved' : row.state === 'waiting';
      if (row.revision !== revision || !follows)
        throw new AppError('request-decided', RECORD_MESSAGES.requestDecided(row.state, row.decided_by ?? ''));
      const decided = { state, answer, revision: revision + 1, decided_by: actor, decided_at: at };
      await tables.updateTable('text_request').set(decided).where('id', '=', id).execute();
      await logBoth(change, { ...row, actor, kind: 'text-request-decided' }, { decision: state, ...(answer !== '' && { reason: answer }) });
      return this.told(tables, id, name);
    });
  }

  async read(id: string, actor: Actor): Promise<ReadableText> {
    const row = await this.store.read((tables) => requestRow(tables, id));
    const until = row === undefined ? null : untilOf(row);
    if (row === undefined || !this.units.includes(row.unit) || until === null || until <= this.store.now().toISOString())
      throw new AppError('unknown-id', RECORD_MESSAGES.unknownRequest);
    const document = await new SqliteResults(this.store.whole()).document(row.campaign, row.submission);
    if (document === null) throw new AppError('unknown-id', RECORD_MESSAGES.unknownText);
    const name = await this.names();
    const request = await this.store.write(async (change) => {
      await logBoth(change, { ...row, actor, kind: 'viewed' }, { what: 'text' });
      return this.told(change.tables, id, name);
    });
    const unitName = row.asked_unit_name;
    return { request, document: { ...document, file: nameForeign({ unitName }), origin: { campaign: null, unit: unitName } } };
  }

  private get units(): readonly string[] {
    return this.store.scope?.units ?? [];
  }

  private names(): Promise<ForeignIds> {
    return foreignIds(this.store);
  }

  private async told(tables: Tables, id: string, name: ForeignIds): Promise<TextRequest> {
    const row = await requestRow(tables, id);
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownRequest);
    return toRequest(row, { units: this.units, name });
  }

  /** One for the same two essays that waits or can be read. */
  private async openOne(
    tables: Tables,
    { essay, submission, unit }: Pick<RequestRow, 'essay' | 'submission' | 'unit'>,
  ): Promise<string | undefined> {
    const rows = await tables
      .selectFrom('text_request')
      .select(['id', 'state', 'decided_at'])
      .where('essay', '=', essay)
      .where('submission', '=', submission)
      .where('unit', '=', unit)
      .execute();
    const now = this.store.now().toISOString();
    return rows.find((row) => row.state === 'waiting' || (untilOf(row) ?? '') > now)?.id;
  }
}

/** Newest first; those of one moment in any order that stays. */
const newestFirst = (one: TextRequest, other: TextRequest): number =>
  other.askedAt.localeCompare(one.askedAt) || one.id.localeCompare(other.id);

async function tenantOf(tables: Tables, submission: string): Promise<string> {
  return (await tables.selectFrom('submission').select('tenant').where('id', '=', submission).executeTakeFirstOrThrow()).tenant;
}

interface Step extends Pick<RequestRow, 'campaign' | 'essay' | 'submission' | 'unit' | 'asked_unit'> {
  readonly actor: Actor;
  readonly kind: 'text-requested' | 'text-request-decided' | 'viewed';
}

/** A line in the log of each side, about its own essay. Whoever acts is the other side's unit to it. */
async function logBoth({ tables, log }: Change, step: Step, details: Readonly<Record<string, unknown>>): Promise<void> {
  const { campaign, essay, submission, unit, asked_unit, actor, kind } = step;
  const rows = await tables.selectFrom('unit').select(['id', 'name']).where('id', 'in', [unit, asked_unit]).execute();
  const nameOf = (id: string): string => rows.find((row) => row.id === id)?.name ?? id;
  const isAnswer = kind === 'text-request-decided';
  const [asking, asked] = [
    { unit, name: nameOf(unit) },
    { unit: asked_unit, name: nameOf(asked_unit) },
  ];
  await log(
    {
      actor: isAnswer ? asked.name : actor,
      kind,
      unit: asking.unit,
      campaign,
      submission: essay,
      details: { ...details, other: asked.name, side: 'sent' },
    },
    {
      actor: isAnswer ? actor : asking.name,
      kind,
      unit: asked.unit,
      campaign,
      submission,
      details: { ...details, other: asking.name, side: 'received' },
    },
  );
}
