import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Actor } from '../corpus/records/actor.js';
import type { Records } from '../corpus/records/records.js';
import type { BatchRecord } from '../model/batch-record.js';
import type { CampaignDefinition, CampaignRecord, DocumentRef } from '../model/campaign-record.js';
import { parseCampaign } from '../pipeline/campaign-file.js';
import { keepDocument } from './keep-document.js';
import type { ServiceParts } from './service-parts.js';

const PARCEL = 'bai-nop.zip';
const ROSTER = 'roster.csv';
const CAMPAIGN = 'campaign.yaml';

/** Ids of the sample's campaign and its batch. */
export interface SampleIds {
  readonly campaign: string;
  readonly batch: string;
}

/**
 * Makes the sample campaign with its batch, sealed, or finds it where it was made before. What an earlier attempt left
 * half done is completed; of two calls at once the second waits and finds what the first has made.
 */
export function createSampleCampaign(parts: ServiceParts): (records: Records, actor: Actor) => Promise<SampleIds> {
  let turn: Promise<unknown> = Promise.resolve();
  return (records, actor) => {
    const made = turn.then(() => openSample({ ...parts, records }, actor));
    turn = made.catch(() => {});
    return made;
  };
}

async function openSample(parts: ServiceParts, actor: Actor): Promise<SampleIds> {
  const campaign = await openCampaign(parts, actor);
  const batch = await openBatch(parts, campaign, actor);
  if (batch.state === 'receiving') await fill(parts, batch, actor);
  return { campaign: campaign.id, batch: batch.id };
}

async function openCampaign(parts: ServiceParts, actor: Actor): Promise<CampaignRecord> {
  const { campaigns } = parts.records;
  const file = join(parts.sampleFolder, CAMPAIGN);
  const campaign = parseCampaign(await readFile(file, 'utf8'), file);
  const known = await campaigns.byName(campaign.name);
  if (known !== null) return known;
  const keepAll = async (names: readonly string[]): Promise<DocumentRef[]> => {
    const refs: DocumentRef[] = [];
    for (const name of names) refs.push(await keep(parts, name));
    return refs;
  };
  const definition: CampaignDefinition = {
    ...campaign,
    references: await keepAll(campaign.references),
    templates: await keepAll(campaign.templates),
    samples: await keepAll(campaign.samples),
    groups: [],
  };
  return campaigns.create(definition, actor);
}

async function keep(parts: ServiceParts, name: string): Promise<DocumentRef> {
  const bytes = await readFile(join(parts.sampleFolder, name));
  const original = await parts.records.originals.receive(Readable.from([bytes]), bytes.length);
  const { file, sha256 } = await keepDocument(parts, { file: basename(name), original, bytes });
  return { file, sha256 };
}

/** The sample's batch, or a new one when all before it were withdrawn. */
async function openBatch({ records: { batches } }: ServiceParts, { id }: CampaignRecord, actor: Actor): Promise<BatchRecord> {
  const withdrawn = (await batches.list(id)).filter(({ state }) => state === 'withdrawn' || state === 'withdrawing').length;
  return batches.create(id, `sample-batch-${withdrawn}`, actor);
}

async function fill({ records: { originals, batches }, sampleFolder }: ServiceParts, { id }: BatchRecord, actor: Actor): Promise<void> {
  const stream = createReadStream(join(sampleFolder, PARCEL));
  await batches.addUpload(id, PARCEL, await originals.receive(stream, Number.POSITIVE_INFINITY));
  await batches.setRoster(id, await readFile(join(sampleFolder, ROSTER), 'utf8'));
  await batches.seal(id, actor);
}
