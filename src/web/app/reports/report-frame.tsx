import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Page } from '../frame/page.js';
import { paths } from '../paths.js';
import { useReportUnit } from './report-unit.js';

/** A page about reports: its title, the parts beside it, and at which unit one is where there are several. */
export function ReportFrame(props: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { unit, units, suffix, choose } = useReportUnit();
  const { title, lead, actions, children } = props;
  const places = [
    [paths.report(id), say('reports.tabOwn')],
    [paths.reportOutline(id), say('reports.tabOutline')],
    [paths.unitReports(id), say('reports.tabUnits')],
  ] as const;
  return (
    <Page title={title} short={`${title} · ${name}`} {...(lead !== undefined && { lead })} {...(actions !== undefined && { actions })}>
      <div className="reportnav noprint">
        <nav className="parttabs" aria-label={say('reports.tabs')}>
          {places.map(([path, word], place) => (
            <NavLink key={path} to={path + suffix} end={place === 0}>
              {word}
            </NavLink>
          ))}
        </nav>
        {units.length > 1 && (
          <select
            className="input"
            lang="vi"
            aria-label={say('reports.unit')}
            value={unit}
            onChange={(event) => choose(event.target.value)}
          >
            {units.map((one) => (
              <option key={one.unit} value={one.unit}>
                {one.unitName}
              </option>
            ))}
          </select>
        )}
        {units.length === 1 && (
          <span className="small muted">
            <OutsideText text={units[0]?.unitName ?? ''} />
          </span>
        )}
      </div>
      {children}
    </Page>
  );
}
