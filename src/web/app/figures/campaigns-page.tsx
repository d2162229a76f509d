import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { CampaignFiguresView } from '../../../api/figures.js';
import { formatCount, formatDay } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { CadresAndPrint } from './cadres-and-print.js';
import { campaignFiguresQuery } from './queries.js';
import { SHARES, Share } from './share.js';
import { TrendChart } from './trend-chart.js';

/** Campaigns beside each other, over the years. */
export function CampaignsPage(): ReactNode {
  const say = useWords();
  const [keyCadres, setKeyCadres] = useState(false);
  const { data, error, refetch } = useQuery(campaignFiguresQuery(keyCadres));
  return (
    <Page
      title={say('figures.listTitle')}
      short={say('figures.place')}
      lead={say('figures.listLead')}
      actions={<CadresAndPrint keyCadres={keyCadres} change={setKeyCadres} />}
    >
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data?.length === 0 && (
        <div className="panel">
          <Empty title={say('figures.listEmpty')}>{say('figures.listEmptyText')}</Empty>
        </div>
      )}
      {data !== undefined && data.length > 0 && (
        <>
          <TrendChart campaigns={data} />
          <Campaigns campaigns={[...data].reverse()} />
        </>
      )}
    </Page>
  );
}

const SHOWN = ['attended', 'submitted', 'onTime', 'accepted'] as const;

function Campaigns({ campaigns }: { campaigns: readonly CampaignFiguresView[] }): ReactNode {
  const say = useWords();
  const numbers = [say('figures.name.members'), ...SHOWN.map((name) => say(`figures.strip.${name}`)), say('figures.strip.copied')];
  return (
    <div className="panel">
      <table className="table table--cards table--report">
        <caption className="vh">{say('figures.listCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('figures.campaign')}</th>
            <th scope="col">{say('figures.made')}</th>
            {numbers.map((label) => (
              <th scope="col" className="num" key={label}>
                {label}
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

function CampaignRow({ campaign: { campaign, name, day, all, copied } }: { campaign: CampaignFiguresView }): ReactNode {
  const say = useWords();
  return (
    <tr>
      <th scope="row" className="full">
        <Link className="who" to={paths.figures(campaign)}>
          <OutsideText text={name} />
        </Link>
      </th>
      <td data-label={say('figures.made')}>{formatDay(day)}</td>
      <td className="num" data-label={say('figures.name.members')}>
        {formatCount(all.members)}
      </td>
      {SHOWN.map((shown) => {
        const [part, whole] = SHARES[shown](all);
        return (
          <td className="num" key={shown} data-label={say(`figures.strip.${shown}`)}>
            <Share part={part} whole={whole} />
          </td>
        );
      })}
      <td className="num" data-label={say('figures.strip.copied')}>
        <Share part={copied} whole={all.submitted} />
      </td>
    </tr>
  );
}
