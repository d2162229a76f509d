import type { DocumentView, EssayView, GroupView, OverviewView } from '../api/view.js';
import type { Records } from '../corpus/records/records.js';
import { AppError } from '../model/errors.js';
import { type CaseSource, MOST_MEMBERS } from '../report/case/to-case.js';
import { viewEssay, viewOverview } from './campaign-results.js';
import { HTTP_MESSAGES } from './messages.js';
import { showDocument } from './show-document.js';

/** Who takes a case along, for which unit, and when. */
export interface CaseHead {
  readonly unit: string;
  readonly exportedBy: string;
  readonly at: Date;
}

/** Everything that the case of an essay and another text shows. Rejects with AppError `unknown-id` for an essay or a text that is not there. */
export async function readPairSource(
  records: Records,
  { campaign, essay, other }: { readonly campaign: string; readonly essay: string; readonly other: string },
  head: CaseHead,
): Promise<CaseSource> {
  const overview = await viewOverview(records, campaign, head.at);
  if (overview.rows.every(({ id }) => id !== essay)) throw new AppError('unknown-id', HTTP_MESSAGES.noEssay);
  const source = await readSource(records, { campaign, overview, ids: [essay, other] }, head);
  if (!source.documents.has(other) && !source.essays.has(other)) throw new AppError('unknown-id', HTTP_MESSAGES.noDocument);
  return source;
}

/** The same of a group, with the group. Rejects with AppError `unknown-id` when it is not there. */
export async function readGroupSource(
  records: Records,
  { campaign, group: id }: { readonly campaign: string; readonly group: string },
  head: CaseHead,
): Promise<{ readonly source: CaseSource; readonly group: GroupView }> {
  const overview = await viewOverview(records, campaign, head.at);
  const group = overview.groups.find((one) => one.id === id);
  if (group === undefined) throw new AppError('unknown-id', HTTP_MESSAGES.noGroup);
  return { source: await readSource(records, { campaign, overview, ids: group.members.slice(0, MOST_MEMBERS) }, head), group };
}

interface Wanted {
  readonly campaign: string;
  readonly overview: OverviewView;
  readonly ids: readonly string[];
}

async function readSource(records: Records, { campaign, overview, ids }: Wanted, head: CaseHead): Promise<CaseSource> {
  const { campaigns, results } = records;
  const own = new Set(overview.rows.map((row) => row.id));
  const essays = new Map<string, EssayView>();
  const documents = new Map<string, DocumentView>();
  for (const id of ids) {
    const document = await results.document(campaign, id);
    if (document !== null) documents.set(id, await showDocument(records, campaign, id, document));
    if (own.has(id)) essays.set(id, await viewEssay(records, campaign, id));
  }
  const prompt = (await campaigns.get(campaign))?.definition.prompt ?? '';
  const { unit, exportedBy, at } = head;
  return { overview, essays, documents, prompt, unit, exportedBy, exportedAt: at.toISOString() };
}
