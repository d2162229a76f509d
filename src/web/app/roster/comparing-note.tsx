import type { ReactNode } from 'react';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { FailedWork } from '../campaign/failed-work.js';
import { campaignAddress } from '../service/queries.js';

/** Says that essays are being compared anew because others are known to have written them, or that this had to stop; nothing otherwise. */
export function ComparingNote(): ReactNode {
  const say = useWords();
  const { id, isRefreshing, failedRefresh } = useCampaign();
  if (!isRefreshing && failedRefresh !== null) {
    return (
      <FailedWork title={say('campaign.refreshFailed')} error={failedRefresh.error} address={`${campaignAddress(id)}/retry`} campaign={id}>
        {say('campaign.refreshFailedText')}
      </FailedWork>
    );
  }
  if (!isRefreshing) return null;
  return (
    <div role="status">
      <Note kind="info" icon="clock" title={say('roster.comparing')}>
        <p>{say('roster.comparingText')}</p>
      </Note>
    </div>
  );
}
