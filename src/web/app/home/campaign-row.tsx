import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatMoment } from '../../../api/format.js';
import type { CampaignSummaryView } from '../../../api/service.js';
import { Icon } from '../../look/icons.js';
import { Chip, Meter } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';

const PROPOSALS = ['rewrite', 'review', 'accept'] as const;

/** One campaign: what the machine proposes, how far people are, whether something is being done. */
export function CampaignRow({ campaign, showsResults }: { campaign: CampaignSummaryView; showsResults: boolean }): ReactNode {
  const say = useWords();
  const essays = campaign.accept + campaign.review + campaign.rewrite;
  const batches = campaign.batches === 0 ? say('home.noBatches') : say('home.batches', { n: campaign.batches });
  const created = say('home.created', { moment: formatMoment(new Date(campaign.createdAt)) });
  return (
    <tr>
      <td className="full">
        <Link
          className="who"
          to={!showsResults ? paths.studies(campaign.id) : essays > 0 ? paths.results(campaign.id) : paths.batches(campaign.id)}
        >
          <OutsideText text={campaign.name} />
        </Link>
        <span className="sub">{[say(`home.kinds.${campaign.kind}`), ...(showsResults ? [batches] : []), created].join(' · ')}</span>
      </td>
      {showsResults && <Results campaign={campaign} />}
    </tr>
  );
}

function Results({ campaign }: { campaign: CampaignSummaryView }): ReactNode {
  const say = useWords();
  const essays = campaign.accept + campaign.review + campaign.rewrite;
  return (
    <>
      <td className="full" data-label={say('home.proposals')}>
        {essays === 0 ? <span className="muted">{say('home.noEssays')}</span> : <Split campaign={campaign} />}
      </td>
      <td className="full" data-label={say('home.concluded')}>
        {essays === 0 ? (
          <span className="muted">–</span>
        ) : (
          <span className="concluded">
            <span>{say('home.concludedOf', { done: formatCount(campaign.concluded), all: formatCount(essays) })}</span>
            <Meter value={campaign.concluded} max={essays} label={say('home.concluded')} />
          </span>
        )}
      </td>
      <td data-label={say('home.work')}>
        <Work campaign={campaign} essays={essays} />
      </td>
    </>
  );
}

function Split({ campaign }: { campaign: CampaignSummaryView }): ReactNode {
  const say = useWords();
  return (
    <span className="splitkey">
      {PROPOSALS.map((proposal) => (
        <span className="splitkey__one" key={proposal}>
          <Chip tone={proposal} prefix={say('home.proposed')} word={say(`home.proposal.${proposal}`)} />
          <b>{formatCount(campaign[proposal])}</b>
        </span>
      ))}
    </span>
  );
}

function Work({ campaign, essays }: { campaign: CampaignSummaryView; essays: number }): ReactNode {
  const say = useWords();
  if (campaign.isBusy) {
    return (
      <span className="state state--wait">
        <Icon name="clock" />
        {say('home.busy')}
      </span>
    );
  }
  if (campaign.isStopped) {
    return (
      <span className="state state--bad">
        <Icon name="warn" />
        {say('home.stopped')}
      </span>
    );
  }
  if (essays === 0) return <span className="muted">{say('home.waiting')}</span>;
  if (campaign.concluded < essays) return <span>{say('home.toConclude')}</span>;
  return (
    <span className="state state--ok">
      <Icon name="check" />
      {say('home.idle')}
    </span>
  );
}
