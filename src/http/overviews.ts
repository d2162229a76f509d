import type { Records } from '../corpus/records/records.js';
import { viewOverview } from './campaign-results.js';

/** Campaigns whose tables are held: a few megabytes each at most. */
const HELD = 8;

/** The tables of results as they are sent. */
export interface Overviews {
  /** JSON of an OverviewView, as these units see it. Rejects with AppError `unknown-id`. */
  json(records: Records, units: readonly string[], campaign: string): Promise<string>;
}

/**
 * Puts a table together once and sends it again until something in it has changed: nobody else is answered while it is
 * put together, and many people look at the same one.
 */
export function createOverviews(now: () => Date): Overviews {
  const held = new Map<string, { readonly mark: string; readonly json: Promise<string> }>();
  const putTogether = async (records: Records, campaign: string): Promise<string> =>
    JSON.stringify(await viewOverview(records, campaign, now()));
  return {
    async json(records, units, campaign) {
      const key = [campaign, ...[...units].sort()].join(' ');
      const mark = await records.results.mark(campaign);
      let known = held.get(key);
      if (known?.mark !== mark) known = { mark, json: putTogether(records, campaign) };
      // The one that was asked for last stands last.
      held.delete(key);
      held.set(key, known);
      for (const oldest of held.keys()) if (held.size > HELD) held.delete(oldest);
      return known.json.catch((error: unknown) => {
        held.delete(key);
        throw error;
      });
    },
  };
}
