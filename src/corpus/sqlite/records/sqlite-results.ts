import type { ShownDocument } from '../../../model/batch.js';
import type { Group } from '../../../model/detection.js';
import type { Conclusion, RecordedWork, ResultRecord, SimilarPair } from '../../../model/result-record.js';
import { reached } from '../../../model/steps.js';
import type { Submission } from '../../../model/submission.js';
import type { Actor } from '../../records/actor.js';
import type { NewConclusion, Results } from '../../records/results.js';
import { inChunks } from '../in-chunks.js';
import { submissionsOfBatch } from './batch-rows.js';
import { conclude, concludeAccepted } from './conclude.js';
import { correctGroups, correctPairs, readCorrectedLinks } from './corrected-pairs.js';
import { lastChange } from './event-lines.js';
import { readGroups } from './group-rows.js';
import { readNotes } from './notes.js';
import { readPairs } from './pair-rows.js';
import { isOwn } from './reach.js';
import { readEssays, readNamingRemoved, readResult, readResults } from './read-results.js';
import { prepareWork, recordWork } from './record-work.js';
import { readShown } from './shown-document.js';
import type { Store } from './store.js';

type Belonging = Awaited<ReturnType<Results['known']>>;
type Notes = Awaited<ReturnType<Results['notes']>>;

export class SqliteResults implements Results {
  constructor(private readonly store: Store) {}

  mark(campaign: string): Promise<string> {
    return this.store.read(async (tables) => {
      // Every change has its line in the log, but for essays that a command took out of the corpus.
      const line = await lastChange(tables, campaign);
      const { count } = await tables
        .selectFrom('result')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('campaign', '=', campaign)
        .executeTakeFirstOrThrow();
      return `${line}-${count}`;
    });
  }

  ofCampaign(campaign: string): Promise<readonly ResultRecord[]> {
    return this.store.read((tables) => readResults(tables, campaign, this.store.scope));
  }

  one(campaign: string, submission: string): Promise<ResultRecord | null> {
    return this.store.read((tables) => readResult(tables, { campaign, id: submission, reach: this.store.scope }));
  }

  essays(campaign: string): ReturnType<Results['essays']> {
    return this.store.read((tables) => readEssays(tables, campaign, this.store.scope));
  }

  known(submissions: readonly string[]): Promise<Belonging> {
    return this.store.read(async (tables) => {
      const found = new Map<string, { readonly campaign: string; readonly batch: string | null }>();
      for (const chunk of inChunks(submissions)) {
        const rows = await tables
          .selectFrom('result')
          .innerJoin('submission as essay', 'essay.id', 'result.submission')
          .select(['result.submission', 'result.campaign', 'result.batch'])
          .where('result.submission', 'in', chunk)
          .where(isOwn(this.store.scope, 'essay.tenant'))
          .execute();
        for (const { submission, campaign, batch } of rows) found.set(submission, { campaign, batch });
      }
      return found;
    });
  }

  submissionsOf(batch: string): Promise<readonly Submission[]> {
    return this.store.read((tables) => submissionsOfBatch(tables, batch, this.store.scope));
  }

  namingRemoved(): Promise<readonly string[]> {
    return this.store.read(readNamingRemoved);
  }

  groups(campaign: string): Promise<readonly Group[]> {
    return this.store.read(async (tables) => {
      const { scope } = this.store;
      const links = await readCorrectedLinks(tables, campaign);
      const groups = await readGroups(tables, campaign, scope);
      return links.size === 0 ? groups : correctGroups(groups, await readPairs(tables, campaign, scope), links);
    });
  }

  pairs(campaign: string): Promise<readonly SimilarPair[]> {
    return this.store.read(async (tables) =>
      correctPairs(await readPairs(tables, campaign, this.store.scope), await readCorrectedLinks(tables, campaign)),
    );
  }

  foundPairs(campaign: string): Promise<readonly SimilarPair[]> {
    return this.store.read((tables) => readPairs(tables, campaign, this.store.scope));
  }

  notes(campaign: string): Promise<Notes> {
    return this.store.read((tables) => readNotes(tables, campaign, this.store.scope));
  }

  document(campaign: string, id: string): Promise<ShownDocument | null> {
    return this.store.read((tables) => readShown(tables, { campaign, id, reach: this.store.scope }));
  }

  record(work: RecordedWork): Promise<void> {
    return this.write(work, null);
  }

  recordWithdrawal(work: RecordedWork, batch: string): Promise<void> {
    return this.write(work, batch);
  }

  async conclude(campaign: string, submission: string, conclusion: NewConclusion, actor: Actor): Promise<Conclusion> {
    const concluded = await this.store.write((change) => conclude(change, { campaign, actor }, submission, conclusion));
    reached('conclusion.row');
    return concluded;
  }

  async acceptAll(campaign: string, submissions: readonly string[], actor: Actor): Promise<void> {
    await this.store.write((change) => concludeAccepted(change, { campaign, actor }, [...new Set(submissions)]));
    reached('conclusion.row');
  }

  private async write(work: RecordedWork, withdrawn: string | null): Promise<void> {
    const prepared = prepareWork(work);
    const isRecorded = await this.store.write(async (change) => {
      const done = await recordWork(change, prepared, { withdrawn, correct: this.store.correct });
      reached('work.written');
      return done;
    });
    if (!isRecorded) return;
    reached('work.committed');
    await this.store.clearDoomed();
  }
}
