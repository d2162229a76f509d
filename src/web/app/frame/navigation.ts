import type { Say } from '../../words/words.js';
import { paths } from '../paths.js';
import type { Role } from './account.js';

/** What belongs together in the menu, in its order. */
export const GROUPS = ['essays', 'studying', 'summary', 'campaign', 'work', 'campaigns', 'library', 'administration'] as const;
export type Group = (typeof GROUPS)[number];

interface Place<Where extends readonly string[]> {
  readonly path: (...where: Where) => string;
  readonly label: (say: Say) => string;
  /** Under what it stands in the menu for what the bar has no room for. */
  readonly group: Group;
  /** Who is led there; the service itself refuses everybody else. */
  readonly roles: readonly Role[];
  /** Whether it is for those of the unit whose campaign it is, not for those who take part. */
  readonly isOwners?: boolean;
}

const READERS = ['committee', 'reviewer', 'inspection'] as const;
const ALL_BUT_ADMINISTRATORS = ['committee', 'board', 'secretary', 'reviewer', 'inspection'] as const;

/** Parts of one campaign, in the order of the bar: what a committee opens daily, the work of the year, then what is done once. */
export const CAMPAIGN_PLACES: readonly Place<[campaign: string]>[] = [
  { group: 'essays', path: paths.results, label: (say) => say('campaign.results'), roles: READERS },
  { group: 'essays', path: paths.batches, label: (say) => say('campaign.batches'), roles: [...READERS, 'secretary'] },
  { group: 'essays', path: paths.roster, label: (say) => say('campaign.roster'), roles: ALL_BUT_ADMINISTRATORS },
  { group: 'summary', path: paths.campaignTracker, label: (say) => say('tracker.place'), roles: ['committee', 'inspection'] },
  { group: 'studying', path: paths.studies, label: (say) => say('studies.place'), roles: ALL_BUT_ADMINISTRATORS },
  {
    group: 'studying',
    path: paths.programmes,
    label: (say) => say('programmes.place'),
    roles: ['committee', 'secretary', 'reviewer', 'inspection'],
  },
  { group: 'summary', path: paths.report, label: (say) => say('reports.place'), roles: ['committee', 'secretary', 'inspection'] },
  { group: 'essays', path: paths.rounds, label: (say) => say('rounds.place'), roles: READERS },
  { group: 'essays', path: paths.codes, label: (say) => say('rounds.codes'), roles: ['committee'] },
  { group: 'studying', path: paths.quizzes, label: (say) => say('quiz.place'), roles: [...READERS, 'board', 'secretary'] },
  { group: 'summary', path: paths.exemplary, label: (say) => say('exemplary.place'), roles: READERS },
  { group: 'campaign', path: paths.settings, label: (say) => say('campaign.settings'), roles: ['committee'], isOwners: true },
  { group: 'campaign', path: paths.log, label: (say) => say('campaign.log'), roles: READERS },
];

/** Parts of the service outside of a campaign, in the order of the bar: what waits for somebody, figures, what is looked after. */
export const SERVICE_PLACES: readonly Place<[]>[] = [
  { group: 'work', path: () => paths.home, label: (say) => say('frame.campaigns'), roles: ALL_BUT_ADMINISTRATORS },
  { group: 'work', path: () => paths.queue, label: (say) => say('review.queue'), roles: ['committee', 'reviewer'] },
  { group: 'campaigns', path: () => paths.trackers, label: (say) => say('tracker.place'), roles: ['committee', 'inspection'] },
  {
    group: 'campaigns',
    path: () => paths.figureCampaigns,
    label: (say) => say('figures.place'),
    roles: ['committee', 'secretary', 'inspection'],
  },
  { group: 'campaigns', path: () => paths.years, label: (say) => say('years.place'), roles: ['committee', 'secretary', 'inspection'] },
  { group: 'work', path: () => paths.requests, label: (say) => say('requests.place'), roles: READERS },
  { group: 'work', path: () => paths.charged, label: (say) => say('programmes.chargedPlace'), roles: ['committee', 'secretary'] },
  { group: 'administration', path: () => paths.organisation, label: (say) => say('organisation.title'), roles: ['administrator'] },
  { group: 'library', path: () => paths.situations, label: (say) => say('situations.place'), roles: ['committee', 'board'] },
  { group: 'library', path: () => paths.questions, label: (say) => say('quiz.bank.place'), roles: ['committee', 'board'] },
  { group: 'administration', path: () => paths.serviceLog, label: (say) => say('frame.unitLog'), roles: ['administrator', 'inspection'] },
  { group: 'administration', path: () => paths.tokens, label: (say) => say('tokens.place'), roles: ['committee'] },
];

/** Parts of a unit, in the order of the bar. */
export const UNIT_PARTS: readonly Omit<Place<[unit: string]>, 'group'>[] = [
  { path: paths.unit, label: (say) => say('organisation.partAccounts'), roles: ['administrator'] },
  { path: paths.unitGroups, label: (say) => say('groups.place'), roles: ['administrator'] },
  { path: paths.unitLimits, label: (say) => say('organisation.partLimits'), roles: ['administrator'] },
  { path: paths.unitSigner, label: (say) => say('exemplary.signer.part'), roles: ['administrator'] },
  { path: paths.unitData, label: (say) => say('organisation.partData'), roles: ['administrator'] },
  { path: paths.unitCharge, label: (say) => say('programmes.chargePart'), roles: ['administrator'] },
  { path: paths.unitHistory, label: (say) => say('organisation.partHistory'), roles: ['administrator'] },
];
