import { z } from 'zod';
import { batchSchema, campaignSummarySchema } from '../../../api/service.js';
import { ask } from '../service/request.js';

const answerSchema = z.object({ campaign: campaignSummarySchema.pick({ id: true }), batch: batchSchema.pick({ id: true }) });

/** Has the sample campaign made with its batch, or finds the one that is there. Gives both ids. */
export async function loadSample(unit: string | undefined): Promise<{ readonly campaign: string; readonly batch: string }> {
  const { campaign, batch } = await ask('/api/sample', answerSchema, { method: 'POST', json: { ...(unit && { unit }) } });
  return { campaign: campaign.id, batch: batch.id };
}
