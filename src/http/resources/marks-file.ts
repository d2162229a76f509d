import type { Request, Response } from 'express';
import { z } from 'zod';
import type { MarksPreview } from '../../api/study.js';
import type { ReadMarks } from '../../pipeline/marks/read-marks.js';
import type { SheetRow } from '../../pipeline/roster/read-roster.js';
import { isSheet, readCsvRows } from '../../pipeline/roster/read-table.js';
import { type TextTable, tableCsv, tableSheet } from '../../report/people-table.js';
import { RequestError } from '../errors.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { type Media, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** Problems that an answer tells; whoever has more mends these first. */
const MOST_TOLD = 500;

/** CSV, or XLSX. */
export const MARKS_FILE: Media = { type: 'text/csv', others: ['application/octet-stream'] };
export const TABLE_FILE: Media = { type: 'text/csv', others: [XLSX] };
export const tableFormat = z.enum(['csv', 'xlsx']);
export const studyId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Rows of the table that a request brings. Throws RequestError `bad-input`, AppError `roster-file`. */
export async function readSentTable(request: Request, { readSheet }: Pick<ServiceParts, 'readSheet'>): Promise<readonly SheetRow[]> {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
  return isSheet(body) ? readSheet(body) : readCsvRows(body);
}

/** What importing marks would do. */
export function previewMarks({ marks, problems, ignored }: ReadMarks, changed: number): MarksPreview {
  const count = (mark: boolean | null): number => marks.filter((one) => one.mark === mark).length;
  const inOrder = [...problems].sort((one, other) => one.row - other.row);
  return {
    people: marks.length,
    yes: count(true),
    no: count(false),
    open: count(null),
    changed,
    ignored: [...ignored],
    problemCount: inOrder.length,
    problems: inOrder.slice(0, MOST_TOLD),
  };
}

/** Answers with a table as a file. */
export async function sendTable(
  response: Response,
  table: TextTable,
  file: { title: string; format: z.infer<typeof tableFormat> },
): Promise<void> {
  offerFile(response, file.title, file.format);
  if (file.format === 'csv') response.type('text/csv; charset=utf-8').send(tableCsv(table));
  else response.send(await tableSheet(table));
}
