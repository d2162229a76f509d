import { sql } from 'kysely';
import type { Assessment, Match } from '../../../model/assessment.js';
import type { ShownDocument } from '../../../model/batch.js';
import type { Group } from '../../../model/detection.js';
import type { ResultRecord, SimilarPair } from '../../../model/result-record.js';
import { inChunks } from '../in-chunks.js';
import { excerptOf } from './excerpt.js';
import { groupsWithForeign, pairsWithForeign } from './foreign-groups.js';
import { type Foreign, type ForeignIds, foreignIds, nameForeign, type Owner, ownersElsewhere, seenFrom } from './foreign-ids.js';
import { cleanReason, type Replaced } from './foreign-reasons.js';
import { groupBySubmission, readGroupOf } from './group-rows.js';
import { SqliteResults } from './sqlite-results.js';
import type { Store, Tables } from './store.js';

/**
 * The results as the units of a scope see them. Of an essay of any other unit they learn the passages that they share with
 * it and the unit, by an id that only means something beside their own essay; nothing else of it, its figures included.
 */
export class ScopedResults extends SqliteResults {
  private readonly everything: SqliteResults;
  private ids: Promise<ForeignIds> | null = null;

  constructor(
    private readonly scoped: Store,
    whole: Store,
  ) {
    super(scoped);
    this.everything = new SqliteResults(whole);
  }

  override async ofCampaign(campaign: string): Promise<readonly ResultRecord[]> {
    const results = await super.ofCampaign(campaign);
    const groups = groupBySubmission(await this.everything.groups(campaign));
    for (const { assessment } of results) Object.assign(assessment, { group: groups.get(assessment.submission.id) ?? null });
    const named = results.flatMap(({ assessment }) => assessment.reasons.flatMap(({ match }) => match ?? []));
    const owners = await this.owners(named);
    if (owners.size === 0) return results;
    const told = results.filter(({ assessment }) => assessment.reasons.some(({ match }) => match !== undefined && owners.has(match)));
    const files = await this.scoped.read((tables) =>
      matchedFiles(
        tables,
        told.map(({ assessment }) => assessment.submission.id),
      ),
    );
    const name = await this.names();
    for (const result of told) {
      const { submission, reasons } = result.assessment;
      const foreign = replacedOf(submission.id, files.get(submission.id) ?? [], { owners, name });
      Object.assign(result.assessment, { reasons: reasons.map((reason) => cleanReason(reason, foreign)) });
    }
    return results;
  }

  override async one(campaign: string, submission: string): Promise<ResultRecord | null> {
    const result = await super.one(campaign, submission);
    if (result === null) return null;
    const { matches, advisories } = result.assessment;
    const owners = await this.owners([...matches.map(({ id }) => id), ...advisories.flatMap(({ submissions = [] }) => submissions)]);
    // Its group may have no other own member.
    const group = await this.scoped.read((tables) => readGroupOf(tables, submission, null));
    const assessment = { ...result.assessment, group };
    if (owners.size === 0) return { ...result, assessment };
    return { ...result, assessment: cleanAssessment(assessment, { owners, name: await this.names() }) };
  }

  override async document(campaign: string, id: string): Promise<ShownDocument | null> {
    if (seenFrom(id) === null) return (await this.owners([id])).size === 0 ? super.document(campaign, id) : null;
    const met = await this.meeting(campaign, id);
    if (met === null) return null;
    const document = await this.everything.document(campaign, met.match.id);
    if (document === null) return null;
    const excerpt = excerptOf(met.match.passages.map(({ second }) => second));
    return {
      ...excerpt.cut(document),
      file: nameForeign(met.owner),
      origin: { campaign: null, unit: met.owner.unitName },
      isForeign: true,
    };
  }

