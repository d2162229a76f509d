import type { ShownCorrections } from '../../../model/correction.js';
import { reached } from '../../../model/steps.js';
import type { Actor } from '../../records/actor.js';
import type { Assignment, NewAssignment, QueuedEssay, Review, Reviewer } from '../../records/review.js';
import { assign, readAssignments, readAudiencePrompt, readReviewers } from './assignment-rows.js';
import { concludeGroup } from './conclude.js';
import { addExclusions, addOverride, type Correcting, undoExclusion } from './correct-essay.js';
import { readShownCorrections } from './correction-rows.js';
import { readQueue } from './queue-rows.js';
import { reviewedEssays } from './reviewed-essay.js';
import type { Store } from './store.js';

export class SqliteReview implements Review {
  constructor(private readonly store: Store) {}

  corrections(campaign: string, essay: string): Promise<ShownCorrections> {
    return this.store.read(async (tables) => {
      await reviewedEssays(tables, this.store.scope, campaign, [essay]);
      return readShownCorrections(tables, essay);
    });
  }

  exclude(campaign: string, exclusions: Parameters<Review['exclude']>[1], reason: string, actor: Actor): Promise<void> {
    return this.store.write((change) => addExclusions(change, this.by(campaign, actor), exclusions, reason));
  }

  undo(campaign: string, essay: string, exclusion: Parameters<Review['undo']>[2], actor: Actor): Promise<void> {
    return this.store.write((change) => undoExclusion(change, this.by(campaign, actor), essay, exclusion));
  }

  override(campaign: string, essay: string, word: Parameters<Review['override']>[2], actor: Actor): Promise<void> {
    return this.store.write((change) => addOverride(change, this.by(campaign, actor), essay, word));
  }

  async decideGroup(campaign: string, group: string, decision: Parameters<Review['decideGroup']>[2], actor: Actor): Promise<void> {
    await this.store.write((change) => concludeGroup(change, { campaign, actor }, group, decision));
    reached('conclusion.row');
  }

  reviewers(): Promise<readonly Reviewer[]> {
    return this.store.read((tables) => readReviewers(tables, this.store.scope));
  }

  assignments(campaign: string): Promise<ReadonlyMap<string, Assignment>> {
    return this.store.read((tables) => readAssignments(tables, this.store.scope, campaign));
  }

  assign(campaign: string, assignments: readonly NewAssignment[], actor: Actor): Promise<void> {
    return this.store.write((change) => assign(change, { campaign, actor }, assignments));
  }

  queue(units: readonly string[]): Promise<readonly QueuedEssay[]> {
    const { scope } = this.store;
    return scope === null ? Promise.resolve([]) : this.store.read((tables) => readQueue(tables, scope, units));
  }

  promptOf(campaign: string, essay: string): Promise<string | null> {
    return this.store.read((tables) => readAudiencePrompt(tables, campaign, essay));
  }

  private by(campaign: string, actor: Actor): Correcting {
    const { correct } = this.store;
    if (correct === null) throw new Error('these records were opened without a way to correct figures');
    return { campaign, actor, correct };
  }
}
