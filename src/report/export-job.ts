import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { CaseFile } from './case/case-file.js';
import { casePdf } from './case/case-pdf.js';
import { letterDocx, type OfficialLetter } from './letter/letter-docx.js';
import { resultCsv } from './results/result-csv.js';
import type { ResultTable } from './results/result-table.js';
import { resultXlsx } from './results/result-xlsx.js';
import type { UnitDocument } from './unit-report/unit-document.js';
import { unitReportDocx } from './unit-report/unit-report-docx.js';
import { unitReportPdf } from './unit-report/unit-report-pdf.js';
import { unitReportXlsx } from './unit-report/unit-report-xlsx.js';
import type { YearDocument } from './year/year-document.js';
import { yearDocx } from './year/year-docx.js';
import { yearPdf } from './year/year-pdf.js';
import { yearCsv, yearXlsx } from './year/year-sheets.js';

/** A file to be made, and all that it is made from: plain values that can be handed to another thread. */
export type ExportJob =
  | { readonly kind: 'case-pdf'; readonly file: CaseFile }
  | { readonly kind: 'results-xlsx' | 'results-csv'; readonly table: ResultTable }
  | { readonly kind: 'unit-report-docx' | 'unit-report-pdf' | 'unit-report-xlsx'; readonly document: UnitDocument }
  | { readonly kind: 'year-docx' | 'year-pdf' | 'year-xlsx' | 'year-csv'; readonly document: YearDocument }
  | { readonly kind: 'letter-docx'; readonly official: OfficialLetter }
  | { readonly kind: 'letters-zip'; readonly letters: readonly NamedOfficial[] };

/** A letter and the name of its file without the ending. */
export interface NamedOfficial {
  readonly name: string;
  readonly official: OfficialLetter;
}

/** Makes a file; takes seconds for thousands of rows or letters. */
export async function writeExport(job: ExportJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'case-pdf':
      return casePdf(job.file);
    case 'results-xlsx':
      return resultXlsx(job.table);
    case 'results-csv':
      return new TextEncoder().encode(resultCsv(job.table));
    case 'letter-docx':
      return letterDocx(job.official);
    case 'unit-report-docx':
      return unitReportDocx(job.document);
    case 'unit-report-pdf':
      return unitReportPdf(job.document);
    case 'unit-report-xlsx':
      return unitReportXlsx(job.document);
    case 'year-docx':
      return yearDocx(job.document);
    case 'year-pdf':
      return yearPdf(job.document);
    case 'year-xlsx':
      return yearXlsx(job.document);
    case 'year-csv':
      return new TextEncoder().encode(yearCsv(job.document));
    case 'letters-zip':
      return lettersZip(job.letters);
  }
}

async function lettersZip(letters: readonly NamedOfficial[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const written = buffer(zip.outputStream as Readable);
  for (const { name, official } of letters) {
    // Word files are packed already.
    zip.addBuffer(Buffer.from(await letterDocx(official)), `${name}.docx`, { compress: false });
  }
  zip.end();
  return written;
}
