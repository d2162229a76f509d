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
const ALL_BUT_ADMINISTRATORS = ['committee', 'board', 'secretary', 'reviewer', 'inspection'] as const;

/** Parts of one campaign, in the order of the bar. */
export const CAMPAIGN_PLACES: readonly Place<[campaign: string]>[] = [
  { path: paths.results, label: (say) => say('campaign.results'), roles: READERS },
  { path: paths.roster, label: (say) => say('campaign.roster'), roles: ALL_BUT_ADMINISTRATORS },
  { path: paths.studies, label: (say) => say('studies.place'), roles: ALL_BUT_ADMINISTRATORS },
  { path: paths.batches, label: (say) => say('campaign.batches'), roles: [...READERS, 'secretary'] },
  { path: paths.rounds, label: (say) => say('rounds.place'), roles: READERS },
  { path: paths.codes, label: (say) => say('rounds.codes'), roles: ['committee'] },
  { path: paths.quizzes, label: (say) => say('quiz.place'), roles: [...READERS, 'board', 'secretary'] },
  { path: paths.programmes, label: (say) => say('programmes.place'), roles: ['committee', 'secretary', 'reviewer', 'inspection'] },
  { path: paths.campaignTracker, label: (say) => say('tracker.place'), roles: ['committee', 'inspection'] },
  { path: paths.report, label: (say) => say('reports.place'), roles: ['committee', 'secretary', 'inspection'] },
  { path: paths.exemplary, label: (say) => say('exemplary.place'), roles: READERS },
  { path: paths.settings, label: (say) => say('campaign.settings'), roles: ['committee'], isOwners: true },
  { path: paths.log, label: (say) => say('campaign.log'), roles: READERS },
];

/** Parts of the service outside of a campaign, in the order of the bar. */
export const SERVICE_PLACES: readonly Place<[]>[] = [
  { path: () => paths.home, label: (say) => say('frame.campaigns'), roles: ALL_BUT_ADMINISTRATORS },
  { path: () => paths.queue, label: (say) => say('review.queue'), roles: ['committee', 'reviewer'] },
  { path: () => paths.trackers, label: (say) => say('tracker.place'), roles: ['committee', 'inspection'] },
  { path: () => paths.figureCampaigns, label: (say) => say('figures.place'), roles: ['committee', 'secretary', 'inspection'] },
  { path: () => paths.situations, label: (say) => say('situations.place'), roles: ['committee', 'board'] },
  { path: () => paths.years, label: (say) => say('years.place'), roles: ['committee', 'secretary', 'inspection'] },
  { path: () => paths.charged, label: (say) => say('programmes.chargedPlace'), roles: ['committee', 'secretary'] },
  { path: () => paths.requests, label: (say) => say('requests.place'), roles: READERS },
  { path: () => paths.questions, label: (say) => say('quiz.bank.place'), roles: ['committee', 'board'] },
  { path: () => paths.tokens, label: (say) => say('tokens.place'), roles: ['committee'] },
  { path: () => paths.organisation, label: (say) => say('organisation.title'), roles: ['administrator'] },
  { path: () => paths.serviceLog, label: (say) => say('frame.unitLog'), roles: ['administrator', 'inspection'] },
];

/** Parts of a unit, in the order of the bar. */
export const UNIT_PARTS: readonly Place<[unit: string]>[] = [
  { path: paths.unit, label: (say) => say('organisation.partAccounts'), roles: ['administrator'] },
  { path: paths.unitGroups, label: (say) => say('groups.place'), roles: ['administrator'] },
  { path: paths.unitLimits, label: (say) => say('organisation.partLimits'), roles: ['administrator'] },
  { path: paths.unitSigner, label: (say) => say('exemplary.signer.part'), roles: ['administrator'] },
  { path: paths.unitData, label: (say) => say('organisation.partData'), roles: ['administrator'] },
  { path: paths.unitCharge, label: (say) => say('programmes.chargePart'), roles: ['administrator'] },
  { path: paths.unitHistory, label: (say) => say('organisation.partHistory'), roles: ['administrator'] },
];