  /** The essay of another unit that an id stands for, beside the own essay that it was made for; null when it stands for none. */
  async meeting(campaign: string, id: string): Promise<Meeting | null> {
    const own = seenFrom(id);
    const result = own === null ? null : await super.one(campaign, own);
    if (own === null || result === null || (await this.owners([own])).size > 0) return null;
    const name = await this.names();
    const match = result.assessment.matches.find((one) => name(own, one.id) === id);
    const owner = match && (await this.owners([match.id])).get(match.id);
    return match === undefined || owner === undefined ? null : { own, match, owner };
  }

  override async groups(campaign: string): Promise<readonly Group[]> {
    const groups = await this.everything.groups(campaign);
    const owners = await this.owners(groups.flatMap(({ members }) => members));
    if (owners.size === 0) return groups;
    return groupsWithForeign(groups, await this.everything.pairs(campaign), { owners, name: await this.names() });
  }

  override async pairs(campaign: string): Promise<readonly SimilarPair[]> {
    const pairs = await this.everything.pairs(campaign);
    const owners = await this.owners(pairs.flatMap(({ first, second }) => [first, second]));
    if (owners.size === 0) return pairs;
    return pairsWithForeign(await this.everything.groups(campaign), pairs, { owners, name: await this.names() });
  }

  private owners(ids: readonly string[]): Promise<Map<string, Owner>> {
    return this.scoped.read((tables) => ownersElsewhere(tables, ids, this.scoped.scope?.units ?? []));
  }

  private names(): Promise<ForeignIds> {
    this.ids ??= foreignIds(this.scoped);
    return this.ids;
  }
}

/** An essay of another unit beside the own one that shares text with it. */
export interface Meeting {
  /** Id of the own essay. */
  readonly own: string;
  readonly match: Match;
  readonly owner: Owner;
}

function cleanAssessment(assessment: Assessment, foreign: Foreign): Assessment {
  const { id } = assessment.submission;
  const replaced = replacedOf(id, assessment.matches, foreign);
  return {
    ...assessment,
    matches: assessment.matches.map((match) => {
      const known = replaced.get(match.id);
      return known === undefined ? match : cleanMatch(match, known);
    }),
    reasons: assessment.reasons.map((reason) => cleanReason(reason, replaced)),
    advisories: assessment.advisories.map(({ submissions, ...advisory }) =>
      submissions === undefined
        ? advisory
        : { ...advisory, submissions: submissions.map((other) => (foreign.owners.has(other) ? foreign.name(id, other) : other)) },
    ),
  };
}

/** How much of the other essay is shared would tell of the rest of it. */
function cleanMatch({ passages, ...match }: Match, { id, owner }: Replaced): Match {
  const { place } = excerptOf(passages.map(({ second }) => second));
  const placed = passages.map((passage) => ({ ...passage, second: place(passage.second) }));
  return { ...match, id, file: nameForeign(owner), similarityOfThat: null, passages: placed };
}

function replacedOf(own: string, matches: readonly Pick<Match, 'id' | 'file'>[], { owners, name }: Foreign): Map<string, Replaced> {
  return new Map(
    matches.flatMap((match) => {
      const owner = owners.get(match.id);
      return owner === undefined ? [] : [[match.id, { match, owner, id: name(own, match.id) }] as const];
    }),
  );
}

/** Ids and files of the matches of some results. */
async function matchedFiles(tables: Tables, submissions: readonly string[]): Promise<Map<string, Pick<Match, 'id' | 'file'>[]>> {
  const found = new Map<string, Pick<Match, 'id' | 'file'>[]>();
  for (const chunk of inChunks(submissions)) {
    const { rows } = await sql<{ submission: string; id: string; file: string }>`
      SELECT result.submission, named.value ->> 'id' AS id, named.value ->> 'file' AS file
      FROM result, json_each(result.detail, '$.matches') AS named
      WHERE result.submission IN (${sql.join(chunk)})`.execute(tables);
    for (const { submission, id, file } of rows) {
      const known = found.get(submission);
      if (known === undefined) found.set(submission, [{ id, file }]);
      else known.push({ id, file });
    }
  }
  return found;
}
