import { queryOptions } from '@tanstack/react-query';
import {
  materialDetailSchema,
  materialsSchema,
  type StudyList,
  sessionDetailSchema,
  studyFiguresSchema,
  studyListSchema,
  studySessionsSchema,
} from '../../../api/study.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** All that is asked about the studying of a campaign, to be asked anew once something of it changes. */
export const studyKey = (campaign: string): readonly string[] => ['study', campaign];

export const sessionsAddress = (campaign: string): string => `${campaignAddress(campaign)}/sessions`;
export const sessionAddress = (campaign: string, session: string): string => `${sessionsAddress(campaign)}/${encodeURIComponent(session)}`;
export const materialsAddress = (campaign: string): string => `${campaignAddress(campaign)}/materials`;
export const materialAddress = (campaign: string, material: string): string =>
  `${materialsAddress(campaign)}/${encodeURIComponent(material)}`;
export const listAddress = (campaign: string, list: StudyList): string => `${campaignAddress(campaign)}/study-lists/${list}`;

/** Sessions, the latest first. */
export function sessionsQuery(campaign: string) {
  return queryOptions({
    queryKey: [...studyKey(campaign), 'sessions'],
    queryFn: () => ask(sessionsAddress(campaign), studySessionsSchema),
  });
}

/** One session with everybody on the roster. */
export function sessionQuery(campaign: string, session: string) {
  return queryOptions({
    queryKey: [...studyKey(campaign), 'session', session],
    queryFn: () => ask(sessionAddress(campaign, session), sessionDetailSchema),
  });
}

/** How many have studied. */
export function figuresQuery(campaign: string) {
  return queryOptions({
    queryKey: [...studyKey(campaign), 'figures'],
    queryFn: () => ask(`${campaignAddress(campaign)}/study-lists`, studyFiguresSchema),
  });
}

/** A list that one acts on. */
export function listQuery(campaign: string, list: StudyList) {
  return queryOptions({
    queryKey: [...studyKey(campaign), 'list', list],
    queryFn: () => ask(listAddress(campaign, list), studyListSchema),
  });
}

/** Material, and how far it has come. */
export function materialsQuery(campaign: string) {
  return queryOptions({
    queryKey: [...studyKey(campaign), 'materials'],
    queryFn: () => ask(materialsAddress(campaign), materialsSchema),
  });
}

/** One material with everybody on the roster and its cells. */
export function materialQuery(campaign: string, material: string) {
  return queryOptions({
    queryKey: [...studyKey(campaign), 'material', material],
    queryFn: () => ask(materialAddress(campaign, material), materialDetailSchema),
  });
}
