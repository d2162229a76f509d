import type { ReportContent, ReportTexts } from '../../../../model/unit-report.js';
import { ERASED } from '../erased-contents.js';
import type { Tables } from '../store.js';
import { readObject } from '../stored-json.js';

/**
 * Takes somebody's name and card number out of what people of their unit typed in reports, sent or not. Who signed a document stays: that is
 * the unit's act, of an account and not of a person of the roster.
 */
export async function forgetInReports(
  tables: Tables,
  { unit, name, card }: { readonly unit: string; readonly name: string; readonly card: string },
): Promise<void> {
  const words = [name, card].filter((word) => word !== '');
  const reports = await tables.selectFrom('report').select(['id', 'texts']).where('unit', '=', unit).execute();
  for (const { id, texts } of reports) {
    const typed = readObject<ReportTexts>(texts, { table: 'report', row: id });
    await tables
      .updateTable('report')
      .set({ texts: JSON.stringify(without(typed, words)) })
      .where('id', '=', id)
      .execute();
    const sendings = await tables.selectFrom('report_sending').select(['number', 'content', 'remark']).where('report', '=', id).execute();
    for (const { number, content, remark } of sendings) {
      const sent = readObject<ReportContent>(content, { table: 'report_sending', row: `${id} ${number}` });
      const left = { content: JSON.stringify({ ...sent, texts: without(sent.texts, words) }), remark: withoutWords(remark, words) };
      await tables.updateTable('report_sending').set(left).where('report', '=', id).where('number', '=', number).execute();
    }
  }
}

const without = (texts: ReportTexts, words: readonly string[]): ReportTexts =>
  Object.fromEntries(Object.entries(texts).map(([section, text]) => [section, withoutWords(text, words)]));

const withoutWords = (text: string, words: readonly string[]): string => words.reduce((left, word) => left.replaceAll(word, ERASED), text);
