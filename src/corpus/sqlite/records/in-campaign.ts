import { campaignRow } from './campaign-rows.js';
import type { Change, Store, Tables } from './store.js';

/** Reads something of a campaign that the units in reach take part in. AppError `unknown-id`. */
export function readInCampaign<T>(store: Store, campaign: string, work: (tables: Tables) => Promise<T>): Promise<T> {
  return store.read(async (tables) => {
    await campaignRow(tables, campaign, store.scope);
    return work(tables);
  });
}

/** Changes something of a campaign that the units in reach take part in. AppError `unknown-id`. */
export function changeInCampaign<T>(store: Store, campaign: string, work: (change: Change) => Promise<T>): Promise<T> {
  return store.write(async (change) => {
    await campaignRow(change.tables, campaign, change.reach);
    return work(change);
  });
}
