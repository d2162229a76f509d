import { sql } from 'kysely';
import type { Assessment, Match } from '../../../model/assessment.js';
import type { ShownDocument } from '../../../model/batch.js';
import type { ShownCorrections } from '../../../model/correction.js';
import type { Group } from '../../../model/detection.js';
import type { ResultRecord, SimilarPair } from '../../../model/result-record.js';
import type { Span } from '../../../model/span.js';
import { inChunks } from '../in-chunks.js';
import { readFoundMatches } from './correction-rows.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { groupsWithForeign, pairsWithForeign } from './foreign-groups.js';
import { type Foreign, type ForeignIds, foreignIds, nameForeign, type Owner, ownersElsewhere, seenFrom } from './foreign-ids.js';
import { cleanReason, type Replaced } from './foreign-reasons.js';
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
    const { assessment } = result;
    const { matches, advisories } = assessment;
    const owners = await this.owners([...matches.map(({ id }) => id), ...advisories.flatMap(({ submissions = [] }) => submissions)]);
    if (owners.size === 0) return result;
    const found = await this.scoped.read((tables) => readFoundMatches(tables, submission));
    return { ...result, assessment: cleanAssessment(assessment, excerptsOf(found), { owners, name: await this.names() }) };
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
      beside: met.own,
    };
  }

  /** The essay of another unit that an id stands for, beside the own essay that it was made for; null when it stands for none. */
  async meeting(campaign: string, id: string): Promise<Meeting | null> {
    const own = seenFrom(id);
    const result = own === null ? null : await super.one(campaign, own);
    if (own === null || result === null || (await this.owners([own])).size > 0) return null;
    const name = await this.names();
    const found = await this.scoped.read((tables) => readFoundMatches(tables, own));
    const match = found.find((one) => name(own, one.id) === id);
    const owner = match && (await this.owners([match.id])).get(match.id);
    return match === undefined || owner === undefined ? null : { own, match, owner };
  }

  /** What people corrected in an own essay, with essays of other units as that essay's matches name them. */
  async told(essay: string, corrections: ShownCorrections): Promise<ShownCorrections> {
    const { exclusions, excluded } = corrections;
    const owners = await this.owners([...exclusions.map(({ other }) => other), ...excluded.map(({ match }) => match)]);
    if (owners.size === 0) return corrections;
    const name = await this.names();
    const excerpts = excerptsOf(await this.scoped.read((tables) => readFoundMatches(tables, essay)));
    const rename = (id: string): string => (owners.has(id) ? name(essay, id) : id);
    const toldOf = (exclusion: (typeof exclusions)[number]) => ({ ...exclusion, other: rename(exclusion.other) });
    return {
      ...corrections,
      exclusions: exclusions.map(toldOf),
      excluded: excluded.map(({ exclusion, match, passage }) => {
        const second = owners.has(match) ? placeIn(excerpts, match, passage.second) : passage.second;
        return { exclusion: toldOf(exclusion), match: rename(match), passage: { ...passage, second } };
      }),
    };
  }

  /** Id of the text that an own essay's findings call `other`; undefined for an essay of another unit by any other name. */
  async resolve(campaign: string, essay: string, other: string): Promise<string | undefined> {
    if (seenFrom(other) === null) return (await this.owners([other])).size === 0 ? other : undefined;
    const met = seenFrom(other) === essay ? await this.meeting(campaign, other) : null;
    return met?.match.id;
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
  /** As the machine found it: with the passages that people excluded. */
  readonly match: Match;
  readonly owner: Owner;
}

/** What is shown of each other text, by its id. */
type Excerpts = ReadonlyMap<string, Excerpt>;

/** Passages that people excluded are shown as well: they are green, and can be taken back. */
const excerptsOf = (found: readonly Match[]): Excerpts =>
  new Map(found.map(({ id, passages }) => [id, excerptOf(passages.map(({ second }) => second))]));

function placeIn(excerpts: Excerpts, id: string, span: Span): Span {
  const excerpt = excerpts.get(id);
  if (excerpt === undefined) throw new RangeError(`nothing is shown of ${id}`);
  return excerpt.place(span);
}

function cleanAssessment(assessment: Assessment, excerpts: Excerpts, foreign: Foreign): Assessment {
  const { id } = assessment.submission;
  const replaced = replacedOf(id, assessment.matches, foreign);
  return {
    ...assessment,
    matches: assessment.matches.map((match) => {
      const known = replaced.get(match.id);
      return known === undefined ? match : cleanMatch(match, excerpts, known);
    }),
    reasons: assessment.reasons.map((reason) => cleanReason(reason, replaced)),
    advisories: assessment.advisories.map(({ submissions, ...advisory }) =>
      submissions === undefined
        ? advisory
        : { ...advisory, submissions: submissions.map((other) => (foreign.owners.has(other) ? foreign.name(id, other) : other)) },
    ),
  };
}

/** How much of the other essay is shared would tell of the rest of it, and so would what that is made of. */
function cleanMatch({ passages, cover: _, ...match }: Match, excerpts: Excerpts, { id, owner }: Replaced): Match {
  const placed = passages.map((passage) => ({ ...passage, second: placeIn(excerpts, match.id, passage.second) }));
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
