import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatPercent, NO_FIGURE } from '../../../api/format.js';
import type { TrackedCampaignView } from '../../../api/tracker.js';
import { Meter } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { outOf } from './out-of.js';
import { trackersQuery } from './queries.js';

/** Where whoever looks after units below begins: every campaign with its figures added up. */
export function TrackersPage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(trackersQuery);
  return (
    <Page title={say('tracker.listTitle')} short={say('tracker.place')} lead={say('tracker.listLead')}>
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data?.length === 0 && (
        <div className="panel">
          <Empty title={say('tracker.listEmpty')}>{say('tracker.listEmptyText')}</Empty>
        </div>
      )}
      {data !== undefined && data.length > 0 && <Campaigns campaigns={data} />}
    </Page>
  );
}

const COLUMNS = ['submitted', 'attended', 'late', 'missing', 'overdue', 'open'] as const;

function Campaigns({ campaigns }: { campaigns: readonly TrackedCampaignView[] }): ReactNode {
  const say = useWords();
  return (
    <div className="panel">
      <table className="table table--cards table--report">
        <caption className="vh">{say('tracker.listCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('tracker.campaign')}</th>
            {COLUMNS.map((column) => (
              <th scope="col" className="num" key={column}>
                {say(`tracker.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.campaign} campaign={campaign} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CampaignRow({ campaign: { campaign, name, total } }: { campaign: TrackedCampaignView }): ReactNode {
  const say = useWords();
  const counts = ['late', 'missing', 'overdue', 'open'] as const;
  return (
    <tr>
      <th scope="row" className="full">
        <Link className="who" to={paths.tracker(campaign)}>
          <OutsideText text={name} />
        </Link>
      </th>
      <td className="num" data-label={say('tracker.col.submitted')}>
        {total.listed === 0 ? (
          <span className="muted">{say('tracker.noRoster')}</span>
        ) : (
          <span className="concluded">
            <span>{`${outOf(total.submitted, total.required)}, ${formatPercent(total.submitted, total.required)}`}</span>
            <Meter value={total.submitted} max={total.required} label={say('tracker.col.submitted')} />
          </span>
        )}
      </td>
      <td className="num" data-label={say('tracker.col.attended')}>
        {total.attendanceKnown === 0 ? NO_FIGURE : formatPercent(total.attended, total.attendanceKnown)}
      </td>
      {counts.map((count) => (
        <td className="num" key={count} data-label={say(`tracker.col.${count}`)}>
          {total[count] === 0 ? NO_FIGURE : formatCount(total[count])}
        </td>
      ))}
    </tr>
  );
}
