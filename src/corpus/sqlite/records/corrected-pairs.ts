import { type Match, sharePlainly } from '../../../model/assessment.js';
import type { Group } from '../../../model/detection.js';
import type { SimilarPair } from '../../../model/result-record.js';
import { DETECTION_SETTINGS, LEADER_SLACK } from '../../../model/settings.js';
import { inChunks } from '../in-chunks.js';
import { type AssessmentColumns, readDetail } from './result-json.js';
import type { Tables } from './store.js';
import { readObject } from './stored-json.js';

/** What is left of a match, seen from the essay in which people excluded some of its passages. */
type Link = Pick<Match, 'similarityOfThis' | 'plainOfThis'>;

/** By the ids of that essay and the other one. */
export type CorrectedLinks = ReadonlyMap<string, Link>;

const { edge } = DETECTION_SETTINGS.group;
const key = (essay: string, other: string): string => `${essay} ${other}`;

/** The matches of a campaign's essays of which passages are excluded now. */
export async function readCorrectedLinks(tables: Tables, campaign: string): Promise<CorrectedLinks> {
  const rows = await tables
    .selectFrom('exclusion')
    .innerJoin('result', 'result.submission', 'exclusion.submission')
    .select('exclusion.submission')
    .distinct()
    .where('exclusion.undone_at', 'is', null)
    .where('result.campaign', '=', campaign)
    .execute();
  const links = new Map<string, Link>();
  for (const chunk of inChunks(rows.map(({ submission }) => submission))) {
    const results = tables.selectFrom('result').select(['submission', 'detail', 'found']).where('submission', 'in', chunk);
    for (const { submission, detail, found } of await results.execute()) {
      if (found === null) continue;
      const before = readObject<Pick<AssessmentColumns, 'detail'>>(found, { table: 'result', row: submission });
      const passages = new Map(readDetail(before.detail, submission).matches.map((match) => [match.id, match.passages.length]));
      for (const match of readDetail(detail, submission).matches)
        if (match.passages.length !== passages.get(match.id)) links.set(key(submission, match.id), match);
    }
  }
  return links;
}

/** Pairs as people corrected them: each share by its own essay, the similarity by the smaller of both. */
export function correctPairs(pairs: readonly SimilarPair[], links: CorrectedLinks): readonly SimilarPair[] {
  if (links.size === 0) return pairs;
  return pairs.map((pair) => {
    const [one, other] = [links.get(key(pair.first, pair.second)), links.get(key(pair.second, pair.first))];
    if (one === undefined && other === undefined) return pair;
    return {
      ...pair,
      similarity: correctSimilarity(pair, links),
      shareOfFirst: one === undefined ? pair.shareOfFirst : one.similarityOfThis,
      shareOfSecond: other === undefined ? pair.shareOfSecond : other.similarityOfThis,
    };
  });
}

function correctSimilarity(
  { first, second, similarity }: Omit<SimilarPair, 'shareOfFirst' | 'shareOfSecond'>,
  links: CorrectedLinks,
): number {
  const left = [links.get(key(first, second)), links.get(key(second, first))].flatMap((link) => (link ? (sharePlainly(link) ?? []) : []));
  return Math.min(similarity, ...left);
}

/**
 * Groups with their figures as people corrected them. Nobody leaves one: who is near to no other member any more, after
 * passages were excluded, is named. `pairs` as the machine found them.
 */
export function correctGroups(groups: readonly Group[], pairs: readonly SimilarPair[], links: CorrectedLinks): readonly Group[] {
  if (links.size === 0) return groups;
  const corrected = correctPairs(pairs, links);
  return groups.map((group) => {
    const members = new Set(group.members);
    const touched = new Set(
      [...links.keys()].map((ids) => ids.split(' ')).flatMap((ids) => (ids.every((id) => members.has(id)) ? ids : [])),
    );
    if (touched.size === 0) return group;
    const near = nearOf(group, links);
    const linked = linkedMembers({ ...group, ...near }, corrected);
    const unlinked = group.members.filter((member) => touched.has(member) && !linked.has(member));
    return { ...group, ...near, ...(unlinked.length > 0 && { unlinked }) };
  });
}

/** How near the members are to their leader, and their mean; nothing where nobody knows who leads. */
function nearOf({ near }: Group, links: CorrectedLinks): Pick<Group, 'near' | 'cohesion'> | null {
  if (near === undefined) return null;
  const { leader } = near;
  const to = Object.entries(near.to).map(([member, similarity]) => {
    return [member, correctSimilarity({ first: leader, second: member, similarity }, links)] as const;
  });
  return { near: { leader, to: Object.fromEntries(to) }, cohesion: to.reduce((sum, [, similarity]) => sum + similarity, 0) / to.length };
}

/** Those near to another member, or to the leader as far as members may be. */
function linkedMembers({ members, near }: Group, pairs: readonly SimilarPair[]): ReadonlySet<string> {
  const among = new Set(members);
  const linked = pairs.filter(({ first, second, similarity }) => similarity >= edge && among.has(first) && among.has(second));
  const led = Object.entries(near?.to ?? {}).filter(([, similarity]) => similarity >= edge * LEADER_SLACK);
  return new Set([...linked.flatMap(({ first, second }) => [first, second]), ...led.flatMap(([member]) => [member, near!.leader])]);
}
