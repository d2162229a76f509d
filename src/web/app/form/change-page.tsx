import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import type { CampaignView } from '../../../api/service.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Page } from '../frame/page.js';
import { toast } from '../frame/toasts.js';
import { paths } from '../paths.js';
import { campaignAddress, campaignQuery, campaignsQuery } from '../service/queries.js';
import { ask } from '../service/request.js';
import { CampaignFields } from './campaign-fields.js';
import { toCampaignInput, toForm } from './campaign-form.js';
import { keepForm } from './kept-form.js';
import { useCampaignForm } from './use-campaign-form.js';

/** Changes a campaign; one with results is worked out first. */
export function ChangePage(): ReactNode {
  const say = useWords();
  const campaign = useCampaign();
  const hasResults = campaign.accept + campaign.review + campaign.rewrite > 0;
  return (
    <Page title={say('campaign.settings')} short={`${say('campaign.settings')} · ${campaign.name}`} lead={say('form.changeLead')}>
      {campaign.draft !== null && (
        <Note kind="info" title={say('form.differences.pending')}>
          <p>
            {say('form.differences.pendingText')} <Link to={paths.differences(campaign.id)}>{say('form.differences.look')}</Link>
          </p>
        </Note>
      )}
      {hasResults && (
        <Note title={say('form.changeNote')} icon="info">
          <p>{say('form.changeNoteText')}</p>
        </Note>
      )}
      <ChangeForm key={`${campaign.id} ${campaign.version}`} campaign={campaign} hasResults={hasResults} />
    </Page>
  );
}

function ChangeForm({ campaign, hasResults }: { campaign: CampaignView; hasResults: boolean }): ReactNode {
  const say = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  // A draft is what the committee last had in mind.
  const [start] = useState(() => toForm((campaign.draft ?? campaign).definition));
  const state = useCampaignForm(start, campaign.id);
  const save = useMutation({
    mutationFn: () => ask(campaignAddress(campaign.id), z.unknown(), { method: 'PUT', json: toCampaignInput(state.form) }),
    onSuccess: async () => {
      keepForm(campaign.id, null);
      if (hasResults) await navigate(paths.differences(campaign.id));
      else toast(say('form.saved'));
      await client.invalidateQueries(campaignQuery(campaign.id));
      await client.invalidateQueries(campaignsQuery);
    },
  });
  return (
    <CampaignFields
      state={state}
      isNew={false}
      saveWord={say(hasResults ? 'form.tryOut' : 'form.save')}
      isSaving={save.isPending}
      error={save.error}
      nameWrong=""
      onSave={() => save.mutate()}
    />
  );
}
