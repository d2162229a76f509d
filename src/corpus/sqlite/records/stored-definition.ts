import type { CampaignDefinition } from '../../../model/campaign-record.js';
import { type Place, readObject } from './stored-json.js';

/** Keys that definitions of an earlier version lack, with what they then meant. */
type Later = Pick<CampaignDefinition, 'prompt' | 'rewriteBy' | 'groups'>;
const EARLIER: Later = { prompt: '', rewriteBy: null, groups: [] };

/** A campaign's definition as this or an earlier version wrote it. AppError `corpus-damaged` when it cannot be read. */
export function readDefinition(text: string, place: Place): CampaignDefinition {
  const { policy, ...definition } = readObject<CampaignDefinition>(text, place);
  return { ...EARLIER, ...definition, policy: { ...{ maximumSyllables: null }, ...policy } };
}
