import { z } from 'zod';
import { DUTY_FIGURES } from '../model/duty-counts.js';
import {
  COMMENT_KINDS,
  OPINIONS,
  PROGRAMME_KINDS,
  PROGRAMME_STATES,
  REMARK_KINDS,
  REVIEW_ANSWERS,
  REVIEW_QUESTIONS,
  TASK_KINDS,
} from '../model/programme.js';
import { UNIT_KINDS } from '../model/unit.js';

export { GENERIC_SETTINGS, perThousand } from '../model/generic-text.js';
export {
  COMMENT_KINDS,
  countedReview,
  mayChange,
  mayIssue,
  mayMove,
  OPINIONS,
  PROGRAMME_KINDS,
  REVIEW_ANSWERS,
  REVIEW_QUESTIONS,
  TASK_KINDS,
} from '../model/programme.js';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const day = z.iso.date();
const line = (most: number) => z.string().trim().max(most);
const revision = z.int().min(1);
const spanSchema = z.object({ start: z.int(), end: z.int() });

/** Characters of a text that is typed: the longest programme has sixty pages. */
const TYPED_TEXT = 300_000;
const MOST_TASKS = 500;

const taskSchema = z.strictObject({
  kind: z.enum(TASK_KINDS),
  words: line(1000).min(1),
  who: line(300),
  due: day.nullable(),
  measure: line(500),
});
export type ProgrammeTaskView = z.infer<typeof taskSchema>;

const answersSchema = z.strictObject(
  Object.fromEntries(REVIEW_QUESTIONS.map((question) => [question, z.enum(REVIEW_ANSWERS)])) as Record<
    (typeof REVIEW_QUESTIONS)[number],
    z.ZodEnum<{ yes: 'yes'; partly: 'partly'; no: 'no' }>
  >,
);
export type ReviewAnswersView = z.infer<typeof answersSchema>;

export const remarkSchema = z.object({
  kind: z.enum(REMARK_KINDS),
  saidBy: z.string(),
  verdict: z.enum(OPINIONS).nullable(),
  answers: answersSchema.nullable(),
  words: z.string(),
  count: z.int().nullable(),
  by: z.string(),
  at: z.string(),
});
export type RemarkView = z.infer<typeof remarkSchema>;

const tasksByKind = z.object(
  Object.fromEntries(TASK_KINDS.map((kind) => [kind, z.int()])) as Record<(typeof TASK_KINDS)[number], z.ZodInt>,
);

export const listedProgrammeSchema = z.object({
  id,
  campaign: id,
  campaignName: z.string(),
  unit: id,
  unitName: z.string(),
  kind: z.enum(PROGRAMME_KINDS),
  person: z.object({ id, name: z.string() }).nullable(),
  title: z.string(),
  state: z.enum(PROGRAMME_STATES),
  due: z.string().nullable(),
  tasks: tasksByKind,
  issuedNumber: z.string(),
  issuedOn: z.string().nullable(),
  adoptedOn: z.string().nullable(),
  revision,
});
export type ListedProgrammeView = z.infer<typeof listedProgrammeSchema>;

/** GET /api/campaigns/:id/programmes: the own unit's. */
export const unitProgrammesSchema = z.object({
  programmes: z.array(listedProgrammeSchema),
  heads: z.array(z.object({ id, name: z.string(), post: z.string(), unit: id })),
  inCharge: z.array(z.string()),
  asked: z.array(z.object({ kind: z.enum(PROGRAMME_KINDS), due: z.string().nullable() })),
});
export type UnitProgrammesView = z.infer<typeof unitProgrammesSchema>;

/** GET /api/campaigns/:id/programmes/:programme: for its unit, and for who is in charge of that. `generic`: evidence, no verdict. */
export const programmeSchema = listedProgrammeSchema.extend({
  text: z.string(),
  file: z.string().nullable(),
  taskRows: z.array(taskSchema),
  remarks: z.array(remarkSchema),
  generic: z
    .object({
      samples: z.int(),
      shared: z.int(),
      spans: z.array(spanSchema),
      facts: z.object({ syllables: z.int(), own: z.int(), figures: z.int(), dates: z.int(), names: z.int() }),
    })
    .nullable(),
  inCharge: z.array(z.string()),
  isInCharge: z.boolean(),
  isTop: z.boolean(),
});
export type ProgrammeView = z.infer<typeof programmeSchema>;

