import type { CampaignDefinition, DraftDifference, DraftFigures } from '../../../model/campaign-record.js';
import type { Correct } from '../../records/review.js';
import { SUBMISSION_COLUMNS } from '../essay-rows.js';
import type { CorpusTables } from '../schema.js';
import { campaignRow, definitionOf } from './campaign-rows.js';
import { correctedAmong, readCorrections } from './correction-rows.js';
import { toDraft } from './draft-rows.js';
import { isOwn, type Reach } from './reach.js';
import { assessmentColumns, readBrief, wholeAssessment } from './result-json.js';
import type { Tables } from './store.js';

/** For whom differences are read, and how corrections count in what a draft has worked out; null: as it was found. */
interface Reading {
  readonly reach: Reach;
  readonly correct: Correct | null;
}

/** What a draft that is ready would change of the essays in reach: those whose proposal changes first, otherwise in order of receipt. */
export async function readDifferences(
  tables: Tables,
  draft: CorpusTables['draft'],
  { reach, correct }: Reading,
): Promise<DraftDifference[]> {
  const before = await definitionOf(tables, await campaignRow(tables, draft.campaign, reach));
  const { definition: after } = toDraft(draft);
  const rows = await tables
    .selectFrom('result')
    .innerJoin('draft_result', 'draft_result.submission', 'result.submission')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .select(['submission.id', 'submission.file', 'result.brief as before', 'draft_result.brief as after'])
    .where('result.campaign', '=', draft.campaign)
    .where(isOwn(reach, 'submission.tenant'))
    .orderBy('submission.sequence')
    .execute();
  const corrected =
    correct === null ? new Map<string, string>() : await correctedBriefs(tables, { ids: rows.map(({ id }) => id), after, correct });
  const all = rows.map(({ id, file, ...briefs }) => {
    const brief = corrected.get(id) ?? briefs.after;
    return { id, file, before: figuresOf(briefs.before, id, before), after: figuresOf(brief, id, after) };
  });
  const changed = all.filter((one) => !areSame(one.before, one.after));
  return [...changed.filter(changesProposal), ...changed.filter((one) => !changesProposal(one))];
}

interface Corrected {
  readonly ids: readonly string[];
  readonly after: CampaignDefinition;
  readonly correct: Correct;
}

/** What the draft found of the essays that people corrected something in, with their corrections, by essay. */
async function correctedBriefs(tables: Tables, { ids, after, correct }: Corrected): Promise<Map<string, string>> {
  const briefs = new Map<string, string>();
  for (const id of await correctedAmong(tables, ids)) {
    const row = await tables
      .selectFrom('draft_result')
      .innerJoin('submission', 'submission.id', 'draft_result.submission')
      .select(SUBMISSION_COLUMNS)
      .select(['draft_result.brief', 'draft_result.detail'])
      .where('draft_result.submission', '=', id)
      .executeTakeFirstOrThrow();
    const found = wholeAssessment(row, { submission: row, group: null });
    briefs.set(id, assessmentColumns(correct(found, await readCorrections(tables, id), after)).brief);
  }
  return briefs;
}

function figuresOf(brief: string, id: string, { themes: defined }: CampaignDefinition): DraftFigures {
  const { proposal, copied, quoted, themes, heldTo } = readBrief(brief, id);
  const met = new Set(themes.filter((theme) => theme.met).map((theme) => theme.id));
  const required = (heldTo?.themes ?? defined).filter((theme) => theme.required);
  return { proposal, best: copied.best, quoted, met: required.filter((theme) => met.has(theme.id)).length, required: required.length };
}

function areSame(before: DraftFigures, after: DraftFigures): boolean {
  return (Object.keys(before) as (keyof DraftFigures)[]).every((figure) => before[figure] === after[figure]);
}

const changesProposal = ({ before, after }: DraftDifference): boolean => before.proposal !== after.proposal;
