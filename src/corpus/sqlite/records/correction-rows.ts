import type { Match } from '../../../model/assessment.js';
import type { ExcludedPassage, Exclusion, ShownCorrections, ThemeOverride } from '../../../model/correction.js';
import { exclusionOf } from '../../../model/correction.js';
import type { Submission } from '../../../model/submission.js';
import type { Correct } from '../../records/review.js';
import { SUBMISSION_COLUMNS } from '../essay-rows.js';
import { inChunks } from '../in-chunks.js';
import { campaignRow, definitionOf } from './campaign-rows.js';
import { type AssessmentColumns, assessmentColumns, readDetail, wholeAssessment } from './result-json.js';
import type { Tables } from './store.js';
import { readObject } from './stored-json.js';

type Columns = Pick<AssessmentColumns, 'brief' | 'detail'>;

/** What people corrected in one essay. */
export async function readCorrections(tables: Tables, submission: string): Promise<Omit<ShownCorrections, 'excluded' | 'found'>> {
  const rows = await tables.selectFrom('exclusion').selectAll().where('submission', '=', submission).orderBy('id').execute();
  const words = await tables
    .selectFrom('theme_override')
    .selectAll()
    .where('submission', '=', submission)
    .orderBy('theme')
    .orderBy('revision')
    .execute();
  const exclusions = rows
    .filter(({ undone_at }) => undone_at === null)
    .map(({ id, other, start, end, reason, by, at }): Exclusion => ({ id, other, span: { start, end }, reason, by, at }));
  const newest = new Map<string, ThemeOverride>();
  for (const { theme, revision, met, note, by, at } of words)
    newest.set(theme, { theme, revision, met: met === null ? null : met === 1, note, by, at });
  const undone = rows.length - exclusions.length;
  return { revision: rows.length + undone + words.length, exclusions, overrides: [...newest.values()] };
}

/** The same beside what the machine had found, for who looks at the essay. */
export async function readShownCorrections(tables: Tables, submission: string): Promise<ShownCorrections> {
  const corrections = await readCorrections(tables, submission);
  const row = await resultRow(tables, submission);
  if (row?.found == null) return { ...corrections, excluded: [], found: null };
  const found = wholeAssessment(foundColumns(row), { submission: row, group: null });
  const excluded = found.matches.flatMap((match) =>
    match.passages.flatMap((passage): ExcludedPassage[] => {
      const exclusion = exclusionOf(corrections.exclusions, match, passage);
      return exclusion === undefined ? [] : [{ exclusion, match: match.id, passage }];
    }),
  );
  return { ...corrections, excluded, found: { copied: found.copied, themes: found.themes.map(({ id, met }) => ({ id, met })) } };
}

/** The matches of an essay as the machine found them, with the passages that people excluded; none without a result. */
export async function readFoundMatches(tables: Tables, submission: string): Promise<readonly Match[]> {
  const row = await resultRow(tables, submission);
  return row === undefined ? [] : readDetail(foundColumns(row).detail, submission).matches;
}

/** Works what people corrected into the results of essays of one campaign; where nothing is corrected any more, what was found stands again. */
export async function putCorrected(tables: Tables, correct: Correct, campaign: string, submissions: readonly string[]): Promise<void> {
  const definition = await definitionOf(tables, await campaignRow(tables, campaign, null));
  for (const submission of submissions) {
    const row = await resultRow(tables, submission);
    if (row === undefined) continue;
    const found = foundColumns(row);
    const assessment = wholeAssessment(found, { submission: row, group: null });
    const corrected = correct(assessment, await readCorrections(tables, submission), definition);
    const { proposal, brief, detail } = assessmentColumns(corrected);
    const columns =
      corrected === assessment ? { ...found, proposal, found: null } : { proposal, brief, detail, found: JSON.stringify(found) };
    await tables.updateTable('result').set(columns).where('submission', '=', submission).execute();
  }
}

/** Which of these essays people corrected something in. */
export async function correctedAmong(tables: Tables, submissions: readonly string[]): Promise<string[]> {
  const corrected = new Set<string>();
  for (const chunk of inChunks(submissions)) {
    for (const table of ['exclusion', 'theme_override'] as const) {
      const rows = await tables.selectFrom(table).select('submission').distinct().where('submission', 'in', chunk).execute();
      for (const { submission } of rows) corrected.add(submission);
    }
  }
  return [...corrected];
}

function resultRow(tables: Tables, submission: string): Promise<(Submission & Columns & { readonly found: string | null }) | undefined> {
  return tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .select(SUBMISSION_COLUMNS)
    .select(['result.brief', 'result.detail', 'result.found'])
    .where('result.submission', '=', submission)
    .executeTakeFirst();
}

function foundColumns({ id, brief, detail, found }: Submission & Columns & { readonly found: string | null }): Columns {
  return found === null ? { brief, detail } : readObject<Columns>(found, { table: 'result', row: id });
}
