import type { ReactNode } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { ExportMenu } from '../export/export-menu.js';
import { receivedAddress, reportAddress } from './report-queries.js';

/** What a report can be taken along as: the draft, one of the own sendings, or, with `of`, one of a unit below. */
export function ReportExports(props: { campaign: string; unit: string; of?: string | null; number?: number }): ReactNode {
  const say = useWords();
  const { campaign, unit, of = null, number } = props;
  const address = (format: string): string =>
    of === null
      ? reportAddress(campaign, unit, 'unit-report/file', { format, ...(number !== undefined && { number: String(number) }) })
      : reportAddress(campaign, unit, `${receivedAddress(of, number ?? 1)}/file`, { format });
  const choices = (['docx', 'pdf', 'xlsx'] as const).map((format) => {
    return { id: format, word: say(`reports.${format}`), hint: say(`reports.${format}Hint`), path: address(format) };
  });
  return (
    <>
      <ExportMenu word={say('reports.export')} choices={choices} />
      <a className="btn" href={address('html')} target="_blank" rel="noreferrer">
        <Icon name="file" />
        {say('reports.print')}
      </a>
    </>
  );
}
