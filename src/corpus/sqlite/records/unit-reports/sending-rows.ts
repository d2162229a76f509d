import { AppError } from '../../../../model/errors.js';
import { daysAfter, type ReportContent, type ReportSending, type ReportVerdict } from '../../../../model/unit-report.js';
import type { SentReport } from '../../../records/unit-reports.js';
import { dayInVietnam } from '../figures/counted-tree.js';
import { RECORD_MESSAGES } from '../messages.js';
import type { Tables } from '../store.js';
import { readObject } from '../stored-json.js';
import { namedUnit } from './outline-rows.js';

/** Days after the due day; null without one. */
export const lateBy = (due: string | null, sentAt: string): number | null =>
  due === null ? null : daysAfter(due, dayInVietnam(new Date(sentAt)));

/** The sendings of a report, newest first. */
export async function sendingsOf(tables: Tables, report: string): Promise<readonly ReportSending[]> {
  const rows = await tables.selectFrom('report_sending').selectAll().where('report', '=', report).orderBy('number', 'desc').execute();
  return rows.map((row) => ({
    number: row.number,
    signer: row.signer,
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    // By the day that was due when it was sent: a day that is moved afterwards makes nobody late.
    daysLate: lateBy(contentOf(row).outline.due, row.sent_at),
    verdict: row.verdict as ReportVerdict | null,
    remark: row.remark,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }));
}

/** One of them with all that it said. AppError `unknown-id`. */
export async function sentReport(
  tables: Tables,
  report: { readonly id: string; readonly unit: string },
  number: number,
): Promise<SentReport> {
  const sendings = await sendingsOf(tables, report.id);
  const sending = sendings.find((one) => one.number === number);
  if (sending === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownReport);
  const row = await tables
    .selectFrom('report_sending')
    .select(['report', 'number', 'content'])
    .where('report', '=', report.id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return { unit: await namedUnit(tables, report.unit), sending, content: contentOf(row), newest: sendings[0]?.number ?? number };
}

function contentOf({ report, number, content }: { readonly report: string; readonly number: number; readonly content: string }) {
  return readObject<ReportContent>(content, { table: 'report_sending', row: `${report} ${number}` });
}
