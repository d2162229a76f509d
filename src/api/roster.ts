import { z } from 'zod';
import { EXEMPTIONS, STANDINGS, WRITER_BASES } from '../model/roster.js';
import { STUDIES } from '../model/study.js';

/** Whole days a moment lies behind a day; the page counts as the service does. */
export { daysLate } from '../model/roster.js';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const day = z.iso.date();
const line = (most: number) => z.string().trim().max(most);

const exemptionSchema = z
  .strictObject({ kind: z.enum(EXEMPTIONS), note: line(300) })
  .refine(({ kind, note }) => kind !== 'other' || note !== '', { path: ['note'] });

/** PUT /api/campaigns/:id/roster/:person: one person as changed by hand; `revision`: that on the screen. */
export const rosterChangeSchema = z.strictObject({
  name: line(100).min(1),
  cell: line(200),
  post: line(200),
  place: line(200),
  isHead: z.boolean(),
  isKeyCadre: z.boolean(),
  isProbationary: z.boolean(),
  exemption: exemptionSchema.nullable(),
  attended: z.boolean().nullable(),
  groups: z.array(line(100).min(1)).max(10),
  revision: z.int().min(1),
});
export type RosterChange = z.infer<typeof rosterChangeSchema>;

export const rosterPersonSchema = rosterChangeSchema.extend({
  id,
  card: z.string(),
  exemption: z.object({ kind: z.enum(EXEMPTIONS), note: z.string() }).nullable(),
  exemptedBy: z.string().nullable(),
  due: z.string().nullable(),
  /** By the roster and by the sessions. */
  study: z.enum(STUDIES),
  /** The first essay; without its id for whoever may know that it was handed in, and no more. */
  essay: z.object({ id: z.string().nullable(), receivedAt: z.string() }).nullable(),
  standing: z.enum(STANDINGS),
  /** Whole days behind the due day that the first essay came, 0 for none. */
  daysLate: z.int(),
});
export type RosterPersonView = z.infer<typeof rosterPersonSchema>;

/** Lists of people: everybody; not yet studied; must write and did not; wrote late; need not write. */
export const ROSTER_LISTS = ['all', 'not-studied', 'missing', 'late', 'exempt'] as const;
export type RosterList = (typeof ROSTER_LISTS)[number];

/** Whether a person stands on a list. */
export function isOnList(list: RosterList, { standing, study }: Pick<RosterPersonView, 'standing' | 'study'>): boolean {
  if (list === 'not-studied') return study === 'not-yet';
  if (list === 'missing' || list === 'late') return standing === list;
  return list === 'all' || standing === 'exempt' || standing === 'voluntary';
}

export const audienceSchema = z.object({
  id,
  name: z.string(),
  people: z.int(),
  prompt: z.string(),
  due: z.string().nullable(),
  /** The situation of a library that the prompt was made of. */
  situation: z.object({ id, title: z.string() }).nullable(),
});
export type AudienceView = z.infer<typeof audienceSchema>;

/** GET /api/campaigns/:id/roster. */
export const rosterSchema = z.object({
  people: z.array(rosterPersonSchema),
  /** Essays of which nobody knows who wrote them. */
  unsigned: z.int(),
  /** `own`: the unit's own day; `due`: the one that counts; `from`: name of the unit above that it is of. */
  due: z.object({ own: z.string().nullable(), due: z.string().nullable(), from: z.string().nullable() }),
  audiences: z.array(audienceSchema),
});
export type RosterView = z.infer<typeof rosterSchema>;

/**
 * POST /api/campaigns/:id/roster/preview (a CSV or XLSX file as the body): what importing it would do. POST …/roster/import:
 * the same, done, unless there is a problem; then nothing is.
 */
export const rosterPreviewSchema = z.object({
  people: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** People on the roster whom the file does not name; they stay. */
  absent: z.int(),
  /** Heads of columns that are left out. */
  ignored: z.array(z.string()),
  /** How many there are; the first 500 are told. */
  problemCount: z.int(),
  problems: z.array(z.object({ row: z.int(), column: z.string(), problem: z.string() })),
});
export type RosterPreview = z.infer<typeof rosterPreviewSchema>;

/** PUT /api/campaigns/:id/due; `before`: the unit's own day on the screen. */
export const dueInputSchema = z.strictObject({ due: day.nullable(), before: day.nullable() });

/** PUT /api/campaigns/:id/audiences/:audience; without `situation` the group's own stays as long as its prompt does. */
export const audienceInputSchema = z.strictObject({
  prompt: z.string().trim().max(5000),
  due: day.nullable(),
  situation: id.nullable().optional(),
});

const writerSchema = z.object({
  id,
  card: z.string(),
  name: z.string(),
  cell: z.string(),
  post: z.string(),
  basis: z.enum(WRITER_BASES),
});

/** GET /api/campaigns/:id/writers: essays whose writer a person must name, each with up to three people. */
export const openWritersSchema = z.array(
  z.object({
    essay: z.string(),
    file: z.string(),
    batch: id,
    /** What the essay says of its writer. */
    names: z.array(z.string()),
    candidates: z.array(writerSchema),
  }),
);
export type OpenWriterView = z.infer<typeof openWritersSchema>[number];

/** PUT /api/campaigns/:id/writers/:essay: who wrote it, null for nobody of the roster; `before`: who is on the screen. DELETE takes it back. */
export const writerInputSchema = z.strictObject({ person: id.nullable(), before: id.nullable() });
