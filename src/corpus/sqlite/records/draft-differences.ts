import type { CampaignDefinition, DraftDifference, DraftFigures } from '../../../model/campaign-record.js';
import type { CorpusTables } from '../schema.js';
import { campaignRow, definitionOf } from './campaign-rows.js';
import { toDraft } from './draft-rows.js';
import { isOwn, type Reach } from './reach.js';
import { readBrief } from './result-json.js';
import type { Tables } from './store.js';

/** What a draft that is ready would change of the essays in reach: those whose proposal changes first, otherwise in order of receipt. */
export async function readDifferences(tables: Tables, draft: CorpusTables['draft'], reach: Reach): Promise<DraftDifference[]> {
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
  const all = rows.map(({ id, file, ...briefs }) => {
    return { id, file, before: figuresOf(briefs.before, id, before), after: figuresOf(briefs.after, id, after) };
  });
  const changed = all.filter((one) => !areSame(one.before, one.after));
  return [...changed.filter(changesProposal), ...changed.filter((one) => !changesProposal(one))];
}

function figuresOf(brief: string, id: string, { themes: defined }: CampaignDefinition): DraftFigures {
  const { proposal, copied, quoted, themes } = readBrief(brief, id);
  const met = new Set(themes.filter((theme) => theme.met).map((theme) => theme.id));
  const required = defined.filter((theme) => theme.required);
  return { proposal, best: copied.best, quoted, met: required.filter((theme) => met.has(theme.id)).length, required: required.length };
}

function areSame(before: DraftFigures, after: DraftFigures): boolean {
  return (Object.keys(before) as (keyof DraftFigures)[]).every((figure) => before[figure] === after[figure]);
}

const changesProposal = ({ before, after }: DraftDifference): boolean => before.proposal !== after.proposal;
