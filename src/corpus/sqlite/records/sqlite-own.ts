import type { CampaignRecord } from '../../../model/campaign-record.js';
import { AppError } from '../../../model/errors.js';
import type { StoredOriginal } from '../../records/originals.js';
import type { Own, OwnResult, PastCampaign, PreCheckWriter, Standing } from '../../records/own.js';
import type { SecondLook } from '../../records/rounds.js';
import { readAttempts, readOpenRounds, toLook } from './attempt-rows.js';
import { toCampaign } from './campaign-rows.js';
import { handIn, memberOf } from './handed-in.js';
import { RECORD_MESSAGES } from './messages.js';
import { type OwnRow, ownRow, preChecksLeft, readStanding } from './own-standing.js';
import { randomId } from './random-id.js';
import { readResult } from './read-results.js';
import { taskOfPerson } from './roster/group-tasks.js';
import { readShown } from './shown-document.js';
import type { Store, Tables } from './store.js';

export class SqliteOwn implements Own {
  constructor(private readonly store: Store) {}

  standing(campaign: string): Promise<Standing> {
    return this.store.read(async (tables) => readStanding(tables, await ownRow(tables, this.person, campaign), this.store.now()));
  }

  past(campaign: string): Promise<readonly PastCampaign[]> {
    return this.store.read(async (tables) => {
      const rows = await tables
        .selectFrom('essay_person')
        .innerJoin('result', 'result.submission', 'essay_person.submission')
        .innerJoin('campaign', 'campaign.id', 'result.campaign')
        .select(['campaign.id', 'campaign.name', 'campaign.created_at'])
        .distinct()
        .where('essay_person.person', '=', this.person)
        .where('campaign.id', '<>', campaign)
        .orderBy('campaign.created_at', 'desc')
        .execute();
      const past: PastCampaign[] = [];
      for (const { id, name } of rows) {
        const attempts = (await readAttempts(tables, id, [this.person])).get(this.person) ?? [];
        past.push({ id, name, attempts });
      }
      return past;
    });
  }

  result(submission: string): Promise<OwnResult> {
    return this.store.read(async (tables) => {
      const { campaign, attempts, at } = await this.ownEssay(tables, submission);
      const attempt = attempts[at]!;
      const { conclusion } = attempt;
      // Before people have concluded nothing of what the machine found is told.
      if (conclusion === null) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
      const reach = this.store.scope;
      const place = { campaign: campaign.id, id: submission, reach };
      const result = await readResult(tables, place);
      if (result === null) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
      const former = attempts.slice(0, at).findLast(({ isRead, conclusion: told }) => isRead && told !== null);
      const known = former && (await readResult(tables, { ...place, id: former.submission }));
      const before = former && known ? { number: former.number, result: known } : null;
      const open = (await readOpenRounds(tables, campaign.id, new Map([[this.person, attempts]]))).get(this.person);
      const rewriteBy = (at === attempts.length - 1 ? open?.due : null) ?? campaign.definition.rewriteBy;
      const document = await readShown(tables, place);
      return { campaign, attempt: { ...attempt, conclusion }, result, before, rewriteBy, document };
    });
  }

  handIn(campaign: string, file: string, original: StoredOriginal): Promise<void> {
    return this.discarding(original, () =>
      this.store.write(async (change) => {
        const own = await ownRow(change.tables, this.person, campaign);
        const { open, pending } = await readStanding(change.tables, own, new Date(change.at));
        // The same file sent twice, since its answer was lost, is one.
        if (open === null && pending?.state === 'working' && (await isSameFile(change.tables, own, original))) return;
        if (open === null) throw new AppError('round-closed', RECORD_MESSAGES.roundClosed);
        await handIn(change, { campaign, person: own, writer: writerOf(own), number: open.number, file, original });
      }),
    );
  }

  askLook(submission: string, words: string): Promise<SecondLook> {
    return this.store.write(async ({ tables, at, log }) => {
      const { campaign, attempts, at: place } = await this.ownEssay(tables, submission);
      const { conclusion } = attempts[place]!;
      if (conclusion === null) throw new AppError('no-rewrite', RECORD_MESSAGES.lookNotYet);
      const known = await tables
        .selectFrom('second_look')
        .selectAll()
        .where('submission', '=', submission)
        .orderBy('asked_at', 'desc')
        .execute();
      const since = known.find(({ asked_at }) => asked_at >= conclusion.at);
      if (since !== undefined && since.words === words) return toLook(since);
      if (since !== undefined) throw new AppError('look-asked', RECORD_MESSAGES.lookAsked);
      const own = await ownRow(tables, this.person, campaign.id);
      const row = { id: randomId(), campaign: campaign.id, unit: own.unit, submission, person: own.id, words, asked_at: at };
      const look = { ...row, answer: null, answered_by: null, answered_at: null };
      await tables.insertInto('second_look').values(look).execute();
      const details = { words };
      await log({ actor: own.name, kind: 'second-look-asked', unit: own.unit, campaign: campaign.id, submission, details });
      return toLook(look);
    });
  }

  takePreCheck(campaign: string): Promise<PreCheckWriter> {
    return this.store.write(async ({ tables, at }) => {
      const own = await ownRow(tables, this.person, campaign);
      const { left, most } = await preChecksLeft(tables, own.id, new Date(at));
      if (left === 0) throw new AppError('no-pre-check-left', RECORD_MESSAGES.noPreCheckLeft(most));
      await tables.insertInto('pre_check').values({ campaign, person: own.id, at }).execute();
      const task = await taskOfPerson(tables, campaign, own.id);
      return { person: own.id, member: memberOf(own), tenant: own.unit, unit: writerOf(own).unit, task };
    });
  }

  private get person(): string {
    const person = this.store.scope?.person ?? null;
    if (person === null) throw new TypeError('only a member has essays of their own');
    return person;
  }

  /** An essay of the member's, its campaign, and its place among their attempts there. */
  private async ownEssay(tables: Tables, submission: string) {
    const row = await tables
      .selectFrom('essay_person')
      .innerJoin('result', 'result.submission', 'essay_person.submission')
      .innerJoin('campaign', 'campaign.id', 'result.campaign')
      .selectAll('campaign')
      .where('essay_person.submission', '=', submission)
      .where('essay_person.person', '=', this.person)
      .executeTakeFirst();
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
    const attempts = (await readAttempts(tables, row.id, [this.person])).get(this.person) ?? [];
    const at = attempts.findIndex((attempt) => attempt.submission === submission);
    if (at < 0) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
    const campaign: CampaignRecord = await toCampaign(tables, row);
    return { campaign, attempts, at };
  }

  private async discarding(original: StoredOriginal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.store.discard(original);
      throw error;
    }
  }
}

const writerOf = ({ cell, unitName, post, place }: OwnRow) => ({ unit: cell || unitName, post, place });

async function isSameFile(tables: Tables, { id, campaign }: OwnRow, { sha256 }: StoredOriginal): Promise<boolean> {
  const row = await tables
    .selectFrom('handed_in')
    .innerJoin('upload', 'upload.batch', 'handed_in.batch')
    .select('upload.sha256')
    .where('handed_in.person', '=', id)
    .where('handed_in.campaign', '=', campaign.id)
    .orderBy('handed_in.at', 'desc')
    .executeTakeFirst();
  return row?.sha256 === sha256;
}
