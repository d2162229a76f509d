import { Worker } from 'node:worker_threads';
import { SerialQueue } from '../corpus/serial-queue.js';
import type { CampaignKind } from '../model/campaign.js';
import type { SuggestedCampaign, SuggestionSource } from '../pipeline/suggest-campaign.js';

/** Suggests campaigns in a thread of its own, one after the other. Texts are plain by now, so a process of its own is not needed. */
export function createSuggester(): (documents: readonly SuggestionSource[], kind: CampaignKind) => Promise<SuggestedCampaign> {
  const queue = new SerialQueue();
  return (documents, kind) => queue.run(() => suggestApart(documents, kind));
}

function suggestApart(documents: readonly SuggestionSource[], kind: CampaignKind): Promise<SuggestedCampaign> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./suggest-thread.js', import.meta.url), { workerData: { documents, kind } });
    thread.once('message', (suggested: SuggestedCampaign) => resolve(suggested));
    thread.once('error', reject);
    // Without effect once it has answered.
    thread.once('exit', (code) => reject(new Error(`suggesting ended with ${code}`)));
  });
}
