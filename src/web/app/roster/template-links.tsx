import type { ReactNode } from 'react';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';

/** Empty rosters to be filled in. */
export function TemplateLinks(): ReactNode {
  const say = useWords();
  return (
    <>
      <a className="btn" href="/api/roster-template/xlsx" download>
        <Icon name="out" />
        {say('roster.templateXlsx')}
      </a>
      <a className="btn" href="/api/roster-template/csv" download>
        <Icon name="out" />
        {say('roster.templateCsv')}
      </a>
    </>
  );
}
