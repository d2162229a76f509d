import type { Origin, ShownDocument } from '../../../model/batch.js';
import type { CampaignDefinition } from '../../../model/campaign-record.js';
import { NOTHING_READ } from '../../../model/extraction.js';
import type { Span } from '../../../model/span.js';
import { definitionOf } from './campaign-rows.js';
import { isOwn, isOwnOrAbove, type Reach } from './reach.js';
import { readDetail } from './result-json.js';
import type { Tables } from './store.js';
import { readList, readObject } from './stored-json.js';

/** What the id of a sample begins with; the name of its file follows. */
export const SAMPLE = 'sample:';

/** Where a text is asked for. */
interface Place {
  readonly campaign: string;
  readonly id: string;
  readonly reach: Reach;
}

/** The text behind an id that a result of a campaign names; null when it is not kept, out of reach, or could not be read. */
export async function readShown(tables: Tables, { campaign, id, reach }: Place): Promise<ShownDocument | null> {
  const record = await tables
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', campaign)
    .where(isOwnOrAbove(reach, 'unit'))
    .executeTakeFirst();
  if (record === undefined) return null;
  const source = id.startsWith(SAMPLE)
    ? await sampleText(tables, await definitionOf(tables, record), id.slice(SAMPLE.length))
    : await essayText(tables, record.name, { id, reach });
  return source && { ...source, quotedSpans: await quotedSpans(tables, campaign, id) };
}

type Source = Omit<ShownDocument, 'quotedSpans'>;

async function sampleText(tables: Tables, { samples }: CampaignDefinition, file: string): Promise<Source | null> {
  const sample = samples.find((one) => one.file === file);
  if (sample === undefined) return null;
  const row = await tables.selectFrom('document').select('text').where('sha256', '=', sample.sha256).executeTakeFirst();
  const { hidden, asides, recognised } = NOTHING_READ;
  return row === undefined ? null : { file, origin: null, text: row.text, hidden, asides, recognised };
}

async function essayText(tables: Tables, campaignName: string, { id, reach }: Pick<Place, 'id' | 'reach'>): Promise<Source | null> {
  const row = await tables
    .selectFrom('submission')
    .innerJoin('text', 'text.submission', 'submission.sequence')
    .select(['submission.campaign', 'submission.member', 'submission.unit', 'submission.file', 'text.text', 'text.hidden', 'text.places'])
    .where('submission.id', '=', id)
    .where(isOwn(reach, 'submission.tenant'))
    .where('text.syllables', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const place = { table: 'text', row: id };
  const { asides, recognised } = readObject<Pick<ShownDocument, 'asides' | 'recognised'>>(row.places, place);
  const places = { hidden: readList<ShownDocument['hidden'][number]>(row.hidden, place), asides, recognised };
  return { file: row.file, origin: row.campaign === campaignName ? null : originOf(row), text: row.text, ...places };
}

/** An essay of which nobody said who wrote it has its member for a unit. */
function originOf({ campaign, unit, member }: Origin & { readonly member: string }): Origin {
  return { campaign, unit: unit === member ? '' : unit };
}

async function quotedSpans(tables: Tables, campaign: string, id: string): Promise<readonly Span[]> {
  const result = await tables
    .selectFrom('result')
    .select('detail')
    .where('submission', '=', id)
    .where('campaign', '=', campaign)
    .executeTakeFirst();
  if (result !== undefined) return readDetail(result.detail, id).quotedSpans;
  const row = await tables
    .selectFrom('quoted_span')
    .select('spans')
    .where('campaign', '=', campaign)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? [] : readList<Span>(row.spans, { table: 'quoted_span', row: id });
}
