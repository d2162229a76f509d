import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { Assignment, NewAssignment, Reviewer } from '../../records/review.js';
import { inChunks } from '../in-chunks.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, type Reach } from './reach.js';
import { reviewedEssays } from './reviewed-essay.js';
import { givenTo } from './roster/given.js';
import type { Change, Tables } from './store.js';

/** Roles whose holders conclude. */
const CONCLUDING = ['reviewer', 'committee'] as const;

/** Accounts that essays of these units can be given to, by name; of every unit for null. */
export async function readReviewers(tables: Tables, reach: Reach): Promise<Reviewer[]> {
  let query = tables
    .selectFrom('account')
    .innerJoin('held_role', 'held_role.account', 'account.id')
    .select(['account.id', 'account.name'])
    .distinct()
    .where('account.disabled_at', 'is', null)
    .where('held_role.role', 'in', CONCLUDING)
    .orderBy('account.name');
  query = query.where(isOwn(reach, 'held_role.unit'));
  const open = await openByAccount(tables);
  return (await query.execute()).map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0 }));
}

async function openByAccount(tables: Tables): Promise<Map<string, number>> {
  const rows = await tables
    .selectFrom('assignment')
    .innerJoin('result', 'result.submission', 'assignment.submission')
    .leftJoin('conclusion', 'conclusion.submission', 'assignment.submission')
    .select(['assignment.account', ({ fn }) => fn.countAll<number>().as('open')])
    .where('conclusion.submission', 'is', null)
    .where('assignment.account', 'is not', null)
    .groupBy('assignment.account')
    .execute();
  return new Map(rows.map(({ account, open }) => [account!, open]));
}

/** Who looks at which essay of a campaign. */
export async function readAssignments(tables: Tables, reach: Reach, campaign: string): Promise<Map<string, Assignment>> {
  let query = tables
    .selectFrom('assignment')
    .innerJoin('result', 'result.submission', 'assignment.submission')
    .innerJoin('submission', 'submission.id', 'assignment.submission')
    .innerJoin('account', 'account.id', 'assignment.account')
    .select(['assignment.submission', 'account.id', 'account.name', 'assignment.revision'])
    .where('result.campaign', '=', campaign);
  query = query.where(isOwn(reach, 'submission.tenant'));
  const rows = await query.execute();
  return new Map(rows.map(({ submission, id, name, revision }) => [submission, { account: id, name, revision }]));
}

/** Who assigns essays of one campaign. */
interface Assigning {
  readonly campaign: string;
  readonly actor: Actor;
}

/** Gives essays to people; AppErrors as `Review.assign`. */
export async function assign(change: Change, { campaign, actor }: Assigning, given: readonly NewAssignment[]): Promise<void> {
  const { tables, at, log, reach } = change;
  const essays = await reviewedEssays(
    tables,
    reach,
    campaign,
    given.map(({ essay }) => essay),
  );
  const names = new Map((await readReviewers(tables, reach)).map(({ id, name }) => [id, name]));
  if (given.some(({ account }) => account !== null && !names.has(account)))
    throw new AppError('unknown-id', RECORD_MESSAGES.unknownReviewer);
  await requireUnchanged(tables, given);
  const rows = given.map(({ essay, account, revision }) => ({ submission: essay, account, revision: revision + 1, by: actor, at }));
  for (const chunk of inChunks(rows)) {
    await tables
      .insertInto('assignment')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('submission').doUpdateSet(({ ref }) => ({
          account: ref('excluded.account'),
          revision: ref('excluded.revision'),
          by: ref('excluded.by'),
          at: ref('excluded.at'),
        })),
      )
      .execute();
  }
  await log(
    ...given.map(({ account }, place) => {
      const { submission, batch, tenant, file } = essays[place]!;
      const to = account === null ? null : (names.get(account) ?? null);
      return { actor, kind: 'assigned', unit: tenant, campaign, batch, submission, details: { file, to } } as const;
    }),
  );
}

async function requireUnchanged(tables: Tables, given: readonly NewAssignment[]): Promise<void> {
  const known = new Map<string, { readonly revision: number; readonly by: string; readonly at: string; readonly name: string | null }>();
  for (const chunk of inChunks(given)) {
    const rows = await tables
      .selectFrom('assignment')
      .leftJoin('account', 'account.id', 'assignment.account')
      .select(['assignment.submission', 'assignment.revision', 'assignment.by', 'assignment.at', 'account.name'])
      .where(
        'assignment.submission',
        'in',
        chunk.map(({ essay }) => essay),
      )
      .execute();
    for (const { submission, ...row } of rows) known.set(submission, row);
  }
  const changed = given.find(({ essay, revision }) => (known.get(essay)?.revision ?? 0) !== revision);
  if (changed === undefined) return;
  const { by = '', at = '', name: to = null } = known.get(changed.essay) ?? {};
  throw new AppError('assignment-outdated', RECORD_MESSAGES.assignmentOutdated(by), { details: { essay: changed.essay, by, at, to } });
}

/** The prompt that the writer of an essay was given; null where it is the campaign's, or nobody is known to have written it. */
export async function readAudiencePrompt(tables: Tables, campaign: string, essay: string): Promise<string | null> {
  const writer = await tables.selectFrom('essay_person').select('person').where('submission', '=', essay).executeTakeFirst();
  if (writer === undefined) return null;
  return (await givenTo(tables, campaign, writer.person))?.prompt || null;
}
