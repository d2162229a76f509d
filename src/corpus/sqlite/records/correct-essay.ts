import { themesHeldTo } from '../../../model/assessment.js';
import { exclusionOf } from '../../../model/correction.js';
import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { Correct, NewExclusion, Review } from '../../records/review.js';
import { campaignRow, definitionOf } from './campaign-rows.js';
import { conclusionsOn } from './conclusion-rows.js';
import { putCorrected, readCorrections } from './correction-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { readBrief, readDetail } from './result-json.js';
import { type ReviewedEssay, reviewedEssays } from './reviewed-essay.js';
import type { Change, Tables } from './store.js';

/** Who corrects what was found of essays of one campaign, and how figures follow from it. */
export interface Correcting {
  readonly campaign: string;
  readonly actor: Actor;
  readonly correct: Correct;
}

type Given = Parameters<Review['exclude']>[1][number];

/** Adds exclusions; AppErrors as `Review.exclude`. */
export async function addExclusions(change: Change, by: Correcting, exclusions: readonly Given[], reason: string): Promise<void> {
  const { tables, at } = change;
  const ids = exclusions.map(({ essay }) => essay);
  const essays = await reviewedEssays(tables, change.reach, by.campaign, ids);
  for (const [place, given] of exclusions.entries()) {
    const essay = essays[place]!;
    await requireRevision(tables, essay.submission, given.revision);
    const passages = await requirePassages(tables, essay.submission, given);
    const { start, end } = given.span;
    const row = {
      submission: essay.submission,
      other: given.other,
      start,
      end,
      reason,
      by: by.actor,
      at,
      undone_by: null,
      undone_at: null,
    };
    await tables.insertInto('exclusion').values(row).execute();
    await putCorrected(tables, by.correct, by.campaign, [essay.submission]);
    await note(change, by, essay, { kind: 'passage-excluded', details: { reason, syllables: passages } });
  }
}

/** Takes an exclusion back; AppErrors as `Review.undo`. */
export async function undoExclusion(change: Change, by: Correcting, essayId: string, given: Parameters<Review['undo']>[2]): Promise<void> {
  const { tables, at } = change;
  const [essay] = (await reviewedEssays(tables, change.reach, by.campaign, [essayId])) as [ReviewedEssay];
  const { exclusions } = await requireRevision(tables, essayId, given.revision);
  const undone = exclusions.find(({ id }) => id === given.id);
  if (undone === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownExclusion);
  await tables.updateTable('exclusion').set({ undone_by: by.actor, undone_at: at }).where('id', '=', given.id).execute();
  await putCorrected(tables, by.correct, by.campaign, [essayId]);
  await note(change, by, essay, { kind: 'exclusion-undone', details: { reason: undone.reason } });
}

/** Adds a person's word on a theme; AppErrors as `Review.override`. */
export async function addOverride(change: Change, by: Correcting, essayId: string, word: Parameters<Review['override']>[2]): Promise<void> {
  const { tables, at } = change;
  const [essay] = (await reviewedEssays(tables, change.reach, by.campaign, [essayId])) as [ReviewedEssay];
  const definition = await definitionOf(tables, await campaignRow(tables, by.campaign, change.reach));
  const row = await tables.selectFrom('result').select('brief').where('submission', '=', essayId).executeTakeFirstOrThrow();
  const theme = themesHeldTo(readBrief(row.brief, essayId), definition).find(({ id }) => id === word.theme);
  if (theme === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownTheme);
  const { overrides } = await readCorrections(tables, essayId);
  const last = overrides.find((one) => one.theme === word.theme);
  if ((last?.revision ?? 0) !== word.revision)
    throw new AppError('correction-outdated', RECORD_MESSAGES.correctionOutdated(last?.by ?? ''), { details: { override: last ?? null } });
  const met = word.met === null ? null : word.met ? 1 : 0;
  await tables
    .insertInto('theme_override')
    .values({ submission: essayId, theme: word.theme, revision: word.revision + 1, met, note: word.note, by: by.actor, at })
    .execute();
  await putCorrected(tables, by.correct, by.campaign, [essayId]);
  await note(change, by, essay, { kind: 'theme-overridden', details: { theme: theme.name, met: word.met, reason: word.note } });
}

interface Line {
  readonly kind: 'passage-excluded' | 'exclusion-undone' | 'theme-overridden';
  readonly details: Readonly<Record<string, unknown>>;
}

async function note(
  { tables, log }: Change,
  { campaign, actor }: Correcting,
  essay: ReviewedEssay,
  { kind, details }: Line,
): Promise<void> {
  const { submission, batch, tenant, file } = essay;
  // A conclusion stands, but whoever reads the log later should see that the figures changed after it.
  const isConcluded = (await conclusionsOn(tables, [submission])).has(submission);
  await log({
    actor,
    kind,
    unit: tenant,
    campaign,
    batch,
    submission,
    details: { file, ...details, ...(isConcluded && { afterConclusion: true }) },
  });
}

async function requireRevision(tables: Tables, submission: string, revision: number) {
  const corrections = await readCorrections(tables, submission);
  if (corrections.revision === revision) return corrections;
  const last = await lastStep(tables, submission);
  throw new AppError('correction-outdated', RECORD_MESSAGES.correctionOutdated(last?.by ?? ''), { details: { last } });
}

/** The step that came in between: who took it, when and why. */
async function lastStep(tables: Tables, submission: string) {
  const rows = await tables.selectFrom('exclusion').selectAll().where('submission', '=', submission).execute();
  const words = await tables.selectFrom('theme_override').selectAll().where('submission', '=', submission).execute();
  const steps = [
    ...rows.map(({ by, at, reason }) => ({ step: 'excluded', by, at, reason })),
    ...rows.flatMap(({ undone_by, undone_at, reason }) =>
      undone_by === null || undone_at === null ? [] : [{ step: 'undone', by: undone_by, at: undone_at, reason }],
    ),
    ...words.map(({ by, at, note: reason }) => ({ step: 'overridden', by, at, reason })),
  ];
  return steps.reduce<(typeof steps)[number] | null>((last, step) => (last !== null && last.at > step.at ? last : step), null);
}

/** Syllables of the passages that an exclusion is about. AppError `unknown-id` when it is about none. */
async function requirePassages(tables: Tables, submission: string, { other, span }: NewExclusion): Promise<number> {
  const row = await tables.selectFrom('result').select(['detail', 'found']).where('submission', '=', submission).executeTakeFirstOrThrow();
  const stand = { id: 0, other, span, reason: '', by: '', at: '' };
  const passages = readDetail(row.detail, submission).matches.flatMap((match) =>
    match.passages.filter((passage) => exclusionOf([stand], match, passage) !== undefined),
  );
  if (passages.length === 0) throw new AppError('unknown-id', RECORD_MESSAGES.unknownPassage);
  return Math.max(...passages.map(({ syllables }) => syllables));
}
