import type { z } from 'zod';
import { FIGURE_WORDS } from '../api/figure-words.js';
import type { FigureChangeView, OwnReportView, SentReportView, sendingSchema, unitDocumentSchema } from '../api/unit-report.js';
import type { Records } from '../corpus/records/records.js';
import type { OwnReport, SentReport } from '../corpus/records/unit-reports.js';
import { changedFigures, emptySections, type ReportContent, type ReportedFigures, type ReportSending } from '../model/unit-report.js';
import { toUnitDocument, type UnitDocument } from '../report/unit-report/unit-document.js';

/** The figures of a unit as reports have them, counted now. Rejects with AppError `unknown-id`. */
export async function countFigures({ figures }: Pick<Records, 'figures'>, campaign: string, unit: string): Promise<ReportedFigures> {
  const { all } = await figures.of(campaign, { unit, keyCadres: false });
  const { all: keyCadres } = await figures.of(campaign, { unit, keyCadres: true });
  return { all, keyCadres, standing: await figures.standing(campaign, { unit, keyCadres: false }) };
}

/** What the report of a unit says now, as it would be sent; null without an outline. */
export function draftContent(own: OwnReport, figures: ReportedFigures, now: Date): ReportContent | null {
  const { outline, campaign, unit, texts, usual, parts } = own;
  if (outline === null) return null;
  const { title, sections, due } = outline;
  const countedAt = now.toISOString();
  const said = { ...usual, title, day: '', ...parts };
  return { campaign, unit: unit.name, outline: { title, sections, due }, texts, figures, parts: said, countedAt };
}

/** The own report as the page shows it. Rejects with AppError `unknown-id`. */
export async function viewOwnReport(records: Records, campaign: string, now: Date): Promise<OwnReportView> {
  const own = await records.unitReports.own(campaign);
  const { outline, unit, sendings } = own;
  const figures = await countFigures(records, campaign, unit.id);
  const content = draftContent(own, figures, now);
  const [newest] = sendings;
  const sent = newest === undefined ? null : (await records.unitReports.sending(campaign, newest.number)).content;
  return {
    unit,
    outline: outline === null ? null : viewOutline(outline),
    texts: own.texts,
    parts: own.parts,
    usual: own.usual,
    state: own.state,
    revision: own.revision,
    changedBy: own.changedBy,
    document: content === null ? null : viewDocument(toUnitDocument(content, true)),
    empty: outline === null ? [] : emptySections(outline.sections, own.texts).map(({ id, heading }) => ({ id, heading })),
    sendings: sendings.map(viewSending),
    changes: sent === null ? [] : changesOf(sent.figures, figures),
  };
}

/** A sending as it was sent, with what is counted otherwise now. Rejects with AppError `unknown-id`. */
export async function viewSent(
  records: Records,
  campaign: string,
  { unit, sending, content, newest }: SentReport,
): Promise<SentReportView> {
  const now = await countFigures(records, campaign, unit.id);
  return {
    unit,
    sending: viewSending(sending),
    newest,
    document: viewDocument(toUnitDocument(content, false)),
    changes: changesOf(content.figures, now),
  };
}

/** An outline, its lists free to be changed. */
export function viewOutline<T extends { readonly sections: readonly { readonly groups: readonly string[] }[] }>(outline: T) {
  type Section = T['sections'][number];
  const sections = outline.sections.map((section: Section) => ({ ...section, groups: [...section.groups] as Section['groups'][number][] }));
  return { ...outline, sections };
}

const viewSending = (sending: ReportSending): z.infer<typeof sendingSchema> => ({ ...sending });

function viewDocument({ sections, recipients, ...document }: UnitDocument): z.infer<typeof unitDocumentSchema> {
  return {
    ...document,
    recipients: [...recipients],
    sections: sections.map(({ tables, named, paragraphs, ...section }) => ({
      ...section,
      tables: tables.map(({ title, rows, sums }) => ({
        title,
        rows: rows.map((row) => ({ ...row })),
        sums: sums.map((sum) => ({ ...sum })),
      })),
      named: named.map(({ title, names }) => ({ title, names: [...names] })),
      paragraphs: paragraphs === null ? null : [...paragraphs],
    })),
  };
}

function changesOf(sent: ReportedFigures, now: ReportedFigures): FigureChangeView[] {
  return (['all', 'keyCadres'] as const).flatMap((whose) =>
    changedFigures(sent[whose], now[whose]).map(({ figure, ...change }) => {
      return { label: FIGURE_WORDS[figure], keyCadres: whose === 'keyCadres', ...change };
    }),
  );
}
