import { z } from 'zod';
import { DOCUMENT_PARTS, FIGURE_GROUPS, REPORT_VERDICTS, REPORTING_STATES, SECTION_KINDS } from '../model/unit-report.js';

/*
 * Reports of units to the committees above them: the outline that these give, what the unit writes by it, what is sent and decided.
 */

const count = z.int().min(0);
const day = z.iso.date();
const named = z.object({ id: z.string(), name: z.string() });
const LONGEST_TEXT = 20_000;

export const outlineSectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  heading: z.string().trim().min(1).max(300),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  kind: z.enum(SECTION_KINDS),
  groups: z.array(z.enum(FIGURE_GROUPS)).max(FIGURE_GROUPS.length),
  hint: z.string().max(1000),
  isRequired: z.boolean(),
});
export type OutlineSectionView = z.infer<typeof outlineSectionSchema>;

const sectionsSchema = z
  .array(outlineSectionSchema)
  .max(60)
  .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length);

export const outlineSchema = z.object({
  id: z.string(),
  unit: named,
  title: z.string(),
  sections: z.array(outlineSectionSchema),
  due: day.nullable(),
  givenAt: z.string().nullable(),
  revision: z.int().min(1),
  changedBy: z.string(),
});
export type OutlineView = z.infer<typeof outlineSchema>;

/** GET /api/campaigns/:id/outline: the unit's own, the one that its report follows, and one to begin with. */
export const outlinesSchema = z.object({
  unit: named,
  own: outlineSchema.nullable(),
  followed: outlineSchema.nullable(),
  offered: z.array(outlineSectionSchema),
});
export type OutlinesView = z.infer<typeof outlinesSchema>;

/** PUT /api/campaigns/:id/outline; `revision`: of the one on the screen, 0 for the first. */
export const outlineInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(300),
  sections: sectionsSchema,
  due: day.nullable(),
  revision: z.int().min(0),
});

/** POST /api/campaigns/:id/outline/give. */
export const giveOutlineSchema = z.strictObject({ revision: z.int().min(0) });

/** POST /api/campaigns/:id/outline/read: what the headings of a document draw up; nothing is kept. */
export const readOutlineSchema = z.object({ title: z.string(), sections: z.array(outlineSectionSchema) });

const part = z.string().max(300);
export const documentPartsSchema = z.strictObject({
  ...(Object.fromEntries(DOCUMENT_PARTS.map((name) => [name, part])) as Record<(typeof DOCUMENT_PARTS)[number], typeof part>),
  recipients: z.string().max(2000),
});
export type DocumentPartsView = z.infer<typeof documentPartsSchema>;

export const reportPartsSchema = documentPartsSchema.partial().extend({ title: part.optional(), day: day.optional() });
export type ReportPartsView = z.infer<typeof reportPartsSchema>;

const textsSchema = z.record(z.string().max(40), z.string().max(LONGEST_TEXT)).refine((texts) => Object.keys(texts).length <= 60);

const cellSchema = z.object({ count, of: count.nullable(), told: z.string() });
const tableSchema = z.object({
  title: z.string(),
  rows: z.array(
    z.object({
      figure: z.string(),
      label: z.string(),
      depth: z.union([z.literal(0), z.literal(1)]),
      all: cellSchema,
      keyCadres: cellSchema,
    }),
  ),
  sums: z.array(z.object({ told: z.string(), holds: z.boolean() })),
});
export type FigureTableView = z.infer<typeof tableSchema>;

/** A report in the form of a document, Vietnamese as it is sent. */
export const unitDocumentSchema = z.object({
  banner: z.string(),
  campaign: z.string(),
  upperIssuer: z.string(),
  issuer: z.string(),
  party: z.string(),
  number: z.string(),
  placeAndDay: z.string(),
  title: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      level: outlineSectionSchema.shape.level,
      tables: z.array(tableSchema),
      named: z.array(z.object({ title: z.string(), names: z.array(z.string()) })),
      paragraphs: z.array(z.string()).nullable(),
    }),
  ),
  counted: z.string(),
  signerPost: z.string(),
  signerName: z.string(),
  isSigned: z.boolean(),
  recipients: z.array(z.string()),
});
export type UnitDocumentView = z.infer<typeof unitDocumentSchema>;

