import type { ShownCorrections } from '../../../model/correction.js';
import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { Review } from '../../records/review.js';
import type { ScopedResults } from './foreign-results.js';
import { RECORD_MESSAGES } from './messages.js';
import { SqliteReview } from './sqlite-review.js';
import type { Store } from './store.js';

/** What reviewers of the units of a scope do: essays of other units go by the names that the results give them. */
export class ScopedReview extends SqliteReview {
  constructor(
    scoped: Store,
    private readonly results: ScopedResults,
  ) {
    super(scoped);
  }

  override async corrections(campaign: string, essay: string): Promise<ShownCorrections> {
    return this.results.told(essay, await super.corrections(campaign, essay));
  }

  override async exclude(campaign: string, given: Parameters<Review['exclude']>[1], reason: string, actor: Actor): Promise<void> {
    const exclusions = [];
    for (const exclusion of given) {
      const other = await this.results.resolve(campaign, exclusion.essay, exclusion.other);
      if (other === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownPassage);
      exclusions.push({ ...exclusion, other });
    }
    await super.exclude(campaign, exclusions, reason, actor);
  }
}
