import { AppError } from '../../model/errors.js';
import { nearestName } from '../nearest-name.js';
import { decodeTable, readTable } from '../table-file.js';
import { type Grade, isTopGrade, plain, readGrade, readGrounds, readVerdict } from './label-words.js';
import { type LabelRows, readLabelsJson } from './labels-json.js';
import * as say from './messages.js';
import type { Judgement } from './scored-essay.js';

/** What one row of a table of conclusions says. */
export interface Label extends Judgement {
  /** Name of the file as listed, NFC; empty where only the id is given. */
  readonly file: string;
  readonly id: string;
  /** Where it stands, in Vietnamese. */
  readonly place: string;
}

export interface Labels {
  readonly labels: readonly Label[];
  /** Vietnamese sentences on how the table was understood. */
  readonly notes: readonly string[];
  /** The report that a JSON file names, relative to it; null of CSV. */
  readonly report: string | null;
}

/** A file of conclusions, cut into rows; the columns of themes are understood once it is known which themes there are. */
export interface LabelsSource extends LabelRows {
  readonly file: string;
}

/** What the first line calls the columns. */
const COLUMNS: Readonly<Record<string, 'file' | 'id' | 'conclusion' | 'grounds'>> = {
  file: 'file',
  tep: 'file',
  'ten tep': 'file',
  id: 'id',
  'ma bai': 'id',
  conclusion: 'conclusion',
  'ket luan': 'conclusion',
  grounds: 'grounds',
  'can cu': 'grounds',
};

/**
 * Reads a file of conclusions: CSV as a roster (UTF-8, UTF-16 or Windows-1258; comma, semicolon or tab), or JSON that names the report
 * too. Throws AppError `labels-file`.
 */
export function readLabelsFile(bytes: Uint8Array, file: string): LabelsSource {
  const text = decodeTable(bytes);
  if (/^\ufeff?\s*\{/.test(text)) return { file, ...readLabelsJson(text, file) };
  const rows = readTable(text, (line, reason, cause) => fail(file, say.atLine(line), reason, cause)).map(({ record, line }) => ({
    record,
    place: say.atLine(line),
  }));
  return { file, report: null, header: rows[0]?.record ?? [], rows: rows.slice(1) };
}

/** Understands the rows, one column a theme where the header has its id. Throws AppError `labels-file` that names the row and what to do. */
export function readLabels(source: LabelsSource, themes: readonly string[]): Labels {
  const { file, rows, report } = source;
  const columns = columnsOf(source, themes);
  const hasTwos = rows.some(({ record }) => [...columns.themes.keys()].some((at) => isTopGrade(record[at] ?? '')));
  const labels: Label[] = [];
  let open = 0;
  for (const { record, place } of rows) {
    if (record.length > source.header.length) throw fail(file, place, say.labelsTooManyCells);
    const label = readRow(record, columns, { hasTwos, fail: (reason) => fail(file, place, reason) });
    if (label === null) open++;
    else labels.push({ ...label, place });
  }
  const notes = [...columns.notes];
  if (hasTwos) notes.push(say.labelsThreeGrades);
  if (open > 0) notes.push(say.labelsNoConclusion(open));
  return { labels, notes, report };
}

interface Columns {
  readonly known: ReadonlyMap<'file' | 'id' | 'conclusion' | 'grounds', number>;
  /** Theme ids by their column. */
  readonly themes: ReadonlyMap<number, string>;
  readonly notes: readonly string[];
}

function columnsOf({ file, header, headerPlace }: LabelsSource, themes: readonly string[]): Columns {
  const known = new Map<'file' | 'id' | 'conclusion' | 'grounds', number>();
  const ofThemes = new Map<number, string>();
  const notes: string[] = [];
  for (const [at, cell] of header.entries()) {
    // Letters without marks: a theme's id has none, and "Kết luận" may be typed in any way.
    const column = COLUMNS[plain(cell)];
    const theme = themes.find((id) => id === cell.toLowerCase());
    if (column !== undefined ? known.has(column) : theme !== undefined && [...ofThemes.values()].includes(theme))
      throw fail(file, headerPlace ?? say.atLine(1), say.labelsColumnTwice(cell));
    if (column !== undefined) known.set(column, at);
    else if (theme !== undefined) ofThemes.set(at, theme);
    else if (cell !== '') notes.push(say.labelsUnknownColumn(cell, nearestName(cell, themes)));
  }
  if ((!known.has('file') && !known.has('id')) || !known.has('conclusion'))
    throw fail(file, headerPlace ?? say.atLine(1), say.labelsColumns);
  return { known, themes: ofThemes, notes };
}

/** null for a row without a conclusion. */
function readRow(
  record: readonly string[],
  { known, themes }: Columns,
  { hasTwos, fail: refuse }: { readonly hasTwos: boolean; readonly fail: (reason: string) => AppError },
): Omit<Label, 'place'> | null {
  const cell = (column: 'file' | 'id' | 'conclusion' | 'grounds'): string => (record[known.get(column) ?? -1] ?? '').normalize('NFC');
  const [file, id] = [cell('file'), cell('id')];
  if (file === '' && id === '') throw refuse(say.labelsEmptyName);
  if (cell('conclusion') === '') return null;
  const verdict = readVerdict(cell('conclusion'));
  if (verdict === null) throw refuse(say.labelsConclusion(cell('conclusion')));
  const grounds = readGrounds(cell('grounds'));
  if ('unknown' in grounds) throw refuse(say.labelsGround(grounds.unknown));
  if (verdict === 'accepted' && grounds.length > 0) throw refuse(say.labelsGroundsOfAccepted);
  const graded = [...themes].flatMap(([at, theme]): [string, Grade][] => {
    const written = record[at] ?? '';
    const grade = readGrade(written);
    if (written === '') return [];
    if (grade === null) throw refuse(say.labelsTheme(theme, written));
    return [[theme, grade]];
  });
  return {
    file,
    id,
    verdict,
    grounds: verdict === 'rewrite' && grounds.length === 0 ? null : grounds,
    themes: new Map(graded.map(([theme, grade]) => [theme, grade === 'one' ? !hasTwos : grade])),
  };
}

const fail = (file: string, place: string, reason: string, cause?: unknown): AppError =>
  new AppError('labels-file', say.labelsError(file, place, reason), { cause });
