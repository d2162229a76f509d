import { queryOptions } from '@tanstack/react-query';
import { questionsSchema } from '../../../api/questions.js';
import {
  bestByPersonSchema,
  doorSchema,
  essayQuizzesSchema,
  offeredQuizSchema,
  openDoorSchema,
  ownQuizzesSchema,
  quizQuestionsSchema,
  quizResultsSchema,
  quizzesSchema,
  sittingSchema,
} from '../../../api/quizzes.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** `?unit=…` for whoever works at several; empty for everybody else. */
export const atUnit = (unit: string | undefined, mark: '?' | '&' = '?'): string =>
  unit === undefined ? '' : `${mark}unit=${encodeURIComponent(unit)}`;

/** The question bank of the unit at which one works. */
export const bankQuery = (unit: string | undefined) =>
  queryOptions({ queryKey: ['questions', unit ?? ''], queryFn: () => ask(`/api/questions${atUnit(unit)}`, questionsSchema) });

/** Address of a campaign's quizzes. */
export const quizzesAddress = (campaign: string): string => `${campaignAddress(campaign)}/quizzes`;

export const quizzesQuery = (campaign: string) =>
  queryOptions({ queryKey: ['quizzes', campaign], queryFn: () => ask(quizzesAddress(campaign), quizzesSchema) });

/** How a quiz went. */
export const quizQuery = (campaign: string, quiz: string) =>
  queryOptions({
    queryKey: ['quizzes', campaign, quiz],
    queryFn: () => ask(`${quizzesAddress(campaign)}/${encodeURIComponent(quiz)}`, quizResultsSchema),
  });

/** Which questions a quiz asks. */
export const quizQuestionsQuery = (campaign: string, quiz: string) =>
  queryOptions({
    queryKey: ['quizzes', campaign, quiz, 'questions'],
    queryFn: () => ask(`${quizzesAddress(campaign)}/${encodeURIComponent(quiz)}/questions`, quizQuestionsSchema),
  });

/** Everybody's best results, by person. */
export const bestResultsQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['quizzes', campaign, 'best'],
    queryFn: () => ask(`${campaignAddress(campaign)}/quiz-results`, bestByPersonSchema),
  });

/** Best results of whoever wrote an essay. */
export const essayQuizzesQuery = (campaign: string, essay: string) =>
  queryOptions({
    queryKey: ['quizzes', campaign, 'essay', essay],
    queryFn: () => ask(`${campaignAddress(campaign)}/essays/${encodeURIComponent(essay)}/quizzes`, essayQuizzesSchema),
  });

/** Address of a campaign's public page, for the unit whose it is. */
export const doorAddress = (campaign: string, unit: string | undefined): string => `${campaignAddress(campaign)}/door${atUnit(unit)}`;

export const doorQuery = (campaign: string, unit: string | undefined) =>
  queryOptions({ queryKey: ['door', campaign, unit ?? ''], queryFn: () => ask(doorAddress(campaign, unit), doorSchema) });

/** What whoever comes through a door is shown. */
export const openDoorQuery = (key: string) =>
  queryOptions({
    queryKey: ['open-door', key],
    retry: false,
    queryFn: () => ask(`/api/door/${encodeURIComponent(key)}`, openDoorSchema),
  });

/** Address of a quiz for whoever takes it. */
export const takeAddress = (key: string): string => `/api/quiz/${encodeURIComponent(key)}`;
/** Address of an attempt. */
export const attemptAddress = (key: string, attempt: string): string => `${takeAddress(key)}/attempts/${encodeURIComponent(attempt)}`;

export const offeredQuery = (key: string) =>
  queryOptions({ queryKey: ['take', key], retry: false, queryFn: () => ask(takeAddress(key), offeredQuizSchema) });

/** An attempt as it was left. */
export const attemptQuery = (key: string, attempt: string) =>
  queryOptions({
    queryKey: ['take', key, attempt],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => ask(attemptAddress(key, attempt), sittingSchema),
  });

/** Quizzes of the member who is signed in. */
export const ownQuizzesQuery = queryOptions({ queryKey: ['me', 'quizzes'], queryFn: () => ask('/api/me/quizzes', ownQuizzesSchema) });
