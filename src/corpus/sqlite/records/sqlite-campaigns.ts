import type {
  CampaignDefinition,
  CampaignDocument,
  CampaignDraft,
  CampaignRecord,
  DocumentRef,
  DraftDifference,
} from '../../../model/campaign-record.js';
import { AppError } from '../../../model/errors.js';
import type { RecordedWork } from '../../../model/result-record.js';
import { reached } from '../../../model/steps.js';
import { canonicalJson } from '../../canonical-json.js';
import type { Actor } from '../../records/actor.js';
import type { CampaignSummary, Campaigns } from '../../records/campaigns.js';
import type { StoredOriginal } from '../../records/originals.js';
import { inChunks } from '../in-chunks.js';
import { readCampaigns } from './campaign-list.js';
import { campaignRow, definitionOf, ownCampaignRow, putVersion, toCampaign } from './campaign-rows.js';
import { readDifferences } from './draft-differences.js';
import { draftRow, removeDraft, toDraft } from './draft-rows.js';
import { fillDraft, makeCount, prepareDraft, putDraft } from './drafts.js';
import { selectJobs } from './job-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { isOwn, isOwnOrAbove } from './reach.js';
import type { Change, Store, Tables } from './store.js';
import { readList } from './stored-json.js';

export class SqliteCampaigns implements Campaigns {
  constructor(private readonly store: Store) {}

  list(): Promise<readonly CampaignSummary[]> {
    return this.store.read((tables) => readCampaigns(tables, this.store.scope));
  }

  get(id: string): Promise<CampaignRecord | null> {
    return this.one('id', id);
  }

  byName(name: string): Promise<CampaignRecord | null> {
    return this.one('name', name);
  }

  async create(definition: CampaignDefinition, actor: Actor): Promise<CampaignRecord> {
    const campaign = await this.store.write((change) => create(change, { definition, unit: this.store.home, actor }));
    reached('campaign.row');
    return campaign;
  }

  async addDocument(original: StoredOriginal, { sha256, file, text, traces }: CampaignDocument): Promise<void> {
    if (sha256 !== original.sha256) throw new RangeError(`document ${sha256} with the file ${original.sha256}`);
    // Handed in again, it may have been read by an earlier version the first time.
    const read = { text, traces: JSON.stringify(traces) };
    await this.store.write(async ({ tables, claim }) => {
      await claim(original);
      await tables
        .insertInto('document')
        .values({ sha256, file, ...read })
        .onConflict((conflict) => conflict.column('sha256').doUpdateSet(read))
        .execute();
    });
    reached('document.row');
  }

  documents(refs: readonly DocumentRef[]): Promise<ReadonlyMap<string, CampaignDocument>> {
    return this.store.read(async (tables) => {
      const found = new Map<string, CampaignDocument>();
      for (const chunk of inChunks(refs.map(({ sha256 }) => sha256))) {
        const rows = await tables.selectFrom('document').selectAll().where('sha256', 'in', chunk).execute();
        for (const { traces, ...row } of rows)
          found.set(row.sha256, { ...row, traces: readList<string>(traces, { table: 'document', row: row.sha256 }) });
      }
      return found;
    });
  }

  async change(id: string, definition: CampaignDefinition, actor: Actor): Promise<CampaignRecord> {
    const campaign = await this.store.write((change) => changeDefinition(change, { id, definition, actor }));
    reached('campaign.row');
    return campaign;
  }

  draft(id: string): Promise<CampaignDraft | null> {
    return this.store.read(async (tables) => {
      const row = await this.ownDraft(tables, id);
      return row && toDraft(row);
    });
  }

  async recordDraft(work: RecordedWork, version: number): Promise<void> {
    const prepared = prepareDraft(work, version);
    await this.store.write(({ tables }) => fillDraft(tables, prepared));
    reached('draft.row');
  }

  differences(id: string): Promise<readonly DraftDifference[] | null> {
    return this.store.read(async (tables) => {
      await ownCampaignRow(tables, id, this.store.scope);
      const draft = await draftRow(tables, id);
      return draft?.is_ready === 1 ? readDifferences(tables, draft, { reach: this.store.scope, correct: this.store.correct }) : null;
    });
  }

  async applyDraft(id: string, actor: Actor): Promise<CampaignRecord> {
    const applied = await this.store.write(async (change) => {
      await ownCampaignRow(change.tables, id, change.reach);
      const draft = await draftRow(change.tables, id);
      if (draft === null) throw new AppError('no-draft', RECORD_MESSAGES.noDraft);
      if (draft.is_ready === 0) throw new AppError('no-draft', RECORD_MESSAGES.draftNotReady);
      const counts = await makeCount(change, draft, { actor, correct: this.store.correct });
      return counts ? toCampaign(change.tables, await campaignRow(change.tables, id, change.reach)) : null;
    });
    if (applied === null) throw new AppError('no-draft', RECORD_MESSAGES.draftStale);
    reached('draft.applied');
    return applied;
  }

