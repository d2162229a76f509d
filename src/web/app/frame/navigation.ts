import type { Say } from '../../words/words.js';
import { paths } from '../paths.js';
import type { Role } from './account.js';

interface Place<Where extends readonly string[]> {
  readonly path: (...where: Where) => string;
  readonly label: (say: Say) => string;
  /** Who is led there; the service itself refuses everybody else. */
  readonly roles: readonly Role[];
  /** Whether it is for those of the unit whose campaign it is, not for those who take part. */
  readonly isOwners?: boolean;
}

const READERS = ['committee', 'reviewer', 'inspection'] as const;

/** Parts of one campaign, in the order of the bar. */
export const CAMPAIGN_PLACES: readonly Place<[campaign: string]>[] = [
  { path: paths.results, label: (say) => say('campaign.results'), roles: READERS },
  { path: paths.batches, label: (say) => say('campaign.batches'), roles: READERS },
  { path: paths.settings, label: (say) => say('campaign.settings'), roles: ['committee'], isOwners: true },
  { path: paths.log, label: (say) => say('campaign.log'), roles: READERS },
];

/** Parts of the service outside of a campaign, in the order of the bar. */
export const SERVICE_PLACES: readonly Place<[]>[] = [
  { path: () => paths.home, label: (say) => say('frame.campaigns'), roles: READERS },
  { path: () => paths.queue, label: (say) => say('review.queue'), roles: ['committee', 'reviewer'] },
];
