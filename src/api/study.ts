import { z } from 'zod';
import { MATERIAL_KINDS } from '../model/material.js';
import { MARKS, POINT_KINDS, SPEAKER_POSTS, STUDIES, STUDY_FORMS, STUDY_MODES } from '../model/study.js';

/** Where figures of a session do not add up; the page counts as the service does. */
export { type Control, controlsOf } from '../model/study.js';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const line = (most: number) => z.string().trim().max(most);
const count = z.int().min(0).max(10_000_000);
const told = count.nullable();
const revision = z.int().min(1);

export const sessionPointSchema = z.strictObject({
  name: line(200).min(1),
  kind: z.enum(POINT_KINDS),
  summoned: told,
  attended: told,
});
export type SessionPointView = z.infer<typeof sessionPointSchema>;

/** What a unit says of a session; figures are null where nobody has told them. */
const factsSchema = z.strictObject({
  day: z.iso.date(),
  title: line(300).min(1),
  form: z.enum(STUDY_FORMS),
  mode: z.enum(STUDY_MODES),
  isCatchUp: z.boolean(),
  place: line(300),
  speaker: line(200),
  speakerPost: z.enum(SPEAKER_POSTS),
  /** Of the resolution itself. */
  minutes: z.int().min(0).max(100_000).nullable(),
  /** Whether something else was on the agenda as well. */
  isCombined: z.boolean(),
  toldSummoned: told,
  toldAttended: told,
  nonMembers: told,
  comments: told,
  questions: told,
  answered: told,
  points: z.array(sessionPointSchema).max(1000),
});
export type SessionFactsInput = z.infer<typeof factsSchema>;

/** People marked or chosen by one request at most. */
export const MOST_MARKS = 5000;

/** POST /api/campaigns/:id/sessions; `summons`: who is on its list to begin with, or exactly whom; `unit`: whose it is, for whoever has several. */
export const newSessionSchema = factsSchema.extend({
  summons: z.union([z.enum(['nobody', 'everybody', 'not-yet']), z.array(id).min(1).max(MOST_MARKS)]),
  unit: id.optional(),
});

/** PUT /api/campaigns/:id/sessions/:session; `revision`: that on the screen. */
export const sessionChangeSchema = factsSchema.extend({ revision });

export const studySessionSchema = factsSchema.extend({
  id,
  unit: id,
  revision: z.int(),
  title: z.string(),
  /** What the list of people adds up to. */
  listed: z.object({ summoned: z.int(), attended: z.int(), absent: z.int() }),
});
export type StudySessionView = z.infer<typeof studySessionSchema>;

/** GET /api/campaigns/:id/sessions: the latest first. */
export const studySessionsSchema = z.array(studySessionSchema);

export const sessionPersonSchema = z.object({
  id,
  card: z.string(),
  name: z.string(),
  cell: z.string(),
  isKeyCadre: z.boolean(),
  /** `open`: summoned, and nobody has said; `none`: not summoned. */
  mark: z.enum(MARKS),
  note: z.string(),
});
export type SessionPersonView = z.infer<typeof sessionPersonSchema>;

/** GET /api/campaigns/:id/sessions/:session: with everybody on the unit's roster. */
export const sessionDetailSchema = z.object({ session: studySessionSchema, people: z.array(sessionPersonSchema) });
export type SessionDetailView = z.infer<typeof sessionDetailSchema>;

/** PUT /api/campaigns/:id/sessions/:session/attendance; `before`, `noteBefore`: the mark and the note on the screen. */
export const marksSchema = z.strictObject({
  marks: z
    .array(
      z.strictObject({
        person: id,
        mark: z.enum(MARKS),
        before: z.enum(MARKS),
        note: line(300).optional(),
        noteBefore: line(300).optional(),
      }),
    )
    .min(1)
    .max(MOST_MARKS),
});

/** POST …/remove of a session or a material. */
export const studyRemovalSchema = z.strictObject({ reason: line(500).min(1), revision });