/** POST /api/campaigns/:id/programmes: `person` is the head whose plan it is; `unit`, for whoever works at several. */
export const newProgrammeSchema = z
  .strictObject({ kind: z.enum(PROGRAMME_KINDS), person: id.nullable(), title: line(300).min(1), unit: id.optional() })
  .refine(({ kind, person }) => (kind === 'personal-plan') === (person !== null), { path: ['person'] });

/** PUT /api/campaigns/:id/programmes/:programme; `text` null leaves the text as it is. */
export const programmeChangeSchema = z.strictObject({
  title: line(300).min(1),
  text: z.string().max(TYPED_TEXT).nullable(),
  tasks: z.array(taskSchema).max(MOST_TASKS),
  adoptedOn: day.nullable(),
  revision,
});
export type ProgrammeChangeInput = z.infer<typeof programmeChangeSchema>;

/** DELETE …/:programme and POST …/file, in the query: the revision on the screen. */
export const revisionQuery = z.object({ revision: z.coerce.number().int().min(1) });

/** POST …/state: sends it to who is in charge, or takes it back. */
export const programmeMoveSchema = z.strictObject({ to: z.enum(['for-opinion', 'draft']), revision });

/** POST …/opinion: of who is in charge alone. Wanting it changed needs words. */
export const opinionSchema = z
  .strictObject({ verdict: z.enum(OPINIONS), words: line(3000), revision })
  .refine(({ verdict, words }) => verdict === 'agreed' || words !== '', { path: ['words'] });

/** POST …/issue. */
export const issueSchema = z.strictObject({ number: line(60).min(1), on: day, revision });

/** POST …/comments: what a meeting or a body outside of the Party said. */
export const commentSchema = z.strictObject({
  kind: z.enum(COMMENT_KINDS),
  saidBy: line(200).min(1),
  words: line(5000).min(1),
  count: z.int().min(0).max(100_000).nullable(),
});

/** POST …/reviews: a reviewer's answers. */
export const reviewSchema = z.strictObject({ answers: answersSchema, words: line(3000) });

/** GET /api/programmes-in-charge: what one is in charge of, what waits for an opinion first. */
export const chargedProgrammesSchema = z.array(listedProgrammeSchema);

const dutySchema = z.strictObject({ kind: z.enum(PROGRAMME_KINDS), unitKind: z.enum(UNIT_KINDS), due: day.nullable() });
export type DutyView = z.infer<typeof dutySchema>;
const dutyList = z.array(dutySchema).max(PROGRAMME_KINDS.length * UNIT_KINDS.length);

/** GET and PUT /api/campaigns/:id/duties; `before`: those on the screen. */
export const dutiesSchema = z.object({ duties: z.array(dutySchema) });
export const dutiesInputSchema = z
  .strictObject({ duties: dutyList, before: dutyList })
  .refine(({ duties }) => new Set(duties.map(({ kind, unitKind }) => `${kind} ${unitKind}`)).size === duties.length, { path: ['duties'] });

const dutyFigures = z.object(
  Object.fromEntries(DUTY_FIGURES.map((name) => [name, z.int()])) as Record<(typeof DUTY_FIGURES)[number], z.ZodInt>,
);
export type DutyFiguresView = z.infer<typeof dutyFigures>;

/** GET /api/campaigns/:id/duty-counts: issued of required, by kind and level of units and by unit; of texts nothing. */
export const dutyCountsSchema = z.object({
  campaign: id,
  total: dutyFigures,
  kinds: z.array(z.object({ kind: z.enum(UNIT_KINDS).nullable(), level: z.int(), figures: dutyFigures })),
  units: z.array(
    z.object({
      id,
      parent: id.nullable(),
      name: z.string(),
      kind: z.enum(UNIT_KINDS).nullable(),
      level: z.int(),
      state: z.enum(PROGRAMME_STATES).nullable(),
      own: dutyFigures,
      all: dutyFigures,
    }),
  ),
});
export type DutyCountsView = z.infer<typeof dutyCountsSchema>;
export type DutyUnitView = DutyCountsView['units'][number];

const chargedAccount = z.object({ id, name: z.string(), unitName: z.string() });
/** GET and PUT /api/units/:id/in-charge; `before`: ids on the screen. */
export const chargeSchema = z.object({ accounts: z.array(chargedAccount), choices: z.array(chargedAccount) });
export type ChargeView = z.infer<typeof chargeSchema>;
export const chargeInputSchema = z.strictObject({ accounts: z.array(id).max(20), before: z.array(id).max(20) });
