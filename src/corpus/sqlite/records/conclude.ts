import { AppError } from '../../../model/errors.js';
import type { Conclusion } from '../../../model/result-record.js';
import type { Actor } from '../../records/actor.js';
import type { NewConclusion } from '../../records/results.js';
import type { Review } from '../../records/review.js';
import { inChunks } from '../in-chunks.js';
import { conclusionsOn } from './conclusion-rows.js';
import { readGroups } from './group-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn } from './reach.js';
import type { Change } from './store.js';

/** An essay that can be concluded on. */
interface Concluded {
  readonly submission: string;
  readonly file: string;
  readonly batch: string | null;
  readonly proposal: string;
  /** Id of the unit that it belongs to. */
  readonly tenant: string;
}

/** Who concludes on what. */
interface Where {
  readonly campaign: string;
  readonly actor: Actor;
}

/** Adds a conclusion on one essay. AppError `unknown-id`, `conclusion-outdated`. */
export async function conclude(change: Change, { campaign, actor }: Where, submission: string, given: NewConclusion): Promise<Conclusion> {
  const essay = (await essaysOf(change, campaign, [submission])).get(submission);
  if (essay === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
  const last = (await conclusionsOn(change.tables, [submission])).get(submission);
  if ((last?.revision ?? 0) !== given.revision) {
    throw new AppError('conclusion-outdated', RECORD_MESSAGES.conclusionOutdated, { details: { conclusion: last ?? null } });
  }
  const grounds = given.verdict === 'accepted' ? [] : given.grounds;
  const conclusion = { verdict: given.verdict, grounds, reason: given.reason, by: actor, at: change.at, revision: given.revision + 1 };
  await add(change, campaign, [{ essay, conclusion }]);
  return conclusion;
}

/** Adds `accepted` on all essays or none. AppError `unknown-id`, `not-acceptable`. */
export async function concludeAccepted(change: Change, { campaign, actor }: Where, submissions: readonly string[]): Promise<void> {
  const essays = await essaysOf(change, campaign, submissions);
  const unknown = submissions.find((submission) => !essays.has(submission));
  if (unknown !== undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(unknown));
  const concluded = await conclusionsOn(change.tables, submissions);
  const unfit = [...essays.values()].find(({ submission, proposal }) => proposal !== 'accept' || concluded.has(submission));
  if (unfit !== undefined) throw new AppError('not-acceptable', RECORD_MESSAGES.notAcceptable(unfit.file));
  const conclusion: Conclusion = { verdict: 'accepted', grounds: [], reason: '', by: actor, at: change.at, revision: 1 };
  const inOrder = submissions.map((submission) => ({ essay: essays.get(submission)!, conclusion }));
  await add(change, campaign, inOrder);
}

type Decision = Parameters<Review['decideGroup']>[2];

/** One conclusion on several members of a group, all or none; AppErrors as `Review.decideGroup`. */
export async function concludeGroup(
  change: Change,
  { campaign, actor }: Where,
  group: string,
  { members, verdict, grounds, reason }: Decision,
): Promise<void> {
  const { tables, at, log, reach } = change;
  const ids = members.map(({ essay }) => essay);
  const known = (await readGroups(tables, campaign, reach)).find(({ id }) => id === group);
  const stranger = known === undefined ? group : ids.find((id) => !known.members.includes(id));
  if (stranger !== undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(stranger));
  const essays = await essaysOf(change, campaign, ids);
  const unread = ids.find((id) => !essays.has(id));
  if (unread !== undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(unread));
  const last = await conclusionsOn(tables, ids);
  const changed = members.filter(({ essay, revision }) => (last.get(essay)?.revision ?? 0) !== revision);
  if (changed.length > 0) {
    const conclusions = changed.map(({ essay }) => ({ essay, file: essays.get(essay)!.file, conclusion: last.get(essay) ?? null }));
    throw new AppError('conclusion-outdated', RECORD_MESSAGES.groupOutdated(conclusions.map(({ file }) => file)), {
      details: { conclusions },
    });
  }
  // Of other units; they stay as they are.
  const others = (await readGroups(tables, campaign, null)).find(({ id }) => id === group)!.members.length - known!.members.length;
  const given = { verdict, grounds: verdict === 'accepted' ? [] : grounds, reason, by: actor, at };
  const additions = members.map(({ essay, revision }) => ({ essay: essays.get(essay)!, conclusion: { ...given, revision: revision + 1 } }));
  await log({
    actor,
    kind: 'group-decided',
    unit: essays.get(ids[0]!)!.tenant,
    campaign,
    details: { group, essays: ids.length, verdict, grounds: given.grounds, reason, ...(others > 0 && { others }) },
  });
  await add(change, campaign, additions);
}

async function essaysOf({ tables, reach }: Change, campaign: string, submissions: readonly string[]): Promise<Map<string, Concluded>> {
  const found = new Map<string, Concluded>();
  for (const chunk of inChunks(submissions)) {
    const rows = await tables
      .selectFrom('result')
      .innerJoin('submission', 'submission.id', 'result.submission')
      .select(['result.submission', 'submission.file', 'result.batch', 'result.proposal', 'submission.tenant'])
      .where('result.campaign', '=', campaign)
      .where(isOwn(reach, 'submission.tenant'))
      .where('result.submission', 'in', chunk)
      .execute();
    for (const row of rows) found.set(row.submission, row);
  }
  return found;
}

interface Addition {
  readonly essay: Concluded;
  readonly conclusion: Conclusion;
}

async function add({ tables, log }: Change, campaign: string, additions: readonly Addition[]): Promise<void> {
  const rows = additions.map(({ essay, conclusion }) => {
    return { ...conclusion, submission: essay.submission, grounds: JSON.stringify(conclusion.grounds) };
  });
  for (const chunk of inChunks(rows)) await tables.insertInto('conclusion').values(chunk).execute();
  await log(
    ...additions.map(({ essay: { batch, submission }, conclusion: { verdict, grounds, reason, revision, by } }) => {
      return { actor: by, kind: 'concluded', campaign, batch, submission, details: { verdict, grounds, reason, revision } } as const;
    }),
  );
}
