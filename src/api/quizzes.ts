import { z } from 'zod';
import { QUESTION_KINDS } from '../model/question.js';

/* Quizzes of campaigns, the door to them that stands open to everybody, and what committees see of how they went. */

export { quizStateAt } from '../model/quiz.js';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const moment = z.iso.datetime();

const settingsShape = {
  title: z.string().trim().min(1).max(200),
  asked: z.int().min(1).max(200),
  passShare: z.number().min(0.01).max(1),
  attempts: z.int().min(1).max(100).nullable(),
  minutes: z.int().min(1).max(600).nullable(),
  opens: moment.nullable(),
  closes: moment.nullable(),
  isPublic: z.boolean(),
  questions: z.array(id).min(1).max(2000),
};
const isOrdered = ({ opens, closes }: { opens: string | null; closes: string | null }): boolean =>
  opens === null || closes === null || Date.parse(opens) < Date.parse(closes);
const isEnough = ({ asked, questions }: { asked: number; questions: readonly string[] }): boolean => asked <= new Set(questions).size;

/** POST /api/campaigns/:id/quizzes. Times are ISO 8601, UTC. */
export const quizInputSchema = z
  .strictObject({ ...settingsShape, unit: id.optional() })
  .refine(isOrdered, { path: ['closes'] })
  .refine(isEnough, { path: ['asked'] });
export type QuizInputView = z.infer<typeof quizInputSchema>;

/** PUT /api/campaigns/:id/quizzes/:quiz. */
export const quizChangeSchema = z
  .strictObject({ ...settingsShape, revision: z.int().min(1) })
  .refine(isOrdered, { path: ['closes'] })
  .refine(isEnough, { path: ['asked'] });

/** PUT /api/campaigns/:id/quizzes/:quiz/open. */
export const quizOpenSchema = z.strictObject({ isOpen: z.boolean(), revision: z.int().min(1) });

const countsSchema = z.object({ taken: z.int(), passed: z.int(), guestsTaken: z.int(), guestsPassed: z.int() });
const quizSchema = z.object({
  id,
  key: z.string(),
  unit: z.string(),
  unitName: z.string(),
  isOwn: z.boolean(),
  title: z.string(),
  asked: z.int(),
  passShare: z.number(),
  attempts: z.int().nullable(),
  minutes: z.int().nullable(),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  isPublic: z.boolean(),
  questions: z.int(),
  revision: z.int(),
});
export type QuizView = z.infer<typeof quizSchema>;

/** GET /api/campaigns/:id/quizzes. `publicUrl`: under which address people know the service, if one is set. */
export const quizzesSchema = z.object({
  publicUrl: z.string().nullable(),
  quizzes: z.array(quizSchema.extend({ counts: countsSchema })),
});
export type QuizListView = z.infer<typeof quizzesSchema>;

export const quizIdSchema = z.object({ id });
export const quizQuestionsSchema = z.array(id);

const bestSchema = z.object({
  quiz: id,
  title: z.string(),
  correct: z.int(),
  total: z.int(),
  isPassed: z.boolean(),
  at: z.string(),
});
export type BestResultView = z.infer<typeof bestSchema>;

/** GET /api/campaigns/:id/quizzes/:quiz. */
export const quizResultsSchema = z.object({
  publicUrl: z.string().nullable(),
  quiz: quizSchema,
  counts: countsSchema,
  questions: z.array(z.object({ question: z.string(), words: z.string(), asked: z.int(), right: z.int() })),
  members: z.array(bestSchema.extend({ person: id, name: z.string(), card: z.string(), cell: z.string(), attempts: z.int() })),
  /** The newest guests who gave a name; for the unit whose quiz it is alone. */
  guests: z.array(z.object({ guest: z.string(), correct: z.int(), total: z.int(), isPassed: z.boolean(), at: z.string() })),
});
export type QuizResultsView = z.infer<typeof quizResultsSchema>;

export const quizExportQuerySchema = z.object({ format: z.enum(['csv', 'xlsx']) });

/** GET /api/campaigns/:id/quiz-results: best results of members, by person. */
export const bestByPersonSchema = z.record(z.string(), z.array(bestSchema));
/** GET /api/campaigns/:id/essays/:essay/quizzes; null when nobody is known to have written it. */
export const essayQuizzesSchema = z.array(bestSchema).nullable();

/** GET /api/quiz/:key, and a list of them at /api/me/quizzes. */
export const offeredQuizSchema = z.object({
  key: z.string(),
  title: z.string(),
  campaign: z.string(),
  unit: z.string(),
  asked: z.int(),
  passShare: z.number(),
  minutes: z.int().nullable(),
  closes: z.string().nullable(),
  left: z.int().nullable(),
  best: z.object({ correct: z.int(), total: z.int(), isPassed: z.boolean(), at: z.string() }).nullable(),
  running: z.string().nullable(),
});
export type OfferedQuizView = z.infer<typeof offeredQuizSchema>;
export const ownQuizzesSchema = z.array(offeredQuizSchema);

/** POST /api/quiz/:key/attempts. `guest`: what somebody who is on no roster calls themselves; may be empty. */
export const startQuizSchema = z.strictObject({ guest: z.string().trim().max(60) });

/** An attempt. What is right is told once it is over: `result`, `isRight` and the explanations are null until then. */
export const sittingSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Seconds that are left by the clock of the service; null where nothing ends it. */
  secondsLeft: z.int().nullable(),
  questions: z.array(
    z.object({
      kind: z.enum(QUESTION_KINDS),
      words: z.string(),
      options: z.array(z.object({ words: z.string(), isRight: z.boolean().nullable(), feedback: z.string().nullable() })),
      chosen: z.array(z.int()),
      explanation: z.string().nullable(),
    }),
  ),
  result: z.object({ correct: z.int(), total: z.int(), isPassed: z.boolean() }).nullable(),
});
export type SittingView = z.infer<typeof sittingSchema>;

/** PUT …/attempts/:attempt/answers/:place. */
export const answerSchema = z.strictObject({ chosen: z.array(z.int().min(0).max(20)).max(20) });
/** What was kept. */
export const keptAnswerSchema = z.object({ chosen: z.array(z.int()), secondsLeft: z.int().nullable() });

/** GET /api/campaigns/:id/door. */
export const doorSchema = z.object({
  publicUrl: z.string().nullable(),
  door: z.object({ key: z.string(), openedBy: z.string(), openedAt: z.string() }).nullable(),
});
export type DoorView = z.infer<typeof doorSchema>;

/** GET /api/door/:key: what everybody may read of a campaign. */
export const openDoorSchema = z.object({
  campaign: z.string(),
  unit: z.string(),
  prompt: z.string(),
  due: z.string().nullable(),
  documents: z.array(z.object({ file: z.string(), sha256: z.string() })),
  quizzes: z.array(z.object({ key: z.string(), title: z.string(), closes: z.string().nullable() })),
});
export type OpenDoorView = z.infer<typeof openDoorSchema>;
