import { type ReactNode, useState } from 'react';
import { NavLink } from 'react-router';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ExportMenu } from '../export/export-menu.js';
import { Page } from '../frame/page.js';
import { paths } from '../paths.js';
import { type LogFields, NO_FIELDS, toQuery } from './log-fields.js';
import { LogFilter } from './log-filter.js';
import { LogList } from './log-list.js';

/** Who did what in a campaign, newest first. */
export function LogPage(): ReactNode {
  const say = useWords();
  const { id, name, batchList } = useCampaign();
  const [fields, setFields] = useState(NO_FIELDS);
  return (
    <Page title={say('log.title')} short={`${say('log.title')} · ${name}`} lead={say('log.lead')}>
      <LogFilter change={setFields} />
      <LogList campaign={id} fields={fields} batches={batchList} />
    </Page>
  );
}

/** Who did what at the units that one watches over: sign-ins, accounts and exports too. */
export function ServiceLogPage(): ReactNode {
  const say = useWords();
  const [fields, setFields] = useState(NO_FIELDS);
  return (
    <Page title={say('log.serviceTitle')} lead={say('log.lead')} actions={<LogExports fields={fields} />}>
      <LogTabs />
      <LogFilter change={setFields} />
      <LogList campaign={null} fields={fields} batches={[]} />
    </Page>
  );
}

const ALL_DECISIONS: LogFields = { ...NO_FIELDS, sort: 'decisions' };

/** Who decided what and when: the same log, decisions alone. */
export function DecisionsPage(): ReactNode {
  const say = useWords();
  const [fields, setFields] = useState(ALL_DECISIONS);
  return (
    <Page title={say('log.decisions')} lead={say('log.decisionsLead')} actions={<LogExports fields={fields} isOfDecisions />}>
      <LogTabs />
      <LogFilter change={setFields} start={ALL_DECISIONS} />
      <LogList campaign={null} fields={fields} batches={[]} />
    </Page>
  );
}

function LogTabs(): ReactNode {
  const say = useWords();
  return (
    <nav className="parttabs noprint" aria-label={say('log.serviceTitle')}>
      <NavLink to={paths.serviceLog} end>
        {say('log.allLines')}
      </NavLink>
      <NavLink to={paths.decisions}>{say('log.decisions')}</NavLink>
    </nav>
  );
}

/** The log as it is filtered; decisions also as a table in words. */
function LogExports({ fields, isOfDecisions = false }: { fields: LogFields; isOfDecisions?: boolean }): ReactNode {
  const say = useWords();
  const pathOf = (address: string, format: string, chosen: LogFields): string => {
    const query = toQuery(chosen);
    return `${address}?format=${format}${query === '' ? '' : `&${query}`}`;
  };
  const tables = isOfDecisions ? (['xlsx', 'csv'] as const) : [];
  const choices = [
    ...tables.map((format) => ({
      id: `decisions-${format}`,
      word: say(`log.export.decisions-${format}`),
      hint: say('log.export.decisionsHint'),
      path: pathOf('/api/log/decisions', format, { ...fields, sort: '' }),
    })),
    ...(['csv', 'jsonl'] as const).map((format) => ({
      id: format,
      word: say(`log.export.${format}`),
      hint: say(`log.export.${format}Hint`),
      path: pathOf('/api/log/export', format, fields),
    })),
  ];
  return <ExportMenu word={say('log.export.title')} choices={choices} />;
}