export const sendingSchema = z.object({
  number: z.int().min(1),
  signer: z.string(),
  sentBy: z.string(),
  sentAt: z.string(),
  daysLate: count.nullable(),
  verdict: z.enum(REPORT_VERDICTS).nullable(),
  remark: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type SendingView = z.infer<typeof sendingSchema>;

/** A figure that is counted otherwise now than it was sent. */
export const figureChangeSchema = z.object({ label: z.string(), keyCadres: z.boolean(), sent: count, now: count });
export type FigureChangeView = z.infer<typeof figureChangeSchema>;

/** GET /api/campaigns/:id/unit-report: without an outline there is no document yet. */
export const ownReportSchema = z.object({
  unit: named,
  outline: outlineSchema.nullable(),
  texts: z.record(z.string(), z.string()),
  parts: reportPartsSchema,
  usual: documentPartsSchema,
  state: z.enum(['writing', 'sent', 'returned', 'accepted']),
  revision: count,
  changedBy: z.string(),
  document: unitDocumentSchema.nullable(),
  /** Sections that must be written and are empty. */
  empty: z.array(z.object({ id: z.string(), heading: z.string() })),
  sendings: z.array(sendingSchema),
  /** What has changed since the newest sending. */
  changes: z.array(figureChangeSchema),
});
export type OwnReportView = z.infer<typeof ownReportSchema>;

/** PUT /api/campaigns/:id/unit-report; `revision`: of the report on the screen. */
export const reportInputSchema = z.strictObject({ texts: textsSchema, parts: reportPartsSchema, revision: count });
export const savedReportSchema = z.object({ revision: z.int().min(1) });

/** What another one wrote meanwhile, as details of `report-outdated`. */
export const outdatedReportSchema = z.object({
  texts: z.record(z.string(), z.string()),
  parts: reportPartsSchema,
  revision: count,
  changedBy: z.string(),
});

/** POST /api/campaigns/:id/unit-report/send. */
export const sendReportSchema = z.strictObject({ revision: count });
export const sentNumberSchema = z.object({ number: z.int().min(1) });

/** One sending as it was sent, and what is counted otherwise now. */
export const sentReportSchema = z.object({
  unit: named,
  sending: sendingSchema,
  newest: z.int().min(1),
  document: unitDocumentSchema,
  changes: z.array(figureChangeSchema),
});
export type SentReportView = z.infer<typeof sentReportSchema>;

/** GET /api/campaigns/:id/unit-reports?state=&q=&from=: units that report by the own outline, those first that need somebody. */
export const REPORTING_FILTERS = [...REPORTING_STATES, 'late'] as const;
export const reportingUnitsSchema = z.object({
  /** Null before the unit has one: nobody reports to it. */
  outline: outlineSchema.nullable(),
  counts: z.record(z.enum(REPORTING_STATES), count),
  late: count,
  fitting: count,
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      state: z.enum(REPORTING_STATES),
      number: z.int().min(1).nullable(),
      sentAt: z.string().nullable(),
      daysLate: count.nullable(),
      remark: z.string(),
    }),
  ),
});
export type ReportingUnitsView = z.infer<typeof reportingUnitsSchema>;

/** POST /api/campaigns/:id/unit-reports/:unit/:number/decision: a report is returned with what is to be corrected. */
export const reportDecisionSchema = z
  .strictObject({ verdict: z.enum(REPORT_VERDICTS), remark: z.string().trim().max(2000) })
  .refine(({ verdict, remark }) => verdict === 'accepted' || remark !== '');