  discardDraft(id: string, actor: Actor): Promise<void> {
    return this.store.write(async ({ tables, reach, log }) => {
      await ownCampaignRow(tables, id, reach);
      const draft = await draftRow(tables, id);
      if (draft === null) return;
      await removeDraft(tables, draft);
      await log({ actor, kind: 'draft-discarded', campaign: id, details: { version: draft.version } });
    });
  }

  /** The draft of a campaign of a unit in reach. */
  private async ownDraft(tables: Tables, id: string): ReturnType<typeof draftRow> {
    const own = await tables
      .selectFrom('campaign')
      .select('id')
      .where('id', '=', id)
      .where(isOwn(this.store.scope, 'unit'))
      .executeTakeFirst();
    return own === undefined ? null : draftRow(tables, id);
  }

  private one(column: 'id' | 'name', value: string): Promise<CampaignRecord | null> {
    return this.store.read(async (tables) => {
      const reach = this.store.scope;
      const seen = column === 'id' ? isOwnOrAbove(reach, 'unit') : isOwn(reach, 'unit');
      const row = await tables.selectFrom('campaign').selectAll().where(column, '=', value).where(seen).executeTakeFirst();
      return row === undefined ? null : toCampaign(tables, row);
    });
  }
}

interface Created {
  readonly definition: CampaignDefinition;
  readonly unit: string;
  readonly actor: Actor;
}

async function create({ tables, at, log }: Change, { definition, unit, actor }: Created): Promise<CampaignRecord> {
  const { name } = definition;
  const taken = await tables.selectFrom('campaign').select('id').where('unit', '=', unit).where('name', '=', name).executeTakeFirst();
  if (taken !== undefined) throw new AppError('campaign-exists', RECORD_MESSAGES.campaignExists(name));
  await refuseUnknown(tables, definition);
  const row = { id: randomId(), unit, name, version: 1, created_at: at };
  await tables.insertInto('campaign').values(row).execute();
  await putVersion(tables, { campaign: row.id, version: 1, definition: canonicalJson(definition), created_at: at });
  await log({ actor, kind: 'campaign-created', unit, campaign: row.id, details: { name } });
  return toCampaign(tables, row);
}

interface Changed {
  readonly id: string;
  readonly definition: CampaignDefinition;
  readonly actor: Actor;
}

async function changeDefinition(change: Change, { id, definition, actor }: Changed): Promise<CampaignRecord> {
  const { tables, reach, at, log } = change;
  const campaign = await ownCampaignRow(tables, id, reach);
  if (definition.name !== campaign.name) throw new AppError('campaign-exists', RECORD_MESSAGES.nameStays(campaign.name));
  await refuseUnknown(tables, definition);
  const draft = await draftRow(tables, id);
  const json = canonicalJson(definition);
  const before = draft === null ? await definitionOf(tables, campaign) : toDraft(draft).definition;
  const isFailed = draft !== null && (await selectJobs(tables).where('id', '=', draft.job).executeTakeFirst())?.state === 'failed';
  // Saved once more, as by pressing twice: nothing would be different.
  if (json === canonicalJson(before) && !isFailed) return toCampaign(tables, campaign);
  if (await hasResults(tables, id)) {
    await putDraft(change, { campaign, definition: json, actor });
    return toCampaign(tables, campaign);
  }
  if (draft !== null) await removeDraft(tables, draft);
  const version = campaign.version + 1;
  await putVersion(tables, { campaign: id, version, definition: json, created_at: at });
  await log({ actor, kind: 'campaign-changed', campaign: id, details: { version } });
  return toCampaign(tables, { ...campaign, version });
}

/** AppError `unknown-document`. */
async function refuseUnknown(tables: Tables, { references, templates, samples }: CampaignDefinition): Promise<void> {
  for (const { file, sha256 } of [...references, ...templates, ...samples]) {
    const known = await tables.selectFrom('document').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
    if (known === undefined) throw new AppError('unknown-document', RECORD_MESSAGES.unknownDocument(file));
  }
}

async function hasResults(tables: Tables, campaign: string): Promise<boolean> {
  return (
    (await tables.selectFrom('result').select('submission').where('campaign', '=', campaign).limit(1).executeTakeFirst()) !== undefined
  );
}
