import { parentPort, workerData } from 'node:worker_threads';
import type { CampaignKind } from '../model/campaign.js';
import { type SuggestionSource, suggestCampaign } from '../pipeline/suggest-campaign.js';
import { loadWordVectors } from '../pipeline/word-vectors-file.js';

// A thread that answers once: the web process stays free to answer pages, and the words leave its memory with the thread.
const { documents, kind } = workerData as { readonly documents: readonly SuggestionSource[]; readonly kind: CampaignKind };
parentPort?.postMessage(suggestCampaign(documents, kind, await loadWordVectors()));
