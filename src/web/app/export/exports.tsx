import type { ReactNode } from 'react';
import type { ResultsExport } from '../../../api/exports.js';
import type { RowView } from '../../../api/view.js';
import { useWords } from '../../words/words.js';
import { useHolds, WRITERS } from '../frame/account.js';
import { campaignAddress } from '../service/queries.js';
import { type ExportChoice, ExportMenu } from './export-menu.js';

interface ResultsProps {
  readonly campaign: string;
  /** The rows as the table shows them. */
  readonly shown: readonly RowView[];
  /** Essays that are concluded on. */
  readonly concluded: number;
}

/** What the results of a campaign can be taken along as; letters only by whoever may write them. */
export function ResultsExports({ campaign, shown, concluded }: ResultsProps): ReactNode {
  const say = useWords();
  const address = campaignAddress(campaign);
  const mayWrite = useHolds(WRITERS);
  const table = (format: ResultsExport['format']): ExportChoice => ({
    id: format,
    word: say(`export.${format}`),
    hint: say('export.rows', { n: shown.length }),
    path: `${address}/results/export`,
    sent: { method: 'POST', json: { format, essays: shown.map(({ id }) => id) } satisfies ResultsExport },
  });
  const letters: readonly ExportChoice[] = [
    { id: 'docx', word: say('export.lettersDocx'), hint: say('export.letters', { n: concluded }), path: `${address}/letters.zip` },
    { id: 'letters', word: say('export.lettersHtml'), hint: say('export.letters', { n: concluded }), path: `${address}/letters.html` },
  ];
  const report: ExportChoice = { id: 'report', word: say('export.report'), hint: say('export.reportHint'), path: `${address}/report.html` };
  const choices = [table('xlsx'), table('csv'), report, ...(mayWrite && concluded > 0 ? letters : [])];
  return <ExportMenu word={say('export.results')} choices={choices} />;
}

/** The case of an essay and another text. */
export function PairExports({ campaign, essay, other }: { campaign: string; essay: string; other: string }): ReactNode {
  const path = `${campaignAddress(campaign)}/essays/${encodeURIComponent(essay)}/case/${encodeURIComponent(other)}?format=`;
  return <CaseExports path={path} />;
}

/** The case of a group. */
export function GroupExports({ campaign, group }: { campaign: string; group: string }): ReactNode {
  return <CaseExports path={`${campaignAddress(campaign)}/groups/${encodeURIComponent(group)}/case?format=`} />;
}

function CaseExports({ path }: { path: string }): ReactNode {
  const say = useWords();
  const choices = (['pdf', 'html'] as const).map((format) => {
    return { id: format, word: say(`export.case.${format}`), hint: say(`export.case.${format}Hint`), path: `${path}${format}` };
  });
  return <ExportMenu word={say('export.case.title')} choices={choices} />;
}
