import { z } from 'zod';
import { problemOf, QUESTION_KINDS, QUESTION_LIMITS, tidyWords } from '../model/question.js';

/* The question bank of a unit, under /api/questions. */

export {
  problemOf,
  QUESTION_KINDS,
  QUESTION_LIMITS,
  type QuestionKind,
  trueFalseOptions,
} from '../model/question.js';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** At which unit, for whoever works at several; the first one without. */
const unit = id.optional();
const text = (most: number) => z.string().max(most).transform(tidyWords);

const contentShape = {
  topic: text(QUESTION_LIMITS.topic),
  kind: z.enum(QUESTION_KINDS),
  words: text(QUESTION_LIMITS.words),
  options: z
    .array(z.strictObject({ words: text(QUESTION_LIMITS.option), isRight: z.boolean(), feedback: text(QUESTION_LIMITS.feedback) }))
    .max(QUESTION_LIMITS.options),
  explanation: text(QUESTION_LIMITS.explanation),
};

/** POST /api/questions. */
export const questionInputSchema = z.strictObject(contentShape).refine((question) => problemOf(question) === null, { path: ['options'] });
export type QuestionInput = z.infer<typeof questionInputSchema>;

/** PUT /api/questions/:question. */
export const questionChangeSchema = z
  .strictObject({ ...contentShape, revision: z.int().min(1) })
  .refine((question) => problemOf(question) === null, { path: ['options'] });

/** PUT /api/questions/:question/archived. */
export const questionArchiveSchema = z.strictObject({ isArchived: z.boolean(), revision: z.int().min(1) });

const optionSchema = z.object({ words: z.string(), isRight: z.boolean(), feedback: z.string() });
const contentSchema = z.object({
  topic: z.string(),
  kind: z.enum(QUESTION_KINDS),
  words: z.string(),
  options: z.array(optionSchema),
  explanation: z.string(),
});

/** GET /api/questions: by topic, archived ones last. */
export const questionsSchema = z.array(contentSchema.extend({ id, archivedAt: z.string().nullable(), revision: z.int() }));
export type QuestionView = z.infer<typeof questionsSchema>[number];

export const questionIdSchema = z.object({ id });

/** POST /api/questions/preview and import: what a file holds. `problems`: what of it is left out, by line. */
export const questionPreviewSchema = z.object({
  questions: z.array(contentSchema),
  count: z.int(),
  added: z.int(),
  known: z.int(),
  problemCount: z.int(),
  problems: z.array(z.object({ line: z.int(), problem: z.string() })),
});
export type QuestionPreview = z.infer<typeof questionPreviewSchema>;

const QUESTION_FORMATS = ['csv', 'gift'] as const;
export const unitQuerySchema = z.object({ unit });
export const questionFileQuerySchema = z.object({ unit, format: z.enum(QUESTION_FORMATS) });
/** `skipping`: how many questions whoever asks has seen that they are left out. */
export const questionImportQuerySchema = z.object({
  unit,
  format: z.enum(QUESTION_FORMATS),
  skipping: z.coerce.number().int().min(0).default(0),
});