/** POST …/preview (a CSV or XLSX file as the body): what importing it would do. POST …/import: the same, done, unless there is a problem. */
export const marksPreviewSchema = z.object({
  people: z.int(),
  yes: z.int(),
  no: z.int(),
  /** Rows whose cell is empty. */
  open: z.int(),
  /** People whose mark or note differs from what is kept. */
  changed: z.int(),
  ignored: z.array(z.string()),
  /** How many there are; the first 500 are told. */
  problemCount: z.int(),
  problems: z.array(z.object({ row: z.int(), column: z.string(), problem: z.string() })),
});
export type MarksPreview = z.infer<typeof marksPreviewSchema>;

/** Lists that one acts on: not studied yet; studied and must write, but did not; wrote, and nobody noted that they studied. */
export const STUDY_LISTS = ['not-studied', 'no-essay', 'no-attendance'] as const;
export type StudyList = (typeof STUDY_LISTS)[number];

export const listedPersonSchema = z.object({
  id,
  unit: id,
  card: z.string(),
  name: z.string(),
  cell: z.string(),
  post: z.string(),
  isKeyCadre: z.boolean(),
  isProbationary: z.boolean(),
  isExempt: z.boolean(),
  study: z.enum(STUDIES),
  due: z.string().nullable(),
  /** Whole days behind the due day, 0 for none. */
  daysOverdue: z.int(),
});
export type ListedPersonView = z.infer<typeof listedPersonSchema>;

/** `attended` + `caughtUp` + `notYet` = `members`. */
export const studyFiguresSchema = z.object({
  members: z.int(),
  attended: z.int(),
  caughtUp: z.int(),
  notYet: z.int(),
  /** People on each list. */
  lists: z.record(z.enum(STUDY_LISTS), z.int()),
});
export type StudyFiguresView = z.infer<typeof studyFiguresSchema>;

/** GET /api/campaigns/:id/study-lists/:list. */
export const studyListSchema = z.object({ figures: studyFiguresSchema, people: z.array(listedPersonSchema) });

const materialFactsSchema = z.strictObject({ title: line(300).min(1), kind: z.enum(MATERIAL_KINDS) });

/** POST /api/campaigns/:id/materials. */
export const newMaterialSchema = materialFactsSchema.extend({ unit: id.optional() });
/** PUT /api/campaigns/:id/materials/:material. */
export const materialChangeSchema = materialFactsSchema.extend({ revision });

export const materialSchema = z.object({
  id,
  title: z.string(),
  kind: z.enum(MATERIAL_KINDS),
  revision: z.int(),
  people: z.int(),
  cells: z.int(),
});
export type MaterialView = z.infer<typeof materialSchema>;

export const materialRatesSchema = z.object({ members: z.int(), givenMembers: z.int(), cells: z.int(), givenCells: z.int() });
export type MaterialRatesView = z.infer<typeof materialRatesSchema>;

/** GET /api/campaigns/:id/materials: by title; `rates`: how far any of them has come. */
export const materialsSchema = z.object({ materials: z.array(materialSchema), rates: materialRatesSchema });

/** GET /api/campaigns/:id/materials/:material: with everybody on the unit's roster and its cells (empty: the unit itself). */
export const materialDetailSchema = z.object({
  material: materialSchema,
  people: z.array(z.object({ id, card: z.string(), name: z.string(), cell: z.string(), isKeyCadre: z.boolean(), isGiven: z.boolean() })),
  cells: z.array(z.object({ cell: z.string(), people: z.int(), isGiven: z.boolean() })),
});
export type MaterialDetailView = z.infer<typeof materialDetailSchema>;
export type MaterialPersonView = MaterialDetailView['people'][number];

const handedSchema = z.strictObject({ people: z.array(id).max(20_000), cells: z.array(z.string().max(200)).max(5000) });
/** PUT /api/campaigns/:id/materials/:material/given. */
export const handingSchema = z.strictObject({ give: handedSchema, takeBack: handedSchema });
export type HandingInput = z.infer<typeof handingSchema>;
